import type { ParsedJson } from "@/lib/core/text/scan-json";
import type { LinePosition } from "@/lib/core/text/line-index";
import { sliceRecord } from "./slice-record";
import { splitItems } from "./split-items";
import type { FoundRecords } from "./split-source";
import { unwrapString } from "./unwrap-string";

/** The records of a text that is one JSON value and no array with items; `place` is where the value starts. */
export function splitValue(text: string, { root }: ParsedJson, place: LinePosition): FoundRecords {
  if (root.type === "array") return { kind: "array", records: [], badRecords: [] };
  const inner = unwrapString(root);
  if (inner === null) return { kind: "object", records: [sliceRecord(text, root, { path: "", ...place })], badRecords: [] };
  // Lines inside a string are no lines of the source: all that stands in it is reported where the string begins.
  const items = splitItems(inner.text, { lineOf: () => place.line, notes: [inner.note] });
  if (items !== null) return { ...items, kind: "string" };
  const records = inner.parsed.root.type === "array" ? [] : [sliceRecord(text, root, { path: "", ...place })];
  return { kind: "string", records, badRecords: [] };
}
