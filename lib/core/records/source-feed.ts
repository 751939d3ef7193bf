import { byteLength } from "@/lib/core/text/fingerprint";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import type { Answers } from "@/lib/core/shapes/answers";
import { MAX_RECORDS } from "./limits";
import { placeProblem } from "./place-problem";
import { PlaceTracker, type SourcePlace } from "./place-tracker";
import { parseJson } from "@/lib/core/text/scan-json";
import { unwrapString } from "./unwrap-string";
import { encodable } from "./slice-record";
import { emptySource, isOversized, onlyOversized, oversizedRecord, tooManyRecords, unreadableSource } from "./source-words";
import type { SplitEvent } from "./split-event";
import type { OversizedRecord, SourceKind, SourceProblem } from "./split-source";

/** Where a record stands and what was done to its text. */
export interface EmittedPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number | null;
  readonly offset?: number;
  readonly notes?: readonly string[];
}

/**
 * What the stages of a splitter share: the window of the source that is at hand, the place in it up to which it is done with, and
 * the events. A stage reads on from `at`, moves it, and keeps what it still needs behind it.
 */
export class SourceFeed {
  readonly sourceName: string;
  readonly answers: Answers;
  text = "";
  /** Window offset of the first character that no event has accounted for. */
  at = 0;
  /** Whether the source ends where the window ends. */
  ended = false;
  failed = false;
  kind: SourceKind | null = null;
  private tracker = new PlaceTracker();
  private events: SplitEvent[] = [];
  private isWellFormed = true;
  private recordCount = 0;
  private badCount = 0;
  private firstOversized: OversizedRecord | null = null;
  private start: SourcePlace = { offset: 0, line: 1, column: 1 };

  constructor(options: { readonly sourceName: string; readonly answers: Answers }) {
    this.sourceName = options.sourceName;
    this.answers = options.answers;
  }

  /** Drops what is done with and shows what is new. */
  append(piece: string): void {
    // Whether a CR at the very end is a line end of its own shows only with the next character.
    const cut = this.at === this.text.length && this.text.endsWith("\r") ? this.at - 1 : this.at;
    this.tracker.dropTo(cut);
    this.text = this.text.slice(cut) + piece;
    this.at -= cut;
    if (cut > 0) this.start = this.tracker.placeOf(0);
    // Only what is new is looked at: a window may be shown many times while it grows.
    this.isWellFormed = (this.isWellFormed || this.text.length === piece.length) && piece.isWellFormed();
    this.tracker.load(this.text, piece);
  }

  /** The place of a window offset; asked forward only. */
  placeOf(offset: number): SourcePlace {
    return this.tracker.placeOf(offset);
  }

  /** Offset in the source of the window's first character. */
  get base(): number {
    return this.start.offset;
  }

  /** Characters that are at hand and not done with. */
  get leftOver(): number {
    return this.text.length - this.at;
  }

  /** Whether nothing was dropped yet: the window is the source from its start on. */
  get isWhole(): boolean {
    return this.start.offset === 0;
  }

  takeEvents(): readonly SplitEvent[] {
    const { events } = this;
    this.events = [];
    return events;
  }

  /** A record whose text is a part of the source; surrogates that UTF-8 cannot hold are escaped. */
  record(text: string, place: EmittedPlace): void {
    if (this.failed) return;
    if (isOversized(text)) {
      this.oversized(place, byteLength(text));
      return;
    }
    this.recordCount += 1;
    if (this.recordCount > MAX_RECORDS) {
      this.fail(tooManyRecords(this.sourceName));
      return;
    }
    const { path, line, column, offset = 0, notes = [] } = place;
    const record = this.isWellFormed && column !== null ? { path, line, column, offset, text, notes } : { ...encodable(text, { path, line, notes }), column, offset };
    this.events.push({ type: "record", record });
  }

  /** A record that may be a string which holds JSON: then what is inside is the record. */
  value(text: string, place: EmittedPlace): void {
    const parsed = text.startsWith('"') ? parseJson(text) : null;
    const inner = parsed?.ok ? unwrapString(parsed.value.root) : null;
    if (inner === null) {
      this.record(text, place);
      return;
    }
    const { path, line } = place;
    this.record(inner.text.slice(inner.parsed.root.start, inner.parsed.root.end), { path, line, column: null, notes: [inner.note] });
  }

  bad(problem: JsonSyntaxProblem, path: string, text: string): void {
    if (this.failed) return;
    this.badCount += 1;
    this.events.push({ type: "bad", bad: { path, line: problem.line, problem, text } });
  }

  oversized(place: { readonly path: string; readonly line: number }, bytes: number): void {
    const oversized = oversizedRecord(place, bytes, this.sourceName);
    this.firstOversized ??= oversized;
    this.events.push({ type: "oversized", oversized });
  }

  failUnreadable(problem: JsonSyntaxProblem): void {
    this.fail(unreadableSource(placeProblem(problem, this.start), this.sourceName), this.isWhole && this.ended ? this.text : null);
  }

  /** `text` is the whole source, where it is at hand. */
  fail(failure: SourceProblem, text: string | null = null): void {
    if (this.failed) return;
    this.failed = true;
    this.events.push({ type: "failure", failure, text: text === null || isOversized(text) ? null : text });
  }

  /** Shows the source from its start on once more, for a stage that reads it in another way. */
  restart(text: string): void {
    this.tracker = new PlaceTracker();
    this.start = { offset: 0, line: 1, column: 1 };
    this.text = "";
    this.at = 0;
    this.append(text);
  }

  /** Held against the whole at its end: a source that gave nothing is a failure. */
  finish(): void {
    if (this.failed || this.recordCount + this.badCount > 0) return;
    this.fail(this.firstOversized === null ? emptySource(this.sourceName, "empty list") : onlyOversized(this.firstOversized));
  }
}

/** A state of the splitter: reads on and says which state is next, or null where it needs more text (or the source is done). */
export interface Stage {
  run(feed: SourceFeed): Stage | null;
}
