"use client";

import { useDeferredValue, useState } from "react";
import { useShortcut } from "@/components/shell/shortcuts-provider";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { AttemptPane } from "./attempt/attempt-pane";
import { useEditor } from "./editor-context";
import { FormTab } from "./form/form-tab";
import { JsonTab } from "./json/json-tab";
import { LandedHead } from "./landing/landed-head";
import { ProblemsPane } from "./problems/problems-pane";
import { ReceiptTab } from "./receipt/receipt-tab";
import { RequestTab } from "./request/request-tab";
import { TimelinePane } from "./timeline/timeline-pane";
import { TranscriptPane } from "./transcript/transcript-pane";
import type { EditorLayout } from "./use-layout";

export interface EditorPanesProps {
  readonly layout: EditorLayout;
  /** A big call: its transcript is drawn first, form and tabs a moment later. */
  readonly inSteps: boolean;
}

/** Three panes side by side where there is room; fewer, as tabs, where there is not. */
export function EditorPanes({ layout, inSteps }: EditorPanesProps) {
  const isWhole = useDeferredValue(true, !inSteps);
  if (layout === "narrow") return <RightTabs withTranscript withSide />;
  const columns = layout === "wide" ? "grid-cols-[minmax(240px,272px)_minmax(0,1fr)_minmax(360px,480px)]" : "grid-cols-[minmax(0,1fr)_minmax(340px,440px)]";
  return (
    <div className={`grid min-h-0 flex-1 ${columns}`}>
      {layout === "wide" ? (
        <div className="flex min-h-0 flex-col border-r border-line bg-surface">
          <ProblemsPane />
          <div className="flex min-h-0 flex-1 flex-col border-t border-line">
            <TimelinePane />
          </div>
        </div>
      ) : null}
      <div className="flex min-h-0 min-w-0 flex-col">
        <LandedHead />
        <div className="min-h-0 flex-1">
          <TranscriptPane />
        </div>
      </div>
      {isWhole ? <RightPane withSide={layout === "medium"} /> : <div className="border-l border-line bg-surface" />}
    </div>
  );
}

function RightPane({ withSide }: { readonly withSide: boolean }) {
  const { attemptId, showAttempt } = useEditor();
  return (
    <div className="flex min-h-0 min-w-0 flex-col border-l border-line bg-surface">
      {attemptId === null ? <RightTabs withSide={withSide} /> : <AttemptPane attemptId={attemptId} onClose={() => showAttempt(null)} />}
    </div>
  );
}

interface RightTabsProps {
  readonly withTranscript?: boolean;
  readonly withSide: boolean;
}

/** Form, JSON, Receipt and Request; on narrow screens everything else as well. */
function RightTabs({ withTranscript = false, withSide }: RightTabsProps) {
  const { draft, judgement, refusals, attemptId, showAttempt } = useEditor();
  const [tab, setTab] = useState(withTranscript ? "transcript" : "form");
  useShortcut("f", () => setTab("form"));
  useShortcut("d", () => setTab("json"));
  if (withTranscript && attemptId !== null) return <AttemptPane attemptId={attemptId} onClose={() => showAttempt(null)} />;
  return (
    <Tabs className="min-h-0 flex-1 bg-surface" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
      <TabList label="Call">
        {withTranscript ? <Tab id="transcript" label="Transcript" /> : null}
        {withSide ? <Tab id="problems" label="Problems" extra={judgement.problems.length + refusals.length} /> : null}
        <Tab id="form" label="Form" />
        <Tab id="json" label="JSON" extra={draft.syntax === null ? undefined : <span className="text-blocks">line {draft.syntax.line}</span>} />
        <Tab id="receipt" label="Receipt" />
        <Tab id="request" label="Request" />
        {withSide ? <Tab id="timeline" label="Timeline" /> : null}
      </TabList>
      {withTranscript ? (
        <TabPanel id="transcript" className="flex flex-col">
          <LandedHead />
          <TranscriptPane />
        </TabPanel>
      ) : null}
      {withSide ? (
        <TabPanel id="problems" className="flex flex-col">
          <ProblemsPane />
        </TabPanel>
      ) : null}
      <TabPanel id="form" className="overflow-y-auto">
        <FormTab />
      </TabPanel>
      <TabPanel id="json" className="flex flex-col">
        <JsonTab />
      </TabPanel>
      <TabPanel id="receipt" className="overflow-y-auto">
        <ReceiptTab />
      </TabPanel>
      <TabPanel id="request" className="overflow-y-auto">
        <RequestTab />
      </TabPanel>
      {withSide ? (
        <TabPanel id="timeline" className="flex flex-col">
          <TimelinePane />
        </TabPanel>
      ) : null}
    </Tabs>
  );
}
