import type { ParsedJson } from "@/lib/core/text/scan-json";
import { sliceRecord } from "./slice-record";
import { splitItems } from "./split-items";
import type { FoundRecords } from "./split-source";
import { unwrapString } from "./unwrap-string";

/** The records of a text that is one JSON value and no array with items; `line` is where the value starts. */
export function splitValue(text: string, { root }: ParsedJson, line: number): FoundRecords {
  if (root.type === "array") return { kind: "array", records: [], badRecords: [] };
  const inner = unwrapString(root);
  if (inner === null) return { kind: "object", records: [sliceRecord(text, root, { path: "", line })], badRecords: [] };
  // Lines inside a string are no lines of the source: all that stands in it is reported where the string begins.
  const items = splitItems(inner.text, { lineOf: () => line, notes: [inner.note] });
  if (items !== null) return { ...items, kind: "string" };
  const records = inner.parsed.root.type === "array" ? [] : [sliceRecord(text, root, { path: "", line })];
  return { kind: "string", records, badRecords: [] };
}
