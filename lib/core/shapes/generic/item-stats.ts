import type { JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";

/** What the items of a list have at one path. */
export interface PathStats {
  readonly path: JsonPath;
  /** Items with a text that is not blank, a number, or true or false. */
  filled: number;
  /** Of these, items with a text. */
  texts: number;
  characters: number;
  /** The first values, at most 40. */
  readonly values: Map<string, number>;
}

/** Ours: the first items tell what the others are like. */
const LOOKED_AT = 300;
const MAX_VALUES = 40;
const MAX_PATHS = 400;

export interface ItemStats {
  readonly looked: number;
  readonly paths: readonly PathStats[];
}

/** Counts what stands at each path of a list's items: two keys deep (`author.type`), since deeper ones name no speaker, or in pairs. */
export function itemStats(items: readonly JsonNode[]): ItemStats {
  const found = new Map<string, PathStats>();
  const looked = items.slice(0, LOOKED_AT);
  for (const item of looked) countItem(item, found);
  return { looked: looked.length, paths: [...found.values()] };
}

function countItem(item: JsonNode, found: Map<string, PathStats>): void {
  if (item.type === "array" && item.items.length === 2) for (const [index, part] of item.items.entries()) countLeaf(part, String(index), { path: [index], found });
  if (item.type !== "object") return;
  for (const { key, value } of item.members) {
    if (value.type !== "object") countLeaf(value, key, { path: [key], found });
    else for (const inner of value.members) countLeaf(inner.value, `${key}\u0000${inner.key}`, { path: [key, inner.key], found });
  }
}

/** `id` names the path: made of its keys, since this runs for every leaf of every list that is met. */
function countLeaf(node: JsonNode, id: string, { path, found }: { readonly path: JsonPath; readonly found: Map<string, PathStats> }): void {
  const value = node.type === "string" ? node.value : node.type === "number" ? node.source : node.type === "true" || node.type === "false" ? node.type : "";
  if (value.trim() === "") return;
  let stats = found.get(id);
  if (!stats) {
    if (found.size >= MAX_PATHS) return;
    stats = { path, filled: 0, texts: 0, characters: 0, values: new Map<string, number>() };
    found.set(id, stats);
  }
  stats.filled += 1;
  if (node.type === "string") stats.texts += 1;
  stats.characters += value.length;
  const seen = stats.values.get(value);
  if (seen !== undefined || stats.values.size < MAX_VALUES) stats.values.set(value, (seen ?? 0) + 1);
}
