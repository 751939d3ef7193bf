import type { ParsedJson } from "@/lib/core/text/scan-json";
import type { LinePosition } from "@/lib/core/text/line-index";
import { sliceRecord } from "./slice-record";
import { splitItems } from "./split-items";
import type { FoundRecords } from "./split-source";
import { splitLines } from "./split-lines";
import { unwrapString } from "./unwrap-string";

/** The records of a text that is one JSON value and no array with items; `place` is where the value starts. */
export function splitValue(text: string, { root }: ParsedJson, place: LinePosition): FoundRecords {
  if (root.type === "array") return { kind: "array", records: [], badRecords: [] };
  const inner = unwrapString(root);
  const lines = inner === null && root.type === "string" ? splitLines(root.value) : null;
  if (lines !== null) return linesInString(lines, place.line);
  if (inner === null) return { kind: "object", records: [sliceRecord(text, root, { path: "", ...place })], badRecords: [] };
  // Lines inside a string are no lines of the source: all that stands in it is reported where the string begins.
  const items = splitItems(inner.text, { lineOf: () => place.line, notes: [inner.note] });
  if (items !== null) return { ...items, kind: "string" };
  const records = inner.parsed.root.type === "array" ? [] : [sliceRecord(text, root, { path: "", ...place })];
  return { kind: "string", records, badRecords: [] };
}

/** A string that holds JSON Lines; what stands in it is reported where the string begins. */
function linesInString({ records, badRecords }: FoundRecords, line: number): FoundRecords {
  const notes = ["The calls stood inside a JSON string, which was decoded once."];
  return { kind: "string", records: records.map((record) => ({ ...record, line, column: null, notes: [...notes, ...record.notes] })), badRecords: badRecords.map((bad) => ({ ...bad, line })) };
}
