import type { JsonNode } from "@/lib/core/text/json-node";

/** How many leaves a value has, counted as receipts count them: an empty list or object is one. The depth is capped by the parser. */
export function countLeaves(node: JsonNode): number {
  if (node.type === "array") {
    if (node.items.length === 0) return 1;
    let count = 0;
    for (const item of node.items) count += countLeaves(item);
    return count;
  }
  if (node.type !== "object") return 1;
  if (node.members.length === 0) return 1;
  let count = 0;
  for (const { value } of node.members) count += countLeaves(value);
  return count;
}
