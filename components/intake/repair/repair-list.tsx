"use client";

import { formatCount, formatPlural } from "@/lib/core/format/count";
import type { RepairProposal } from "@/lib/core/repair/propose-repair";
import { cx } from "@/components/ui/cx";
import { Panel } from "@/components/ui/panel";

export interface RepairListProps {
  readonly repairs: RepairProposal["repairs"];
  readonly chosen: number;
  readonly onChoose: (repair: number) => void;
}

/** Ours: a list that anybody still reads; the panes show all of them. */
const SHOWN = 100;

/** Each thing that the repair does, with its place; choosing one brings it into view on both sides. */
export function RepairList({ repairs, chosen, onChoose }: RepairListProps) {
  return (
    <Panel title="What the repair does" note={formatCount(repairs.length)} label="What the repair does" flush>
      <ol className="max-h-72 overflow-auto">
        {repairs.slice(0, SHOWN).map(({ line, column, sentence, offset }, place) => (
          <li key={offset} className={cx("flex items-baseline gap-4 border-b border-line px-4 py-2 last:border-b-0", place === chosen && "bg-selected")}>
            <button
              type="button"
              aria-current={place === chosen}
              className="w-24 shrink-0 text-left text-code text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current"
              onClick={() => onChoose(place)}
            >
              line {formatCount(line)}:{formatCount(column)}
            </button>
            <span className="min-w-0 text-small break-words text-ink">{sentence}</span>
          </li>
        ))}
        {repairs.length > SHOWN ? <li className="px-4 py-2 text-small text-ink-3">{formatPlural(repairs.length - SHOWN, "more repair")} of this kind</li> : null}
      </ol>
    </Panel>
  );
}
