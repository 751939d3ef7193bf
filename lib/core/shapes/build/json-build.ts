import type { JsonArrayNode, JsonMember, JsonNode, JsonNumberNode, JsonObjectNode, JsonStringNode } from "@/lib/core/text/json-node";

/** Place of a node that was made here and stands in no text. */
const NOWHERE = { start: -1, end: -1 } as const;
const NO_KEY = { keyStart: -1, keyEnd: -1 } as const;

export function buildText(value: string): JsonStringNode {
  return { type: "string", value, ...NOWHERE };
}

/** `source` is JSON number text and is written as it is, so that no digit is lost. */
export function buildNumber(source: string): JsonNumberNode {
  return { type: "number", source, ...NOWHERE };
}

export function buildList(items: readonly JsonNode[]): JsonArrayNode {
  return { type: "array", items, ...NOWHERE };
}

/** An object of the entries that have a value. */
export function buildObject(entries: readonly (readonly [string, JsonNode | undefined])[]): JsonObjectNode {
  const members = entries.flatMap(([key, value]): JsonMember[] => (value ? [{ key, value, ...NO_KEY }] : []));
  return { type: "object", members, ...NOWHERE };
}
