import { leaves } from "@/lib/core/text/json-values";
import type { JsonNode } from "@/lib/core/text/json-node";
import { formatPath, type JsonPath } from "@/lib/core/text/json-path";
import { isSecretKey, isSecretText } from "./secrets";
import type { Receipt, ReceiptEntry } from "@/lib/core/shapes/shape";
import { HIDDEN_SECRET, showText, showValue } from "./show-value";

type Mark =
  | { readonly kind: "carried"; readonly to: string }
  | { readonly kind: "changed"; readonly to: string; readonly reason: string; readonly after: string }
  | { readonly kind: "dropped"; readonly reason: string };

export interface Change {
  readonly to: string;
  readonly reason: string;
  /** What became of it. */
  readonly after: string;
}

/**
 * Accounts for the leaves of one source. A converter marks what it takes; what nobody marked was dropped. The first mark of a
 * leaf counts, except that taking it wins over dropping it.
 */
export class ReceiptBuilder {
  private readonly marks = new Map<JsonNode, Mark>();

  /** Marks a leaf, or every leaf below a node, as carried to a place of the same form under `to`. */
  carry(node: JsonNode, to: string): void {
    for (const { path, node: leaf } of leaves(node)) this.mark(leaf, { kind: "carried", to: joinPath(to, path) });
  }

  /** Marks every leaf below a node as changed into one value. */
  change(node: JsonNode, change: Change): void {
    const after = showText(change.after);
    for (const { node: leaf } of leaves(node)) this.mark(leaf, { kind: "changed", to: change.to, reason: change.reason, after });
  }

  /** Gives the reason why every leaf below a node is left out. */
  drop(node: JsonNode, reason: string): void {
    for (const { node: leaf } of leaves(node)) this.mark(leaf, { kind: "dropped", reason });
  }

  /** The receipt of all leaves of `root` in source order. `reasonOf` says why a leaf that nobody took is left out. */
  finish(root: JsonNode, reasonOf: (path: JsonPath) => string): Receipt {
    const shadowed = shadowedNodes(root);
    const counts = { carried: 0, changed: 0, dropped: 0 };
    const entries = leaves(root).map(({ path, node }): ReceiptEntry => {
      const taken = this.marks.get(node);
      const isSecret = (node.type === "string" && isSecretText(node.value)) || (HOLDS_SECRET.has(node.type) && path.some(isSecretSegment));
      const reason = shadowed.has(node) ? "The same key comes again later, and only the last counts" : isSecret ? "A secret is never carried" : undefined;
      const mark = taken ?? { kind: "dropped" as const, reason: reason ?? reasonOf(path) };
      counts[mark.kind] += 1;
      return { from: formatPath(path), ...mark, before: isSecret ? HIDDEN_SECRET : showValue(node) };
    });
    return { entries, ...counts };
  }

  private mark(leaf: JsonNode, mark: Mark): void {
    const existing = this.marks.get(leaf);
    if (!existing || (existing.kind === "dropped" && mark.kind !== "dropped")) this.marks.set(leaf, mark);
  }
}

const HOLDS_SECRET = new Set<JsonNode["type"]>(["string", "number"]);

function isSecretSegment(segment: string | number): boolean {
  return typeof segment === "string" && isSecretKey(segment);
}

/** A formatted path continued: `metadata` and `["analysis", "summary"]` make `metadata.analysis.summary`. */
export function joinPath(head: string, path: JsonPath): string {
  const tail = formatPath(path);
  return tail === "" || tail.startsWith("[") || head === "" ? head + tail : `${head}.${tail}`;
}

/** Leaves below a member whose key comes again later in the same object. */
function shadowedNodes(root: JsonNode): ReadonlySet<JsonNode> {
  const found = new Set<JsonNode>();
  collectShadowed(root, found);
  return found;
}

function collectShadowed(node: JsonNode, found: Set<JsonNode>): void {
  if (node.type === "array") for (const item of node.items) collectShadowed(item, found);
  if (node.type !== "object") return;
  const seen = new Set<string>();
  for (let index = node.members.length - 1; index >= 0; index -= 1) {
    const entry = node.members[index];
    if (!entry) continue;
    if (seen.has(entry.key)) for (const { node: leaf } of leaves(entry.value)) found.add(leaf);
    else collectShadowed(entry.value, found);
    seen.add(entry.key);
  }
}
