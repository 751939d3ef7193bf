import type { BulkView } from "@/lib/contracts/bulk";
import { formatCount, formatPlural } from "@/lib/core/format/count";

const DIRECTIONS = { do: "", undo: "Taken back: ", redo: "Brought back: " } as const;

/** What a bulk change did: "Set the agent to booking-bot: 12 calls, 3 left as they were". */
export function bulkSentence(view: BulkView): string {
  const { label, direction, counts, state } = view;
  const done = direction === "undo" ? counts.undone : counts.done;
  const left = counts.skipped + counts.failed + counts.unchanged + counts.left;
  const stop = state === "cancelled" ? ", stopped" : "";
  return `${DIRECTIONS[direction]}${label}: ${formatPlural(done, "call")}${left === 0 ? "" : `, ${formatCount(left)} left as they were`}${stop}`;
}

/** How far it is: "Set the agent to booking-bot: 1,204 of 12,431". */
export function progressSentence({ label, direction, processed, total }: BulkView): string {
  return `${DIRECTIONS[direction]}${label}: ${formatCount(processed)} of ${formatCount(total)}`;
}
