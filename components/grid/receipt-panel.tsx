"use client";

import type { BatchReceiptGroup } from "@/lib/contracts/batch-receipt";
import type { GridFacets } from "@/lib/contracts/grid";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import { useBatchReceipt } from "@/lib/queries/batch-receipt";

export interface ReceiptPanelProps {
  /** Leaves of the sources of the calls that the grid shows. */
  readonly sums: GridFacets["receipt"];
  readonly calls: number;
  readonly batchId: string | null;
}

const PARTS = [
  ["carried", "Carried", "stand in the call as they stood in the source"],
  ["changed", "Changed", "stand in the call in another form"],
  ["dropped", "Dropped", "have no place in a call"],
] as const;

/** What became of every value of the sources; nothing else exists. */
export function ReceiptPanel({ sums, calls, batchId }: ReceiptPanelProps) {
  const total = sums.carried + sums.changed + sums.dropped;
  return (
    <div className="flex flex-col">
      <p className="border-b border-line px-4 py-2 text-small text-ink-2">
        {total === 0
          ? "No value was counted in the sources of these calls."
          : `${formatPlural(total, "value")} in the sources of ${formatPlural(calls, "call")} in this list. Nothing else was in them.`}
      </p>
      {total === 0 ? null : (
        <dl className="divide-y divide-line border-b border-line px-4">
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
      {batchId === null ? null : <ReceiptGroups batchId={batchId} />}
    </div>
  );
}

const TITLES = { changed: "Changed", dropped: "Dropped", carried: "Carried" } as const;

/** The same by place and reason, for the whole batch. */
function ReceiptGroups({ batchId }: { readonly batchId: string }) {
  const { data, error } = useBatchReceipt(batchId);
  if (error !== null) {
    return (
      <p role="alert" className="p-4 text-small text-blocks">
        {error.message}
      </p>
    );
  }
  return (["changed", "dropped", "carried"] as const).map((kind) => {
    const groups = data?.groups.filter((group) => group.kind === kind) ?? [];
    return groups.length === 0 ? null : (
      <section key={kind} aria-label={TITLES[kind]} className="border-b border-line py-3">
        <h2 className="px-4 text-body font-medium text-ink">
          {TITLES[kind]} <span className="text-small font-normal text-ink-3">in the whole batch</span>
        </h2>
        <ul className="mt-1">
          {groups.map((group) => (
            <GroupLine key={`${group.from} ${group.to} ${group.reason}`} group={group} />
          ))}
        </ul>
      </section>
    );
  });
}

function GroupLine({ group: { from, to, reason, leaves, calls } }: { readonly group: BatchReceiptGroup }) {
  return (
    <li className="flex items-start gap-2 px-4 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="text-code break-all text-ink">{from === "" ? "the whole record" : from}</p>
        {to === "" || to === from ? null : <p className="text-code break-all text-ink-2">→ {to}</p>}
        {reason === "" ? null : <p className="text-small break-words text-ink-2">{reason}</p>}
      </div>
      <p className="shrink-0 text-right text-small text-ink-3">
        <span className="block font-medium text-ink">{formatCount(leaves)}</span>
        {formatPlural(calls, "call")}
      </p>
    </li>
  );
}
