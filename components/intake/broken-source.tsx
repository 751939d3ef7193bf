"use client";

import { Pencil, RotateCcw } from "lucide-react";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import { LevelGlyph } from "@/components/marks/level-mark";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { BrokenText } from "./intake-step";
import { JsonBox } from "./json-box";
import { RepairView } from "./repair/repair-view";
import { lookAtRepaired, useRepair } from "./repair/use-repair";
import { SpotView } from "./spot-view";

export interface BrokenSourceProps {
  readonly broken: BrokenText;
  /** The text as it is being mended; null while only the spot is shown. */
  readonly mended: string | null;
  readonly onMend: (text: string) => void;
  readonly isBusy: boolean;
  readonly onCheck: (text: string) => void;
  readonly onStartOver: () => void;
}

/** A text that is no JSON: the spot, what was expected there, and the text to mend by hand. */
export function BrokenSource({ broken, mended, onMend, isBusy, onCheck, onStartOver }: BrokenSourceProps) {
  const { source, problem, text } = broken;
  const proposal = useRepair(mended === null ? text : null);
  const lines = text === null ? null : text.split(/\r\n|\r|\n/).length;
  const title = problem.kind === "depth" ? "This is nested too deeply" : "This is not valid JSON yet";
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <span className="flex size-9 shrink-0 items-center justify-center rounded-field bg-blocks-soft">
          <LevelGlyph level="blocks" size={18} />
        </span>
        <div className="min-w-0 flex-1 basis-70">
          <h1 className="text-lead">
            {title}: line {formatCount(problem.line)}, column {formatCount(problem.column)}
          </h1>
          <p className="text-body text-ink-2">{problem.message} Nothing has been taken in or sent.</p>
        </div>
        <Button variant="quiet" onPress={onStartOver} icon={<RotateCcw aria-hidden className="size-3.5" strokeWidth={2.2} />}>
          Start over
        </Button>
      </header>
      {proposal !== null && text !== null ? (
        <RepairView given={text} proposal={proposal} look={lookAtRepaired} isBusy={isBusy} onUse={onCheck} onFixMyself={() => onMend(text)} onDiscard={onStartOver} />
      ) : (
        <>
          {mended === null ? (
            <Panel title="What you gave" note={`${source.name}, ${lines === null ? "" : `${formatPlural(lines, "line")}, `}${formatPlural(source.byteLength, "byte")}`} flush>
              <SpotView text={text} problem={problem} />
            </Panel>
          ) : (
            <JsonBox key={`${source.sha256} ${problem.offset} ${source.byteLength}`} value={mended} onChange={onMend} onSubmit={() => onCheck(mended)} caret={problem.offset} className="h-[55vh]" />
          )}
          <footer className="flex flex-wrap items-center justify-end gap-2">
            <p className="mr-auto text-small text-ink-2">
              {text === null ? "This text is too long for a field. Mend it in its file and choose the file again." : "The text stays here until you start over or leave this page."}
            </p>
            {text !== null && mended === null ? (
              <Button variant="primary" onPress={() => onMend(text)} icon={<Pencil aria-hidden className="size-3.5" strokeWidth={2.2} />}>
                Fix it myself
              </Button>
            ) : null}
            {mended === null ? null : (
              <Button variant="primary" onPress={() => onCheck(mended)} isPending={isBusy}>
                Check again
              </Button>
            )}
          </footer>
        </>
      )}
    </div>
  );
}
