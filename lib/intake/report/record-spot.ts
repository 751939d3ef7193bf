/** Where a record stands. */
export interface RecordSpot {
  readonly source: string;
  readonly path: string;
  readonly line: number;
  readonly notes: readonly string[];
  readonly text: string;
}
