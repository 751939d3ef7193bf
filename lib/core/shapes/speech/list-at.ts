import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";

/** The items of the list at a path; [] where there is none. */
export function listAt(root: JsonNode | undefined, ...path: readonly (string | number)[]): readonly JsonNode[] {
  const node = nodeAt(root, path);
  return node?.type === "array" ? node.items : [];
}
