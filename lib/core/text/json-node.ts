/**
 * A parsed JSON value that remembers where it stands. Offsets are UTF-16 code units into the text; `end` is exclusive.
 * Numbers keep only their source text: reading them as doubles would lose what JSON can say and a double cannot.
 */
export type JsonNode = JsonObjectNode | JsonArrayNode | JsonStringNode | JsonNumberNode | JsonLiteralNode;

interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

export interface JsonMember {
  readonly key: string;
  /** Span of the key's string token, quotes included. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: JsonNode;
}

export interface JsonObjectNode extends JsonSpan {
  readonly type: "object";
  /** In source order, duplicates included. JSON.parse keeps the last of a duplicate; so does `member`. */
  readonly members: readonly JsonMember[];
}

export interface JsonArrayNode extends JsonSpan {
  readonly type: "array";
  readonly items: readonly JsonNode[];
}

export interface JsonStringNode extends JsonSpan {
  readonly type: "string";
  readonly value: string;
}

export interface JsonNumberNode extends JsonSpan {
  readonly type: "number";
  readonly source: string;
}

export interface JsonLiteralNode extends JsonSpan {
  readonly type: "true" | "false" | "null";
}

/** The value of the last member with that key, or undefined. */
export function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  if (node?.type !== "object") return undefined;
  for (let index = node.members.length - 1; index >= 0; index -= 1) {
    const candidate = node.members[index];
    if (candidate?.key === key) return candidate.value;
  }
  return undefined;
}

/** The node at a path, or undefined where the path leads nowhere. */
export function nodeAt(root: JsonNode | undefined, path: readonly (string | number)[]): JsonNode | undefined {
  let node = root;
  for (const segment of path) {
    if (typeof segment === "string") node = member(node, segment);
    else node = node?.type === "array" ? node.items[segment] : undefined;
    if (node === undefined) return undefined;
  }
  return node;
}
