"use client";

import { useMemo } from "react";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import type { RepairProposal } from "@/lib/core/repair/propose-repair";
import { repairRows, type RepairRow, type RowPart } from "@/lib/intake/repair-rows";
import { cx } from "@/components/ui/cx";
import { Panel } from "@/components/ui/panel";

export interface RepairPanesProps {
  readonly given: string;
  /** The repair as it stands: all of it, or all that keeps the complete items. */
  readonly repaired: Pick<RepairProposal, "repairs" | "text">;
  /** The repair that is being looked at, by its place in the list. */
  readonly chosen: number;
}

/** What was given beside what it would become, line by line; what no repair touched is folded. */
export function RepairPanes({ given, repaired, chosen }: RepairPanesProps) {
  const { before, after } = useMemo(() => repairRows(given, repaired.repairs), [given, repaired.repairs]);
  return (
    <div className="grid grid-cols-2 gap-4 max-lg:grid-cols-1">
      <Panel title="What you gave" note={sizeOf(given)} label="What you gave" flush>
        <Rows rows={before} chosen={chosen} side="before" fold="without problems" />
      </Panel>
      <Panel title="Repaired" note={sizeOf(repaired.text)} label="Repaired" flush>
        <Rows rows={after} chosen={chosen} side="after" fold="the same" />
      </Panel>
    </div>
  );
}

function sizeOf(text: string): string {
  return `${formatPlural(text.split(/\r\n|\r|\n/).length, "line")}, ${formatPlural(text.length, "character")}`;
}

/** The id of a touched part, so that the list of repairs can bring it into view. */
export function repairPartId(side: "before" | "after", repair: number): string {
  return `repair-${side}-${repair}`;
}

interface RowsProps {
  readonly rows: readonly RepairRow[];
  readonly chosen: number;
  readonly side: "before" | "after";
  readonly fold: string;
}

function Rows({ rows, chosen, side, fold }: RowsProps) {
  return (
    <div tabIndex={0} role="group" aria-label={side === "before" ? "The text as given" : "The text as repaired"} className="focus-inset max-h-[60vh] overflow-auto py-2">
      <pre className="text-code w-max min-w-full">
        {rows.map((row) =>
          row.kind === "gap" ? (
            <div key={`gap ${row.first}`} className="border-y border-line bg-sunken py-0.5 pl-15 text-ink-3 select-none">
              {formatPlural(row.lines, "line")}{side === "after" ? "," : ""} {fold}
            </div>
          ) : (
            <div key={row.number} className="flex pr-4">
              <span className="w-15 shrink-0 pr-6 text-right text-ink-3 select-none">{formatCount(row.number)}</span>
              <span>{row.parts.length === 0 ? " " : row.parts.map((part, place) => <Part key={`${row.number} ${place}`} part={part} chosen={chosen} side={side} />)}</span>
            </div>
          ),
        )}
      </pre>
    </div>
  );
}

function Part({ part, chosen, side }: { readonly part: RowPart; readonly chosen: number; readonly side: "before" | "after" }) {
  const { text, repair } = part;
  if (repair === null) return <>{text}</>;
  const isChosen = repair === chosen;
  const ground = side === "before" ? (isChosen ? "bg-blocks text-surface" : "bg-loses-soft text-loses") : isChosen ? "bg-accent text-on-accent" : "bg-accent-soft text-accent-text";
  return (
    <mark id={repairPartId(side, repair)} className={cx("rounded-mark px-px font-semibold", ground, text === "" && "inline-block min-w-1.5")}>
      {text === "" ? "\u200b" : text}
    </mark>
  );
}
