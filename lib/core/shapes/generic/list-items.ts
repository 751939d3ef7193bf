import { labelledLikeness, readLabelled } from "@/lib/core/shapes/text/labelled/read-labelled";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { parseJson } from "@/lib/core/text/scan-json";

/** The items of a list, and the leaf or list that they were read from where they are no nodes of the record itself. */
export interface ListItems {
  readonly items: readonly JsonNode[];
  /** The text (JSON in a text, a transcript with labels) or the list of labelled lines; null where the items stand in the record. */
  readonly holder: JsonNode | null;
}

/** Where a labelled line has its parts once it is read. */
export const LABELLED_PATHS = { role: ["label"], text: ["text"], start: ["time"] } as const;

/** Ours: a text this long is looked at whole; a longer one is no transcript of one call. */
const MAX_TEXT = 2 * 1024 * 1024;
/** Ours: a text has to look like a transcript so much. */
const MIN_LIKENESS = 0.7;

/** The items at a path, which may lead through JSON in a text; null where there are none. */
export function listItems(root: JsonNode, path: JsonPath): ListItems | null {
  let node: JsonNode | undefined = root;
  let holder: JsonNode | null = null;
  for (const segment of path) {
    if (node?.type === "string") {
      holder ??= node;
      node = jsonInText(node) ?? undefined;
    }
    if (typeof segment === "string") node = member(node, segment);
    else node = node?.type === "array" ? node.items[segment] : undefined;
  }
  return node ? itemsOf(node, holder) : null;
}

function itemsOf(node: JsonNode, holder: JsonNode | null): ListItems | null {
  if (node.type === "string") {
    const inner = jsonInText(node);
    if (inner) return inner.type === "array" ? itemsOf(inner, holder ?? node) : null;
    const turns = labelledTurns(node.value);
    return turns ? { items: turns, holder: holder ?? node } : null;
  }
  if (node.type !== "array") return null;
  if (!node.items.every(({ type }) => type === "string")) return { items: node.items, holder };
  const turns = labelledTurns(node.items.map((item) => (item.type === "string" ? item.value : "")).join("\n"));
  return turns ? { items: turns, holder: holder ?? node } : null;
}

/** The JSON list or object that a text holds, or null. */
export function jsonInText(node: JsonNode): JsonNode | null {
  if (node.type !== "string" || node.value.length > MAX_TEXT || !/^\s*[[{]/.test(node.value)) return null;
  const parsed = parseJson(node.value);
  return parsed.ok ? parsed.value.root : null;
}

/** The turns of a text in which labels say who speaks; null where it is no such text. */
export function labelledTurns(text: string): readonly JsonNode[] | null {
  if (text.length > MAX_TEXT || !/[:：]/.test(text) || labelledLikeness(text) < MIN_LIKENESS) return null;
  const turns = member(readLabelled(text) ?? undefined, "turns");
  return turns?.type === "array" && turns.items.length >= 2 ? turns.items : null;
}
