import { byteLength } from "@/lib/core/text/fingerprint";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { MAX_CALL_BYTES, MAX_RECORDS, MAX_SOURCE_BYTES, MAX_WHOLE_BYTES } from "./limits";
import type { OversizedRecord, SourceProblem } from "./split-source";

/** A source without any record. */
export function emptySource(sourceName: string, why: "blank" | "empty list"): SourceProblem {
  const what = why === "blank" ? "is empty" : "holds no calls: its list is empty";
  return { code: "empty", message: `${sourceName} ${what}. Nothing was taken in.` };
}

/** A source that is not JSON, or too deep. */
export function unreadableSource(problem: JsonSyntaxProblem, sourceName: string): SourceProblem {
  if (problem.kind === "empty") return emptySource(sourceName, "blank");
  const place = `line ${grouped(problem.line)}, column ${grouped(problem.column)}`;
  return { code: problem.kind, message: `${sourceName} is not JSON at ${place}: ${problem.message} Nothing was taken in.`, problem };
}

/** A source with more records than a batch holds. */
export function tooManyRecords(sourceName: string): SourceProblem {
  const limit = `This release takes in at most ${grouped(MAX_RECORDS)} at a time. Nothing was taken in. Split it and try again.`;
  return { code: "too-many-records", message: `${sourceName} holds more than ${grouped(MAX_RECORDS)} records. ${limit}` };
}

/** A source that is not a list and larger than what can be read whole. */
export function tooLargeWhole(sourceName: string): SourceProblem {
  const limit = `One value that is not a list of records can have at most ${megabytes(MAX_WHOLE_BYTES)}. Nothing was taken in. Split it and try again.`;
  return { code: "source-too-large", message: `${sourceName} has to be read whole and is larger than that allows. ${limit}` };
}

/** A source of more bytes than are read at all. */
export function tooLargeSource(sourceName: string): SourceProblem {
  return { code: "source-too-large", message: `${sourceName} is larger than ${megabytes(MAX_SOURCE_BYTES)}, the most that is read at a time. Nothing was taken in. Split it and try again.` };
}

/** A source of which every record is too large. */
export function onlyOversized(first: OversizedRecord): SourceProblem {
  return { code: "call-too-large", message: `${first.message} Nothing was taken in.` };
}

/** A record that is larger than a call may be. */
export function oversizedRecord(place: { readonly path: string; readonly line: number }, bytes: number, sourceName: string): OversizedRecord {
  const name = place.path === "" ? sourceName : `${place.path} of ${sourceName}`;
  return { path: place.path, line: place.line, bytes, message: `${name} is ${megabytes(bytes)}; a call may have at most ${megabytes(MAX_CALL_BYTES)}.` };
}

/** Whether a text is larger than a call may be, without counting the bytes of those that cannot be. */
export function isOversized(text: string): boolean {
  return text.length * 3 > MAX_CALL_BYTES && byteLength(text) > MAX_CALL_BYTES;
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** With one place, rounded up: a size over a limit must not read like the limit. */
function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 1024 / 102.4) / 10).toLocaleString("en-US")} MB`;
}

/** A list of messages that is larger than a call may be. */
export function conversationTooLarge(sourceName: string): SourceProblem {
  const message = `${sourceName} is a list of messages, one call, of more than ${megabytes(MAX_CALL_BYTES)}; a call may have at most ${megabytes(MAX_CALL_BYTES)}. Nothing was taken in.`;
  return { code: "call-too-large", message };
}

/** A text that is given whole and is larger than what is read whole. */
export function tooLargeText(sourceName: string, bytes: number): SourceProblem {
  const advice = `This release reads at most ${megabytes(MAX_WHOLE_BYTES)} at a time. Nothing was taken in. Split it and try again.`;
  return { code: "source-too-large", message: `${sourceName} is ${megabytes(bytes)}. ${advice}` };
}
