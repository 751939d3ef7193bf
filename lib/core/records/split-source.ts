import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";

/** One call's worth found inside a source. */
export interface RecordSlice {
  /** From 0, in source order, counting the records that were found and not refused. */
  readonly index: number;
  /** Place in the source: "[3]", "line 4", "value 2", or "" where the source is the record. */
  readonly path: string;
  /** Line on which it starts, from 1. */
  readonly line: number;
  /** The JSON value, character for character as in the source, or as in the string that held it. */
  readonly text: string;
  /** What was done to the text, as sentences. */
  readonly notes: readonly string[];
}

/** A part of a source that is no JSON, in a format where its neighbours can be read without it. */
export interface BadRecord {
  readonly line: number;
  readonly path: string;
  readonly problem: JsonSyntaxProblem;
  /** What stands there, for a repair. */
  readonly text?: string;
}

/** A record that is larger than a call may be; it is not among the records. */
export interface OversizedRecord {
  readonly line: number;
  readonly path: string;
  readonly bytes: number;
  /** Names the record, its size and the limit. */
  readonly message: string;
}

/** `object` is one value that is one record; `string` a JSON string that held JSON; `text` is no JSON, `curl` a command that held some. */
export type SourceKind = "object" | "array" | "ndjson" | "concatenated" | "string" | "text" | "curl";

export interface SplitSource {
  readonly records: readonly RecordSlice[];
  readonly kind: SourceKind;
  readonly badRecords: readonly BadRecord[];
  readonly oversized: readonly OversizedRecord[];
}

/** Why nothing of a source was taken in. */
export interface SourceProblem {
  readonly code: "empty" | "syntax" | "depth" | "source-too-large" | "call-too-large" | "too-many-records";
  /** What happened, that nothing was taken in, and what to do. */
  readonly message: string;
  /** For `syntax` and `depth`: the spot. */
  readonly problem?: JsonSyntaxProblem;
}

/** A record before the limits are held against it. */
export interface FoundRecord extends Omit<RecordSlice, "index"> {
  /** From 1, in UTF-16 code units; null where the text was decoded from a string, whose places are not those of the source. */
  readonly column?: number | null;
  /** Where it starts in the source, in UTF-16 code units; absent where it was decoded. */
  readonly offset?: number;
}

/** What a splitter finds. */
export interface FoundRecords {
  readonly kind: SourceKind;
  readonly records: readonly FoundRecord[];
  readonly badRecords: readonly BadRecord[];
}
