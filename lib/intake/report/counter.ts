import { detach } from "./detach";

/** Counts by name, the most frequent first. */
export class Counter {
  private readonly counts = new Map<string, number>();

  add(name: string, by = 1): void {
    const before = this.counts.get(name);
    this.counts.set(before === undefined ? detach(name) : name, (before ?? 0) + by);
  }

  addAll(other: Counter): void {
    for (const [name, count] of other.counts) this.add(name, count);
  }

  get ranked(): readonly (readonly [string, number])[] {
    return [...this.counts].sort(([, left], [, right]) => right - left);
  }
}
