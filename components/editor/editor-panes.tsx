"use client";

import { useDeferredValue } from "react";
import { cx } from "@/components/ui/cx";
import { AttemptPane } from "./attempt/attempt-pane";
import { CallTabs, FormAlone } from "./call-tabs";
import { useEditor } from "./editor-context";
import { LandedHead } from "./landing/landed-head";
import { PaneSeparator } from "./pane-separator";
import { ProblemsPane } from "./problems/problems-pane";
import { TimelinePane } from "./timeline/timeline-pane";
import { TranscriptPane } from "./transcript/transcript-pane";
import type { EditorLayout } from "./use-layout";
import { usePaneSizes, type PaneSizing } from "./use-pane-sizes";

export interface EditorPanesProps {
  readonly layout: EditorLayout;
  /** A big call: its transcript is drawn first, form and tabs a moment later. */
  readonly inSteps: boolean;
}

const COLUMNS: Readonly<Record<Exclude<EditorLayout, "narrow">, string>> = {
  full: "grid-cols-[minmax(240px,272px)_minmax(0,1fr)_minmax(820px,980px)]",
  wide: "grid-cols-[minmax(240px,272px)_minmax(0,1fr)_minmax(360px,480px)]",
  medium: "grid-cols-[minmax(0,1fr)_minmax(340px,440px)]",
};
const USUAL_LEFT = 272;
const USUAL_RIGHT = { full: 980, wide: 480, medium: 440 } as const;

/** Three panes side by side where there is room, with form and JSON beside each other on the widest; fewer, as tabs, where there is not. */
export function EditorPanes({ layout, inSteps }: EditorPanesProps) {
  const isWhole = useDeferredValue(true, !inSteps);
  const sizing = usePaneSizes(layout);
  if (layout === "narrow") return <CallTabs withTranscript withSide withForm />;
  return (
    <div className={cx("grid min-h-0 flex-1", COLUMNS[layout])} style={columnsOf(layout, sizing)}>
      {layout === "medium" ? null : (
        <div className="relative flex min-h-0 flex-col border-r border-line bg-surface">
          <ProblemsPane />
          <div className="flex min-h-0 flex-1 flex-col border-t border-line">
            <TimelinePane />
          </div>
          <PaneSeparator pane="left" label="Width of problems and timeline" usual={USUAL_LEFT} sizing={sizing} />
        </div>
      )}
      <div className="flex min-h-0 min-w-0 flex-col">
        <LandedHead />
        <div className="min-h-0 flex-1">
          <TranscriptPane />
        </div>
      </div>
      <div className="relative flex min-h-0 min-w-0 border-l border-line bg-surface">
        {isWhole ? <RightPane layout={layout} /> : null}
        <PaneSeparator pane="right" label="Width of form and JSON" usual={USUAL_RIGHT[layout]} sizing={sizing} />
      </div>
    </div>
  );
}

/** Only where a width was set: else the style sheet's own, which the server draws too. */
function columnsOf(layout: Exclude<EditorLayout, "narrow">, { width }: PaneSizing): { readonly gridTemplateColumns: string } | undefined {
  const [left, right] = [width("left"), width("right")];
  if (left === undefined && right === undefined) return undefined;
  const leftColumn = layout === "medium" ? "" : `${left ?? USUAL_LEFT}px `;
  // However wide a pane was made in another window, the transcript keeps room to be read.
  return { gridTemplateColumns: `${leftColumn}minmax(320px, 1fr) minmax(0, ${right ?? USUAL_RIGHT[layout]}px)` };
}

function RightPane({ layout }: { readonly layout: Exclude<EditorLayout, "narrow"> }) {
  const { attemptId, showAttempt } = useEditor();
  const isFull = layout === "full";
  return (
    <>
      {isFull ? (
        <div className="flex min-h-0 min-w-0 flex-[3] flex-col border-r border-line">
          <FormAlone />
        </div>
      ) : null}
      <div className="flex min-h-0 min-w-0 flex-[4] flex-col">
        {attemptId === null ? <CallTabs withSide={layout === "medium"} withForm={!isFull} /> : <AttemptPane attemptId={attemptId} onClose={() => showAttempt(null)} />}
      </div>
    </>
  );
}
