"use client";

import { CircleCheck, LoaderCircle } from "lucide-react";
import { formatCount } from "@/lib/core/format/count";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { cx } from "@/components/ui/cx";
import { LevelGlyph } from "@/components/marks/level-mark";
import { verdictOf, type IntakeStep } from "./intake-step";

export interface VerdictProps {
  readonly state: IntakeStep;
  /** Said and not shown, where the page shows the same words larger. */
  readonly isQuiet: boolean;
  readonly onTryAgain: () => void;
  readonly onStartOver: () => void;
}

/** What came in, in one line; below it what the server failed to keep. The region is always on the page, so that it is read out. */
export function Verdict({ state, isQuiet, onTryAgain, onStartOver }: VerdictProps) {
  const sentence = verdictOf(state);
  return (
    <>
      <div role="status" aria-label="Verdict" className={cx(isQuiet && "sr-only", "empty:-mb-4")}>
        {sentence === "" ? null : (
          <p className="flex items-start gap-2 rounded-field border border-line bg-surface px-3 py-2 text-body font-medium break-words text-ink">
            <span className="mt-0.75 shrink-0">
              <VerdictMark step={state.step} />
            </span>
            <span className="min-w-0">{sentence}</span>
            {state.step === "saving" && state.total > 1 ? (
              <span className="ml-auto shrink-0 font-normal text-ink-2">
                {formatCount(state.stored)} of {formatCount(state.total)} kept
              </span>
            ) : null}
          </p>
        )}
      </div>
      {state.step === "saving" && state.waiting !== null ? (
        <Notice
          tone="loses"
          role="alert"
          title="Not kept yet."
          actions={
            <Button size="small" onPress={onTryAgain}>
              Try again
            </Button>
          }
        >
          {state.waiting.sentence} {formatCount(state.stored)} of {formatCount(state.total)} are on the server; all of it is still on this page. It is tried again by itself.
        </Notice>
      ) : null}
      {state.step === "unsaved" ? (
        <Notice
          tone="blocks"
          role="alert"
          title="Not kept yet."
          actions={
            <>
              <Button size="small" onPress={onTryAgain}>
                Try again
              </Button>
              <Button size="small" variant="quiet" onPress={onStartOver}>
                Start over
              </Button>
            </>
          }
        >
          {state.failure} {formatCount(state.stored)} of {formatCount(state.total)} are on the server; all of it is still on this page. Nothing was sent to Zelto.
        </Notice>
      ) : null}
    </>
  );
}

function VerdictMark({ step }: { readonly step: IntakeStep["step"] }) {
  if (step === "idle" || step === "broken") return <LevelGlyph level="blocks" />;
  if (step === "reading" || step === "saving") return <LoaderCircle aria-hidden className="size-3.5 text-ink-3" strokeWidth={2.2} />;
  return <CircleCheck aria-hidden className="size-3.5 text-ink-2" strokeWidth={2.2} />;
}
