import { parseJson } from "@/lib/core/text/scan-json";
import { MAX_CALL_BYTES } from "./limits";
import { FirstLinesStage } from "./first-lines-stage";
import { nextCharacter } from "./next-character";
import { SequenceStage } from "./sequence-stage";
import type { SourceFeed, Stage } from "./source-feed";
import { ValueScanner } from "./value-scanner";
import { WholeStage } from "./whole-stage";

/** What follows the first value tells one value from JSON Lines and from values one after another. Nothing is given out until then. */
export class FirstValueStage implements Stage {
  private readonly scanner = new ValueScanner();
  private scannedTo: number;
  private end = -1;

  constructor(private readonly start: number) {
    this.scannedTo = start;
  }

  run(feed: SourceFeed): Stage | null {
    if (this.end < 0) {
      this.end = this.scanner.scan(feed.text, this.scannedTo);
      this.scannedTo = feed.text.length;
    }
    if (this.end < 0) return feed.ended || isOverfull(feed) ? new WholeStage() : null;
    return afterFirstValue(feed, this.start, this.end);
  }
}

/** The stage that fits what stands behind the first value, or null where that is not known yet. */
export function afterFirstValue(feed: SourceFeed, start: number, end: number): Stage | null {
  const { text } = feed;
  const next = nextCharacter(text, end);
  if (next >= text.length) return feed.ended || isOverfull(feed) ? new WholeStage() : null;
  const opens = "{[".includes(text.charAt(next));
  const isNextLine = /[\r\n]/.test(text.slice(end, next));
  if (isNextLine && (opens || text.charAt(next) === '"') && isOneLine(text, start, end)) return new FirstLinesStage();
  return opens && isFaultless(text, start) ? new SequenceStage() : new WholeStage();
}

function isOneLine(text: string, start: number, end: number): boolean {
  const feedAt = text.indexOf("\n", start);
  const returnAt = text.indexOf("\r", start);
  return (feedAt < 0 || feedAt >= end) && (returnAt < 0 || returnAt >= end);
}

/** A first value that is broken says nothing of what follows it. */
function isFaultless(text: string, start: number): boolean {
  return parseJson(text, { start, allowTrailing: true }).ok;
}

function isOverfull(feed: SourceFeed): boolean {
  return feed.text.length > MAX_CALL_BYTES;
}
