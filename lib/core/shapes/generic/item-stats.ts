import type { JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";

/** What the items of a list have at one path. */
export interface PathStats {
  readonly path: JsonPath;
  /** Items with a text that is not blank, or a number. */
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
/** `author.type` and `content.text` are two keys deep, and deeper ones name no speaker. */
const MAX_KEYS = 2;

export interface ItemStats {
  readonly looked: number;
  readonly paths: readonly PathStats[];
}

/** Counts what stands at each path of a list's items, two keys or two places deep. */
export function itemStats(items: readonly JsonNode[]): ItemStats {
  const found = new Map<string, PathStats>();
  const looked = items.slice(0, LOOKED_AT);
  for (const item of looked) countNode(item, [], found);
  return { looked: looked.length, paths: [...found.values()] };
}

function countNode(node: JsonNode, path: JsonPath, found: Map<string, PathStats>): void {
  if (node.type === "object" && path.length < MAX_KEYS) for (const { key, value } of node.members) countNode(value, [...path, key], found);
  else if (node.type === "array" && path.length === 0 && node.items.length === 2) for (const [index, item] of node.items.entries()) countNode(item, [index], found);
  else if (node.type === "string" || node.type === "number") countLeaf(node.type === "string" ? node.value : node.source, { path, found, isText: node.type === "string" });
}

interface Leaf {
  readonly path: JsonPath;
  readonly found: Map<string, PathStats>;
  readonly isText: boolean;
}

function countLeaf(value: string, { path, found, isText }: Leaf): void {
  if (value.trim() === "") return;
  const key = JSON.stringify(path);
  const stats = found.get(key) ?? { path, filled: 0, texts: 0, characters: 0, values: new Map<string, number>() };
  if (!found.has(key)) {
    if (found.size >= MAX_PATHS) return;
    found.set(key, stats);
  }
  stats.filled += 1;
  if (isText) stats.texts += 1;
  stats.characters += value.length;
  if (stats.values.has(value) || stats.values.size < MAX_VALUES) stats.values.set(value, (stats.values.get(value) ?? 0) + 1);
}
