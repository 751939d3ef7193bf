import type { RepairKind } from "./repair";

/** A repair before its line is looked up. */
export interface RepairEdit {
  readonly kind: RepairKind;
  readonly offset: number;
  readonly removed: string;
  readonly inserted: string;
  readonly sentence: string;
  readonly outcome: string;
}

/** Why reading stopped: `isEnd` where the text ended before the value did. */
export interface GiveUp {
  readonly offset: number;
  readonly situation: string;
  readonly expected: string;
  readonly isEnd: boolean;
  readonly isTooDeep?: boolean;
}

/** A place in a text that moves forward, with the repairs made on the way. */
export class RepairCursor {
  at: number;
  readonly edits: RepairEdit[] = [];
  stopped: GiveUp | null = null;

  constructor(readonly text: string, start: number) {
    this.at = start;
  }

  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Replaces what stands from `offset` to `end`. */
  change(kind: RepairKind, span: { readonly offset: number; readonly end: number }, how: { readonly inserted: string; readonly sentence: string; readonly outcome: string }): void {
    this.edits.push({ kind, offset: span.offset, removed: this.text.slice(span.offset, span.end), ...how });
  }

  /** Gives up here; the answer is false so that it can be returned. */
  stop(situation: string, expected: string, offset = this.at): false {
    this.stopped ??= { offset, situation, expected, isEnd: offset >= this.text.length };
    return false;
  }
}
