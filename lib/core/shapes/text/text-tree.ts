import { readText } from "@/lib/core/call-ingest/read-number";
import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { buildList, buildObject, buildText } from "@/lib/core/shapes/build/json-build";
import type { Finding } from "@/lib/core/shapes/detector";
import type { SourceShapeId } from "@/lib/core/shapes/shape";
import { member, type JsonArrayNode, type JsonNode, type JsonObjectNode, type JsonStringNode } from "@/lib/core/text/json-node";

/** A piece of a text as a leaf that remembers where it stands. Offsets are UTF-16 code units; `end` is exclusive. */
export function textLeaf(value: string, start: number, end: number): JsonStringNode {
  return { type: "string", value, start, end };
}

/** An object of such leaves; entries without a value stay out. */
export function leafGroup(entries: readonly (readonly [string, JsonNode | undefined])[]): JsonObjectNode {
  return buildObject(entries);
}

/** The tree of a text: its format's name and its lists of parts. Empty lists stay out, since an empty list counts as a leaf. */
export function textTree(format: SourceShapeId, lists: readonly (readonly [string, readonly JsonNode[]])[]): JsonObjectNode {
  const filled = lists.map(([key, items]): [string, JsonArrayNode | undefined] => [key, items.length === 0 ? undefined : buildList(items)]);
  return buildObject([["format", buildText(format)], ...filled]);
}

/** Whether the root is the tree of that format, and not a JSON record. Trees are made here, so that their texts stand nowhere. */
export function isTextTree(root: JsonNode, format: SourceShapeId): boolean {
  const node = member(root, "format");
  return root.start === -1 && readText(node) === format;
}

/** The parts of a tree under a key; [] where there are none. */
export function partsOf(root: JsonNode, key: string): readonly JsonNode[] {
  const node = member(root, key);
  return node?.type === "array" ? node.items : [];
}

/** What every text format's `inspect` says: the text was read as this format, so it is one. */
export function findTextTree(root: JsonNode, finding: { readonly format: SourceShapeId; readonly score: number; readonly reasons: readonly string[] }): Finding | null {
  return isTextTree(root, finding.format) ? { score: finding.score, reasons: finding.reasons } : null;
}

/** The format's name goes into metadata: of a call that came as a text it should be told later how it was read. */
export function keepFormat(draft: CanonicalDraft, root: JsonNode): void {
  draft.keep("format", member(root, "format"));
}
