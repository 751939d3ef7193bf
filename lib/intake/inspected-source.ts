import type { ProblemCounts } from "@/lib/contracts/calls";
import type { Problem } from "@/lib/core/problems/problem";
import type { CallSummary, Provider, ShapeId } from "@/lib/core/shapes/shape";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";

/** What a person gave: text from the clipboard or a field, or a file's bytes. `provider` is fixed by a sample only. */
export interface GivenSource {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly provider: Provider | null;
}

/** One record with what can be said of it before it is kept. */
export interface InspectedRecord {
  /** Place in the source: "[3]", "line 4", "" where the source is the record. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The UTF-8 bytes that would be sent. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of `bytes`, hexadecimal. */
  readonly sha256: string;
  readonly notes: readonly string[];
  readonly shape: ShapeId;
  readonly reasons: readonly string[];
  readonly provider: Provider;
  readonly summary: CallSummary;
  readonly counts: ProblemCounts;
  readonly losesAll: boolean;
  /** The first ones, in the order of the report. */
  readonly problems: readonly Problem[];
}

/** A line that is no JSON among lines that are. */
export interface UnreadableLine {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Why nothing of a source can be taken in. */
export interface SourceFailure {
  /** Names the place, says that nothing was taken in and what to do. */
  readonly message: string;
  /** The spot, where the text can be read and is no JSON. */
  readonly problem: JsonSyntaxProblem | null;
  /** The text to mend by hand; null where it was no text or is too long for a field. */
  readonly text: string | null;
}

export interface InspectedSource {
  readonly name: string;
  readonly byteLength: number;
  /** Of the bytes as given; of the UTF-8 form where text was given. */
  readonly sha256: string;
  readonly notes: readonly string[];
  readonly records: readonly InspectedRecord[];
  readonly badLines: readonly UnreadableLine[];
  /** Sentences about records that are larger than a call may be. */
  readonly oversized: readonly string[];
  /** The header that a sample fixes for its records. */
  readonly provider: Provider | null;
  readonly failure: SourceFailure | null;
}
