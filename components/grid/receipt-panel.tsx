"use client";

import type { GridFacets } from "@/lib/contracts/grid";
import { formatCount, formatPlural } from "@/lib/core/format/count";

export interface ReceiptPanelProps {
  /** Leaves of the sources of the calls that the grid shows. */
  readonly sums: GridFacets["receipt"];
  readonly calls: number;
  readonly batchId: string | null;
}

const PARTS = [
  ["carried", "carried", "stand in the call as they stood in the source"],
  ["changed", "changed", "stand in the call in another form"],
  ["dropped", "dropped", "have no place in a call"],
] as const;

/** What became of every value of the sources; nothing else exists. */
export function ReceiptPanel({ sums, calls }: ReceiptPanelProps) {
  const total = sums.carried + sums.changed + sums.dropped;
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-small text-ink-2">
        {total === 0
          ? "These calls were taken in as they are: not one value was carried over, changed or left out."
          : `${formatPlural(total, "value")} in the sources of ${formatPlural(calls, "call")} under this filter. Calls that were kept byte for byte are not counted.`}
      </p>
      {total === 0 ? null : (
        <dl className="flex flex-col divide-y divide-line border-y border-line">
          {PARTS.map(([part, word, meaning]) => (
            <div key={part} className="flex items-baseline gap-2 py-2">
              <dt className="min-w-0 flex-1 text-small text-ink-2">
                <span className="block text-body font-medium text-ink">{word}</span>
                {meaning}
              </dt>
              <dd className="text-read font-semibold text-ink">{formatCount(sums[part])}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
