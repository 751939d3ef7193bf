import type { BadRecord, FoundRecord, OversizedRecord, SourceKind, SourceProblem } from "./split-source";

/** A record with the column on which it starts. */
export interface PlacedRecord extends FoundRecord {
  readonly column: number | null;
}

/** What a splitter has to say of the text that it was given. */
export type SplitEvent =
  /** A candidate: it was cut out by its brackets or its line and is not parsed yet. `openRecord` judges it. */
  | { readonly type: "record"; readonly record: PlacedRecord }
  /** A part that is no JSON; the rest goes on. */
  | { readonly type: "bad"; readonly bad: BadRecord }
  /** A part that is larger than a call may be; the rest goes on. */
  | { readonly type: "oversized"; readonly oversized: OversizedRecord }
  /** The end of a source that cannot be read: nothing of it is to be taken in, also not what came before. `text` is the source, where it was at hand. */
  | { readonly type: "failure"; readonly failure: SourceProblem; readonly text: string | null };

/** Cuts a source into records while it is still being read. */
export interface Splitter {
  /** The next piece of the decoded text, of any size. */
  push(piece: string): readonly SplitEvent[];
  /** The source ends here. */
  end(): readonly SplitEvent[];
  /** What the source turned out to be; null until the first value shows it. */
  readonly kind: SourceKind | null;
}
