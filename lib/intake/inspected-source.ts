import type { ProblemCounts } from "@/lib/contracts/calls";
import type { Problem } from "@/lib/core/problems/problem";
import type { Remark } from "@/lib/core/shapes/remark";
import type { CallSummary, Provider, Receipt, ShapeId, SourceShapeId } from "@/lib/core/shapes/shape";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";

/** What a person gave: text from the clipboard or a field, or a file. `provider` is fixed by a sample only. */
export interface GivenSource {
  /** A file's path where it came in a folder. */
  readonly name: string;
  readonly content: string | Blob;
  readonly provider: Provider | null;
}

/** One record with what can be said of it before it is kept. */
export interface InspectedRecord {
  /** From 0, through all sources of the intake. */
  readonly index: number;
  readonly source: string;
  /** Place in the source: "[3]", "line 4", "" where the source is the record. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly notes: readonly string[];
  /** What it was recognised as. */
  readonly sourceShape: SourceShapeId;
  /** What its draft is. */
  readonly shape: ShapeId;
  readonly reasons: readonly string[];
  /** The draft is made of it by conversion. */
  readonly converted: boolean;
  readonly provider: Provider;
  readonly summary: CallSummary;
  readonly counts: ProblemCounts;
  readonly losesAll: boolean;
  /** The first 20, in the order of the report. */
  readonly problems: readonly Problem[];
  readonly receipt: Pick<Receipt, "carried" | "changed" | "dropped">;
  /** The first 20. */
  readonly remarks: readonly Remark[];
  /** Ids of the questions it waits for. */
  readonly questionIds: readonly string[];
}

/** A record that cannot be read among those that can: a line that is no JSON, or one larger than a call may be. */
export interface UnreadableRecord {
  readonly source: string;
  readonly path: string;
  readonly line: number;
  /** Names the place and says what is wrong. */
  readonly message: string;
  readonly problem: JsonSyntaxProblem | null;
  /** To be repaired; null where it is longer than 200,000 characters. */
  readonly text: string | null;
}

/** Why nothing of a source can be taken in. */
export interface SourceFailure {
  /** Names the place, says that nothing was taken in and what to do. */
  readonly message: string;
  /** The spot, where the text can be read and is no JSON. */
  readonly problem: JsonSyntaxProblem | null;
  /** The text to mend by hand or by repair; null where it was no text or is too long. Of the first few failures only. */
  readonly text: string | null;
}

export interface InspectedSource {
  readonly name: string;
  readonly byteLength: number;
  /**
   * Fingerprint (`createEntryHash`) of the bytes as given (of an archive's entry: of the entry); of the UTF-8 form where text was given.
   * "" where it was not read to its end.
   */
  readonly sha256: string;
  /** How it was read: as UTF-16, from an archive. */
  readonly notes: readonly string[];
  readonly recordCount: number;
  readonly unreadableCount: number;
  /** Those of its records that are among the first 200 of the intake. */
  readonly records: readonly InspectedRecord[];
  /** Of its records that cannot be read, the first 20. */
  readonly unreadable: readonly UnreadableRecord[];
  /** The header that a sample fixes for its records. */
  readonly provider: Provider | null;
  readonly failure: SourceFailure | null;
}
