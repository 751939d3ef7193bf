import type { Provider } from "@/lib/core/shapes/shape";
import type { InspectedRecord, InspectedSource, SourceFailure, UnreadableRecord } from "@/lib/intake/inspected-source";
import { detached } from "./detach";

/** Ours: what one screen lists; sums are of all. */
const SHOWN_SOURCES = 1_000;
const SHOWN_FAILURES = 200;
const SHOWN_UNREADABLE = 200;
const SHOWN_UNREADABLE_EACH = 20;
/** Ours: texts of failures that are kept to be mended, together. */
const MAX_FAILED_CHARS = 16_000_000;

/** A source that has been read to its end, or to where it failed. */
export interface ReadSource {
  readonly name: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly notes: readonly string[];
  readonly provider: Provider | null;
  readonly recordCount: number;
  readonly records: readonly InspectedRecord[];
  readonly unreadableCount: number;
  readonly unreadable: readonly UnreadableRecord[];
  readonly failure: SourceFailure | null;
}

/** The sources of an intake: the first in detail, sums of all. */
export class SourceList {
  count = 0;
  readable = 0;
  failed = 0;
  byteLength = 0;
  unreadableCount = 0;
  readonly sources: InspectedSource[] = [];
  readonly failures: InspectedSource[] = [];
  readonly unreadable: UnreadableRecord[] = [];
  private failedChars = 0;

  add(source: ReadSource): void {
    this.count += 1;
    this.byteLength += source.byteLength;
    if (source.failure === null) {
      this.unreadableCount += source.unreadableCount;
      this.unreadable.push(...source.unreadable.slice(0, SHOWN_UNREADABLE - this.unreadable.length));
    } else this.failed += 1;
    if (source.recordCount > 0) this.readable += 1;
    const isShown = this.sources.length < SHOWN_SOURCES;
    const isShownFailure = source.failure !== null && this.failures.length < SHOWN_FAILURES;
    if (!isShown && !isShownFailure) return;
    const shown = detached({ ...source, unreadable: source.unreadable.slice(0, SHOWN_UNREADABLE_EACH), failure: this.withText(source.failure) });
    if (isShown) this.sources.push(shown);
    if (isShownFailure) this.failures.push(shown);
  }

  private withText(failure: SourceFailure | null): SourceFailure | null {
    if (failure?.text == null) return failure;
    this.failedChars += failure.text.length;
    return this.failedChars <= MAX_FAILED_CHARS ? failure : { ...failure, text: null };
  }
}
