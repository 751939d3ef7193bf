import type { Receipt, ReceiptEntry } from "@/lib/core/shapes/shape";

/** Leaves of a receipt that went the same way, with indexes written `[]`. */
export interface ReceiptGroup {
  readonly kind: ReceiptEntry["kind"];
  readonly from: string;
  /** "" for what was dropped. */
  readonly to: string;
  /** "" for what was carried. */
  readonly reason: string;
  readonly leaves: number;
}

/** Ours: a record with a thousand ways of its own (a map by id) tells nothing in a sum; what is over stands in one group a kind. */
const MAX_GROUPS = 300;
/** Ours: patterns and reasons are columns and cells; longer ones are cut. */
const MAX_CHARS = 300;
const OTHERS = "…";

/** Sums one receipt up: "transcript[].message → transcript.turns[].content, 41 leaves". */
export function groupReceipt(receipt: Receipt): readonly ReceiptGroup[] {
  const groups = new Map<string, Mutable>();
  for (const { kind, from, to = "", reason = "" } of receipt.entries) {
    const group = { kind, from: pattern(from), to: pattern(to), reason: reason.slice(0, MAX_CHARS) };
    const key = keyOf(group);
    if (groups.has(key) || groups.size < MAX_GROUPS) add(groups, key, group);
    else {
      const rest = { kind, from: OTHERS, to: kind === "dropped" ? "" : OTHERS, reason: "" };
      add(groups, keyOf(rest), rest);
    }
  }
  return [...groups.values()];
}

type Mutable = Omit<ReceiptGroup, "leaves"> & { leaves: number };

function add(groups: Map<string, Mutable>, key: string, group: Omit<ReceiptGroup, "leaves">): void {
  const known = groups.get(key);
  if (known) known.leaves += 1;
  else groups.set(key, { ...group, leaves: 1 });
}

/** One key for leaves that go the same way; for sums over many receipts too. Lengths keep the parts apart, whatever stands in them. */
export function keyOf({ kind, from, to, reason }: Omit<ReceiptGroup, "leaves">): string {
  return `${kind} ${from.length} ${to.length} ${from}${to}${reason}`;
}

function pattern(path: string): string {
  return (path.includes("[") ? path.replace(/\[\d+\]/g, "[]") : path).slice(0, MAX_CHARS);
}
