/** What a second pass over the same sources has to know of the first, one entry for each item in order. */
export interface IntakeIndex {
  readonly sources: readonly IndexedSource[];
  readonly recordCount: number;
}

export interface IndexedSource {
  readonly name: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly notes: readonly string[];
  /** 0 for what is not sent. */
  readonly recordCount: number;
  /** Each candidate is a record as it stands. */
  readonly isPlain: boolean;
  /** Sentences about what cannot be read, the first ones. */
  readonly unreadable: readonly string[];
  readonly unreadableCount: number;
}
