import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { lineIndex } from "@/lib/core/text/line-index";
import { parseJson, type ParsedJson } from "@/lib/core/text/scan-json";
import type { SourceFeed } from "./source-feed";
import { isOversized, unreadableSource } from "./source-words";
import { splitCurl } from "./split-curl";
import { splitLines } from "./split-lines";
import { splitSequence } from "./split-sequence";
import type { FoundRecords } from "./split-source";
import { splitEnvelope } from "./split-envelope";
import { splitTextSource } from "./split-text";
import { splitValue } from "./split-value";

/** Gives out the records of a source that is there whole, or says why there are none. */
export function findInWhole(feed: SourceFeed, text: string): void {
  const whole = parseJson(text);
  if (whole.ok) emitFound(feed, found(text, whole.value));
  else if (whole.error.kind === "empty") feed.fail(unreadableSource(whole.error, feed.sourceName));
  else findInText(feed, text, whole.error);
}

/** `problem` is why the text is not one JSON value. */
function findInText(feed: SourceFeed, text: string, problem: JsonSyntaxProblem): void {
  const curl = splitCurl(text, feed.sourceName);
  if (curl?.ok === false) {
    feed.fail(curl.error.problem, curl.error.text);
    return;
  }
  const records = curl?.value ?? splitSeveral(text, problem) ?? splitTextSource(text, problem, feed.answers);
  if (records === null) feed.fail(unreadableSource(failureOf(text, problem), feed.sourceName), text);
  else emitFound(feed, records);
}

function found(text: string, parsed: ParsedJson): FoundRecords {
  const value = splitValue(text, parsed, lineIndex(text).position(parsed.root.start));
  const [record] = value.records;
  const isLarge = value.kind === "object" && record !== undefined && isOversized(record.text);
  return (isLarge ? splitEnvelope(text, parsed.root) : null) ?? value;
}

/**
 * Texts that are not one JSON value: `problem` says why. Lines with a bad one among them count only where the text is no
 * faultless sequence: a value written over lines next to others on one line looks like both.
 */
function splitSeveral(text: string, problem: JsonSyntaxProblem): FoundRecords | null {
  const lines = splitLines(text);
  if (lines?.badRecords.length === 0) return lines;
  const sequence = splitSequence(text, problem);
  return sequence.ok ? sequence.value : lines;
}

/** What is in the way of a sequence is told rather than what is wrong with the text as one value. */
function failureOf(text: string, problem: JsonSyntaxProblem): JsonSyntaxProblem {
  const sequence = splitSequence(text, problem);
  return sequence.ok ? problem : sequence.error;
}

function emitFound(feed: SourceFeed, { kind, records, badRecords }: FoundRecords): void {
  feed.kind = kind;
  const bad = [...badRecords];
  for (const record of records) {
    while (bad[0] !== undefined && bad[0].line < record.line) emitBad(feed, bad.shift());
    feed.record(record.text, { ...record, column: record.column ?? null });
  }
  for (const each of bad) emitBad(feed, each);
}

function emitBad(feed: SourceFeed, bad: FoundRecords["badRecords"][number] | undefined): void {
  if (bad) feed.bad(bad.problem, bad.path, bad.text ?? "");
}
