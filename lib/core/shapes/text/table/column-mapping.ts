import { failure, success, type Result } from "@/lib/core/result";
import { toValue } from "@/lib/core/text/json-values";
import { parseJson } from "@/lib/core/text/scan-json";
import { headerWord } from "./header-word";

/** What a column can hold, each told by the name of one column. */
export const COLUMN_FIELDS = [
  "conversation", "role", "text", "transcript", "start", "end", "order", "startedAt", "endedAt", "agent", "customerNumber", "customerName", "version", "recordingUrl", "endedReason", "duration", "cost",
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** Which column holds what. A table with `transcript` has a row per call, any other a row per turn. */
export type ColumnMapping = Readonly<Partial<Record<ColumnField, string>>> & {
  /** Columns that are kept in metadata under their own names. */
  readonly metadata: readonly string[];
};

/** A row per turn needs its words; a row per call its transcript. */
export function tableKind(mapping: ColumnMapping): "csv-turns" | "csv-calls" {
  return mapping.transcript === undefined ? "csv-turns" : "csv-calls";
}

/** The mapping as the answer to the question `columns:…`: a JSON text with the fields in one order. */
export function writeColumnMapping(mapping: ColumnMapping): string {
  const named = COLUMN_FIELDS.flatMap((field): [string, string][] => (mapping[field] === undefined ? [] : [[field, mapping[field]]]));
  return JSON.stringify({ ...Object.fromEntries(named), ...(mapping.metadata.length === 0 ? {} : { metadata: mapping.metadata }) });
}

/**
 * Reads a mapping for a table with these columns. The failure is a sentence for the person: no mapping at all, a field or column
 * that is not there, a column used twice, or neither words nor a transcript.
 */
export function readColumnMapping(text: string, names: readonly string[]): Result<ColumnMapping, string> {
  const parsed = parseJson(text);
  const value = parsed.ok ? toValue(parsed.value.root) : null;
  if (value === null || typeof value !== "object" || Array.isArray(value)) return failure("This is no mapping of columns.");
  const mapping: Partial<Record<ColumnField, string>> = {};
  const metadata: string[] = [];
  const used = new Set<string>();
  for (const [field, column] of Object.entries(value)) {
    const columns: readonly unknown[] = field === "metadata" && Array.isArray(column) ? column : [column];
    for (const name of columns) {
      if (name === null || name === "") continue;
      const found = typeof name === "string" ? columnNamed(name, names) : undefined;
      if (found === undefined) return failure(`The table has no column ${JSON.stringify(name)}.`);
      if (used.has(found)) return failure(`The column “${found}” is used twice.`);
      used.add(found);
      if (field === "metadata") metadata.push(found);
      else if (isField(field)) mapping[field] = found;
      else return failure(`There is no field “${field}”.`);
    }
  }
  if (mapping.text === undefined && mapping.transcript === undefined) return failure("Say which column holds what was said.");
  return success({ ...mapping, metadata });
}

function isField(field: string): field is ColumnField {
  return COLUMN_FIELDS.some((known) => known === field);
}

/** The column of that name; else the one whose name differs only in case and marks, since one answer serves all such tables. */
function columnNamed(name: string, names: readonly string[]): string | undefined {
  return names.includes(name) ? name : names.find((candidate) => headerWord(candidate) === headerWord(name));
}
