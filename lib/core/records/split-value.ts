import { member, type JsonNode } from "@/lib/core/text/json-node";
import type { LineIndex } from "@/lib/core/text/line-index";
import type { ParsedJson } from "@/lib/core/text/scan-json";
import { sliceRecord } from "./slice-record";
import type { FoundRecord, FoundRecords } from "./split-source";
import { unwrapString } from "./unwrap-string";

/** The records of a text that is one JSON value. */
export function splitValue(text: string, { root }: ParsedJson, lines: LineIndex): FoundRecords {
  const line = lines.position(root.start).line;
  if (root.type === "array") return splitArray(text, root, { lineOf: (node) => lines.position(node.start).line, notes: [] });
  const inner = unwrapString(root);
  // Lines inside a string are no lines of the source: all that stands in it is reported where the string begins.
  if (inner?.parsed.root.type === "array") return { ...splitArray(inner.text, inner.parsed.root, { lineOf: () => line, notes: [inner.note] }), kind: "string" };
  return { kind: inner === null ? "object" : "string", records: [sliceRecord(text, root, { path: "", line })], badRecords: [] };
}

interface ArrayContext {
  readonly lineOf: (node: JsonNode) => number;
  readonly notes: readonly string[];
}

function splitArray(text: string, root: JsonNode & { readonly type: "array" }, { lineOf, notes }: ArrayContext): FoundRecords {
  const kind = "array";
  if (isConversation(root.items)) return { kind, records: [sliceRecord(text, root, { path: "", line: lineOf(root), notes })], badRecords: [] };
  const records: FoundRecord[] = root.items.map((item, index) => sliceRecord(text, item, { path: `[${index}]`, line: lineOf(item), notes }));
  return { kind, records, badRecords: [] };
}

/** Keys under which the known message formats keep what was said or done. */
const MESSAGE_KEYS = ["content", "text", "message", "parts", "tool_calls"];

/** Whether the items are the messages of one conversation: taking each for a call would tear it apart. */
function isConversation(items: readonly JsonNode[]): boolean {
  return items.length > 0 && items.every((item) => member(item, "role")?.type === "string" && MESSAGE_KEYS.some((key) => member(item, key) !== undefined));
}
