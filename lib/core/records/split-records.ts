import { failure, success, type Result } from "@/lib/core/result";
import { byteLength } from "@/lib/core/text/fingerprint";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { lineIndex } from "@/lib/core/text/line-index";
import { parseJson } from "@/lib/core/text/scan-json";
import { MAX_CALL_BYTES, MAX_RECORDS, MAX_SOURCE_BYTES } from "./limits";
import { splitItems } from "./split-items";
import { splitLines } from "./split-lines";
import { splitSequence } from "./split-sequence";
import type { FoundRecord, FoundRecords, OversizedRecord, SourceProblem, SplitSource } from "./split-source";
import { splitValue } from "./split-value";

export type { BadRecord, OversizedRecord, RecordSlice, SourceKind, SourceProblem, SplitSource } from "./split-source";

/**
 * Finds the records of a source: one object, an array, JSON Lines, JSON values one after another, or a JSON string that holds
 * one of these (decoded at most twice). `sourceName` is for the sentences. Bad lines are reported and the rest goes on.
 */
export function splitRecords(text: string, options: { readonly sourceName: string }): Result<SplitSource, SourceProblem> {
  const { sourceName } = options;
  const bytes = byteLength(text);
  if (bytes > MAX_SOURCE_BYTES) {
    const advice = `This release reads at most ${megabytes(MAX_SOURCE_BYTES)} at a time. Nothing was taken in. Split it and try again.`;
    return failure({ code: "source-too-large", message: `${sourceName} is ${megabytes(bytes)}. ${advice}` });
  }
  const lines = lineIndex(text);
  const lineOf = (offset: number): number => lines.position(offset).line;
  const items = splitItems(text, { lineOf, notes: [] });
  if (items !== null) return limited(items, sourceName);
  const whole = parseJson(text);
  const found = whole.ok ? success(splitValue(text, whole.value, lineOf(whole.value.root.start))) : splitSeveral(text, whole.error);
  if (!found.ok) return failure(unreadable(found.error, sourceName));
  return limited(found.value, sourceName);
}

/**
 * Texts that are not one JSON value: `problem` says why. Lines with a bad one among them count only where the text is no
 * faultless sequence: a value written over lines next to others on one line looks like both.
 */
function splitSeveral(text: string, problem: JsonSyntaxProblem): Result<FoundRecords, JsonSyntaxProblem> {
  if (problem.kind === "empty") return failure(problem);
  const lines = splitLines(text);
  if (lines?.badRecords.length === 0) return success(lines);
  const sequence = splitSequence(text, problem);
  return sequence.ok || lines === null ? sequence : success(lines);
}

function limited(found: FoundRecords, sourceName: string): Result<SplitSource, SourceProblem> {
  const { records, badRecords, kind } = found;
  if (records.length + badRecords.length === 0) return failure({ code: "empty", message: `${sourceName} holds no calls: its list is empty. Nothing was taken in.` });
  if (records.length > MAX_RECORDS) {
    const limit = `This release takes in at most ${grouped(MAX_RECORDS)} at a time. Nothing was taken in. Split it and try again.`;
    return failure({ code: "too-many-records", message: `${sourceName} holds ${grouped(records.length)} records. ${limit}` });
  }
  const judged = records.map((record) => ({ record, oversized: tooLarge(record, sourceName) }));
  const oversized = judged.flatMap((entry) => entry.oversized ?? []);
  const [first] = oversized;
  if (first !== undefined && oversized.length === records.length && badRecords.length === 0) {
    return failure({ code: "call-too-large", message: `${first.message} Nothing was taken in.` });
  }
  const kept = judged.filter((entry) => entry.oversized === null).map(({ record }, index) => ({ index, ...record }));
  return success({ records: kept, kind, badRecords, oversized });
}

function tooLarge({ path, line, text }: FoundRecord, sourceName: string): OversizedRecord | null {
  const bytes = byteLength(text);
  if (bytes <= MAX_CALL_BYTES) return null;
  const name = path === "" ? sourceName : `${path} of ${sourceName}`;
  return { path, line, bytes, message: `${name} is ${megabytes(bytes)}; a call may have at most ${megabytes(MAX_CALL_BYTES)}.` };
}

function unreadable(problem: JsonSyntaxProblem, sourceName: string): SourceProblem {
  if (problem.kind === "empty") return { code: "empty", message: `${sourceName} is empty. Nothing was taken in.` };
  const place = `line ${grouped(problem.line)}, column ${grouped(problem.column)}`;
  return { code: problem.kind, message: `${sourceName} is not JSON at ${place}: ${problem.message} Nothing was taken in.`, problem };
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** With one place, rounded up: a size over a limit must not read like the limit. */
function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 1024 / 102.4) / 10).toLocaleString("en-US")} MB`;
}

