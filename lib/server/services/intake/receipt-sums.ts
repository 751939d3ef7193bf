import "server-only";
import { keyOf, type ReceiptGroup } from "@/lib/core/shapes/receipt/group-receipt";
import type { StoredReceiptGroup } from "@/lib/server/repositories/receipt-groups";

/** Sums the receipts of a chunk's records up, so that the store is asked once for each way a leaf went and not for each record. */
export class ReceiptSums {
  private readonly sums = new Map<string, StoredReceiptGroup>();

  /** Adds one call's receipt. */
  add(groups: readonly ReceiptGroup[]): void {
    for (const group of groups) {
      const key = keyOf(group);
      const known = this.sums.get(key);
      this.sums.set(key, { ...group, leaves: (known?.leaves ?? 0) + group.leaves, calls: (known?.calls ?? 0) + 1 });
    }
  }

  get groups(): readonly StoredReceiptGroup[] {
    return [...this.sums.values()];
  }
}
