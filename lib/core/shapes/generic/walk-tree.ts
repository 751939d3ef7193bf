import type { JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";

/** Ours: deeper than this no export has had its turns, and more nodes than this take longer than a look may. */
const MAX_DEPTH = 6;
const MAX_NODES = 50_000;

/** A value met on the walk. */
export interface Step {
  readonly node: JsonNode;
  readonly depth: number;
  /** Its keys, places in lists collapsed: equal for all items of one list. */
  readonly shape: string;
  readonly segment: string | number | null;
  readonly parent: Step | null;
}

/** Visits the values of a tree, the outer ones first, down to 6 levels and at most 50,000 of them. Needs no stack, however deep the tree is. */
export function walkTree(root: JsonNode, visit: (step: Step) => void): void {
  const queue: Step[] = [{ node: root, depth: 0, shape: "", segment: null, parent: null }];
  for (let at = 0; at < queue.length; at += 1) {
    const step = queue[at];
    if (!step) break;
    visit(step);
    if (step.depth < MAX_DEPTH) addChildren(step, queue);
  }
}

function addChildren(parent: Step, queue: Step[]): void {
  const { node, depth, shape } = parent;
  if (node.type === "object") {
    for (const { key, value } of node.members) {
      if (queue.length >= MAX_NODES) return;
      queue.push({ node: value, depth: depth + 1, shape: `${shape}\u0000${key}`, segment: key, parent });
    }
  } else if (node.type === "array") {
    for (const [index, item] of node.items.entries()) {
      if (queue.length >= MAX_NODES) return;
      queue.push({ node: item, depth: depth + 1, shape: `${shape}\u0000[]`, segment: index, parent });
    }
  }
}

/** The path of a step from the root. */
export function pathOf(step: Step): JsonPath {
  const path: (string | number)[] = [];
  for (let at: Step | null = step; at && at.segment !== null; at = at.parent) path.push(at.segment);
  return path.reverse();
}
