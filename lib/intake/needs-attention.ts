import type { InspectedRecord } from "./inspected-source";

/** Whether a person should look at a record before it is sent. */
export function needsAttention({ counts, losesAll }: Pick<InspectedRecord, "counts" | "losesAll">): boolean {
  return counts.blocks > 0 || counts.loses > 0 || losesAll;
}
