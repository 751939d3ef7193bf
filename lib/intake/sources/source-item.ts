import type { Provider } from "@/lib/core/shapes/shape";

/** One text to be split into records: a file, an entry of an archive, a pasted text. */
export interface SourceEntry {
  readonly kind: "entry";
  readonly name: string;
  readonly provider: Provider | null;
  /** What was done to come to it, as sentences. */
  readonly notes: readonly string[];
  /** How many bytes of what the person gave it takes; for the progress alone. */
  readonly givenBytes: number;
  /**
   * The pieces of a text as it is at hand, or of bytes as they are read. Reading throws `SourceRefused` where it cannot go on; it may be
   * begun again.
   */
  readonly content: { readonly text: string } | { readonly bytes: () => AsyncIterable<Uint8Array<ArrayBuffer>>; readonly size: number | null };
}

/** What stands in a given source besides texts. */
export type SourceItem =
  | SourceEntry
  /** Nothing of it can be taken in, and why. */
  | { readonly kind: "refused"; readonly name: string; readonly provider: Provider | null; readonly givenBytes: number; readonly message: string }
  /** Left out without being a failure, as a sentence. */
  | { readonly kind: "aside"; readonly sentence: string };

/** Thrown while a source is read: it is over a limit or damaged. The message is for the person. */
export class SourceRefused extends Error {}
