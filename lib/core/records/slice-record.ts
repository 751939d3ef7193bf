import type { JsonNode } from "@/lib/core/text/json-node";
import type { FoundRecord } from "./split-source";
import { unwrapString } from "./unwrap-string";

/** Where a record stands. */
export interface RecordPlace {
  readonly path: string;
  readonly line: number;
  readonly column?: number | null;
  readonly notes?: readonly string[];
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const ESCAPE_NOTE = "A lone surrogate was written as an escape, because UTF-8 cannot hold it; the value is the same.";

/** The record of one value: its slice of the text, or what is inside where the value is a string that holds JSON. */
export function sliceRecord(text: string, node: JsonNode, place: RecordPlace): FoundRecord {
  const inner = unwrapString(node);
  const notes = [...(place.notes ?? []), ...(inner === null ? [] : [inner.note])];
  const slice = inner === null ? text.slice(node.start, node.end) : inner.text.slice(inner.parsed.root.start, inner.parsed.root.end);
  return encodable(slice, { ...place, column: inner === null ? (place.column ?? null) : null, notes });
}

/** The record of a slice that is JSON already. */
export function encodable(slice: string, { path, line, column = null, notes = [] }: RecordPlace): FoundRecord {
  if (slice.isWellFormed()) return { path, line, column, text: slice, notes };
  return { path, line, column, text: slice.replace(LONE_SURROGATE, escapeUnit), notes: [...notes, ESCAPE_NOTE] };
}

/** In JSON a lone surrogate can only stand inside a string, where the escape means the same. */
function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16)}`;
}
