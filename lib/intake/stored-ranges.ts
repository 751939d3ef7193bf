/** Places of records as ranges with both ends in them, ascending. */
export type StoredRanges = readonly (readonly [number, number])[];

/** Asks which records are on the server's disk already; places have to be asked for in ascending order within a source. */
export class StoredPlaces {
  private readonly ranges: StoredRanges;

  constructor(ranges: StoredRanges) {
    this.ranges = ranges;
  }

  get count(): number {
    return this.ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  }

  has(place: number): boolean {
    return this.hasAll(place, place);
  }

  /** Whether every place from one to another is there. */
  hasAll(from: number, to: number): boolean {
    let [low, high] = [0, this.ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [start, end] = this.ranges[middle] ?? [0, -1];
      if (from < start) high = middle - 1;
      else if (from > end) low = middle + 1;
      else return to <= end;
    }
    return false;
  }
}
