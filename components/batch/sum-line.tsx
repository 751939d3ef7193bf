import { Check } from "lucide-react";
import type { BatchView } from "@/lib/contracts/intake";
import { formatCount } from "@/lib/core/format/count";

const PARTS = [
  ["notStarted", "not started"],
  ["waiting", "waiting"],
  ["accepted", "accepted"],
  ["attention", "attention"],
  ["cancelled", "cancelled"],
  ["excluded", "excluded"],
] as const;

/** The sum of a batch: every call taken in stands in exactly one part of it. */
export function SumLine({ sum }: { readonly sum: BatchView["sum"] }) {
  const total = PARTS.reduce((count, [part]) => count + sum[part], 0);
  return (
    <p aria-label="Sum" role="group" className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-y border-line bg-surface px-4 py-2 text-small text-ink-2">
      {PARTS.map(([part, words], place) => (
        <span key={part} className="whitespace-nowrap">
          {place === 0 ? null : (
            <span aria-hidden className="mr-3 text-ink-3">
              +
            </span>
          )}
          <strong className="text-read font-semibold text-ink">{formatCount(sum[part])}</strong> {words}
        </span>
      ))}
      <span className="whitespace-nowrap">
        <span className="mr-3 text-ink-3">=</span>
        <strong className="text-read font-semibold text-ink">{formatCount(sum.takenIn)}</strong> taken in
      </span>
      {total === sum.takenIn ? (
        <span className="ml-auto inline-flex items-center gap-1.5 max-md:hidden">
          <Check aria-hidden className="size-3.5" strokeWidth={2.2} />
          Adds up. No call is unaccounted for.
        </span>
      ) : null}
    </p>
  );
}
