import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { Peel } from "./peeler";

/** A search engine's answer: every hit keeps its document under `_source`. */
export function peelHits(root: JsonNode): Peel | null {
  const hits = nodeAt(root, ["hits", "hits"]);
  if (hits?.type !== "array") return null;
  const parts = hits.items.flatMap((hit, index) => {
    const node = member(hit, "_source");
    return node?.type === "object" ? [{ path: ["hits", "hits", index, "_source"], node }] : [];
  });
  return parts.length === 0 ? null : { isCertain: true, parts, notes: [] };
}
