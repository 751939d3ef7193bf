import type { ProblemCode } from "@/lib/core/problems/problem-codes";
import type { ProblemLevel } from "@/lib/core/problems/problem";
import type { Question } from "@/lib/core/shapes/question";
import type { ReceiptGroup } from "@/lib/core/shapes/receipt/group-receipt";
import type { Receipt, SourceShapeId } from "@/lib/core/shapes/shape";
import type { InspectedRecord, InspectedSource, UnreadableRecord } from "./inspected-source";

/** What was found in everything a person gave: sums over all of it, and the first of each kind in detail. Its size does not grow with the sources. */
export interface IntakeReport {
  /** Files, entries of archives or pasted texts, those that cannot be read included. */
  readonly sourceCount: number;
  /** Sources that hold calls. */
  readonly readableCount: number;
  readonly failedCount: number;
  readonly byteLength: number;
  /** Records that would be taken in. */
  readonly recordCount: number;
  /** The first 1,000 sources in order, failed ones included; `records` in them are the first 200 of the intake. */
  readonly sources: readonly InspectedSource[];
  /** The first 200 sources of which nothing can be taken in. */
  readonly failures: readonly InspectedSource[];
  /** What was left out without being a failure, as sentences: hidden files of a system, entries of archives. At most 20. */
  readonly asides: readonly string[];
  /** Records that cannot be read among those that can: bad lines, and those larger than a call may be. */
  readonly unreadableCount: number;
  /** The first 200 of them. */
  readonly unreadable: readonly UnreadableRecord[];
  /** The most frequent first. */
  readonly shapes: readonly { readonly shape: SourceShapeId; readonly count: number }[];
  /** Names of the shapes' makers ("Zelto", "Vapi"), the most frequent first. */
  readonly makers: readonly { readonly maker: string; readonly count: number }[];
  /** Records by the worst problem they have; `ready` have none that blocks or loses. `losesAll` are among `loses`. */
  readonly standing: { readonly ready: number; readonly blocks: number; readonly loses: number; readonly losesAll: number };
  /** Records that a person should look at before they are sent. */
  readonly attention: number;
  /** By code and place, worst level first, then the most frequent; at most 200. */
  readonly problems: readonly ProblemSum[];
  readonly receipt: Pick<Receipt, "carried" | "changed" | "dropped">;
  /** Leaves that went the same way, the most frequent first; at most 300. */
  readonly receiptGroups: readonly (ReceiptGroup & { readonly calls: number })[];
  /** Each asked once for all records. */
  readonly questions: readonly AskedQuestion[];
  /** External ids that more than one record of this intake has. */
  readonly duplicates: { readonly ids: number; readonly records: number; readonly first: readonly DuplicateId[] };
  /** The first records that need attention, at most 200; the first 200 of all stand in `sources`. */
  readonly attentionRecords: readonly InspectedRecord[];
  /** The first of each shape that was not recognised, with its text, to be taught by pointing; at most 5. */
  readonly unknown: readonly ExampleRecord[];
}

export interface AskedQuestion {
  readonly question: Question;
  /** How many records wait for it. */
  readonly records: number;
  /** The first record that asks it. */
  readonly example: ExampleRecord;
}

/** A record at hand as text: an answer, a mapping or a template is tried on it. */
export interface ExampleRecord {
  readonly source: string;
  readonly path: string;
  /** Null where it is longer than 1,000,000 characters. */
  readonly text: string | null;
}

export interface ProblemSum {
  readonly code: ProblemCode;
  readonly level: ProblemLevel;
  /** The place with indexes written `[]`: "transcript.turns[].endSeconds". */
  readonly pattern: string;
  /** Of the first one met. */
  readonly title: string;
  readonly why: string;
  /** How many records have it, and how often in all. */
  readonly records: number;
  readonly count: number;
  readonly example: { readonly source: string; readonly path: string; readonly externalId: string | null };
}

export interface DuplicateId {
  readonly externalId: string;
  readonly count: number;
  /** Places of the first two. */
  readonly places: readonly string[];
}

/** How far a reading has come; sent every 100 ms. */
export interface IntakeProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly sources: number;
  readonly totalSources: number;
  readonly records: number;
}
