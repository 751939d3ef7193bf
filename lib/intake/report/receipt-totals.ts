import { keyOf, type ReceiptGroup } from "@/lib/core/shapes/receipt/group-receipt";
import type { Receipt } from "@/lib/core/shapes/shape";
import { detach, detached } from "./detach";

type TotalGroup = ReceiptGroup & { readonly calls: number };
type Mutable = Omit<TotalGroup, "leaves" | "calls"> & { leaves: number; calls: number };

/** Ours: what one screen can list. */
const MAX_GROUPS = 300;

/** Receipts over all records: how many leaves went which way. */
export class ReceiptTotals {
  carried = 0;
  changed = 0;
  dropped = 0;
  private readonly totals = new Map<string, Mutable>();

  /** Adds the receipt of one record. */
  add(counts: Pick<Receipt, "carried" | "changed" | "dropped">, groups: readonly ReceiptGroup[]): void {
    this.count(counts);
    for (const group of groups) this.merge(group, 1);
  }

  addAll(other: ReceiptTotals): void {
    this.count(other);
    for (const group of other.totals.values()) this.merge(group, group.calls);
  }

  get groups(): readonly TotalGroup[] {
    return [...this.totals.values()].sort((left, right) => right.leaves - left.leaves).slice(0, MAX_GROUPS).map((group) => ({ ...group }));
  }

  private count({ carried, changed, dropped }: Pick<Receipt, "carried" | "changed" | "dropped">): void {
    this.carried += carried;
    this.changed += changed;
    this.dropped += dropped;
  }

  private merge(group: ReceiptGroup, calls: number): void {
    const key = keyOf(group);
    const known = this.totals.get(key);
    if (known) {
      known.leaves += group.leaves;
      known.calls += calls;
    } else if (this.totals.size < MAX_GROUPS * 10) this.totals.set(detach(key), detached({ ...group, calls }));
  }
}
