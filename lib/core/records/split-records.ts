import { failure, success, type Result } from "@/lib/core/result";
import { byteLength } from "@/lib/core/text/fingerprint";
import { parseJson } from "@/lib/core/text/scan-json";
import { createSplitter } from "./create-splitter";
import { MAX_WHOLE_BYTES } from "./limits";
import { placeInSource } from "./place-in-source";
import { tooLargeText, unreadableSource } from "./source-words";
import type { PlacedRecord } from "./split-event";
import type { BadRecord, OversizedRecord, RecordSlice, SourceProblem, SplitSource } from "./split-source";

export type { BadRecord, OversizedRecord, RecordSlice, SourceKind, SourceProblem, SplitSource } from "./split-source";

/**
 * Finds the records of a source that is there whole: what `createSplitter` finds, with every record parsed. Bad lines are reported
 * and the rest goes on; in every other form a broken record is a failure of the source, because its neighbours may be broken by it.
 */
export function splitRecords(text: string, options: { readonly sourceName: string }): Result<SplitSource, SourceProblem> {
  const { sourceName } = options;
  const bytes = byteLength(text);
  if (bytes > MAX_WHOLE_BYTES) return failure(tooLargeText(sourceName, bytes));
  const splitter = createSplitter(options);
  const found: PlacedRecord[] = [];
  const badRecords: BadRecord[] = [];
  const oversized: OversizedRecord[] = [];
  for (const event of [...splitter.push(text), ...splitter.end()]) {
    if (event.type === "failure") return failure(event.failure);
    if (event.type === "record") found.push(event.record);
    else if (event.type === "bad") badRecords.push(event.bad);
    else oversized.push(event.oversized);
  }
  const kind = splitter.kind ?? "object";
  const records: RecordSlice[] = [];
  for (const record of found) {
    const bad = kind === "text" ? null : badRecord(record);
    if (bad === null) records.push({ index: records.length, path: record.path, line: record.line, text: record.text, notes: record.notes });
    else if (kind === "ndjson") badRecords.push(bad);
    else return failure(unreadableSource(bad.problem, sourceName));
  }
  return success({ records, kind, badRecords: badRecords.sort((left, right) => left.line - right.line), oversized });
}

function badRecord(record: PlacedRecord): BadRecord | null {
  const parsed = parseJson(record.text);
  if (parsed.ok) return null;
  const problem = placeInSource(parsed.error, record);
  return { path: record.path, line: problem.line, problem, text: record.text };
}
