import { keyOf, type ReceiptGroup } from "@/lib/core/shapes/receipt/group-receipt";
import type { Receipt } from "@/lib/core/shapes/shape";
import { detached } from "./detach";

type TotalGroup = ReceiptGroup & { readonly calls: number };

/** Ours: what one screen can list. */
const MAX_GROUPS = 300;

/** Receipts over all records: how many leaves went which way. */
export class ReceiptTotals {
  carried = 0;
  changed = 0;
  dropped = 0;
  private readonly totals = new Map<string, TotalGroup>();

  /** Adds the receipt of one record. */
  add(counts: Pick<Receipt, "carried" | "changed" | "dropped">, groups: readonly ReceiptGroup[]): void {
    this.count(counts);
    for (const group of groups) this.merge({ ...group, calls: 1 });
  }

  addAll(other: ReceiptTotals): void {
    this.count(other);
    for (const group of other.totals.values()) this.merge(group);
  }

  get groups(): readonly TotalGroup[] {
    return [...this.totals.values()].sort((left, right) => right.leaves - left.leaves).slice(0, MAX_GROUPS);
  }

  private count({ carried, changed, dropped }: Pick<Receipt, "carried" | "changed" | "dropped">): void {
    this.carried += carried;
    this.changed += changed;
    this.dropped += dropped;
  }

  private merge(group: TotalGroup): void {
    const key = keyOf(group);
    const known = this.totals.get(key);
    if (known) this.totals.set(key, { ...known, leaves: known.leaves + group.leaves, calls: known.calls + group.calls });
    else if (this.totals.size < MAX_GROUPS * 10) this.totals.set(key, detached(group));
  }
}
