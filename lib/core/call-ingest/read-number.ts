import type { JsonNode } from "@/lib/core/text/json-node";

/** The number of a number node as a double; null for anything else and for what a double cannot hold (1e400). */
export function readNumber(node: JsonNode | undefined): number | null {
  if (node?.type !== "number") return null;
  const value = Number(node.source);
  return Number.isFinite(value) ? value : null;
}

/** The text of a string node; null for anything else. */
export function readText(node: JsonNode | undefined): string | null {
  return node?.type === "string" ? node.value : null;
}
