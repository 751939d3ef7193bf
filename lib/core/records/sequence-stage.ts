import { byteLength } from "@/lib/core/text/fingerprint";
import { parseJson } from "@/lib/core/text/scan-json";
import { MAX_CALL_BYTES } from "./limits";
import { nextCharacter } from "./next-character";
import type { SourceFeed, Stage } from "./source-feed";
import { isRealFault, syntaxFailure } from "./structure-fault";
import { ValueScanner } from "./value-scanner";

/** Values in brackets that follow one another, whatever white space is between. Anything else between them ends the source. */
export class SequenceStage implements Stage {
  private readonly scanner = new ValueScanner();
  private count = 0;
  private isOpen = false;
  /** Offset in the source up to which the open value is scanned. */
  private scannedTo = 0;
  /** Bytes of a value that is larger than a call may be, and the line on which it began. */
  private skipped = 0;
  private line = 0;

  run(feed: SourceFeed): null {
    feed.kind = "concatenated";
    while (!feed.failed && (this.isOpen || this.open(feed)) && this.advance(feed));
    return null;
  }

  private open(feed: SourceFeed): boolean {
    feed.at = nextCharacter(feed.text, feed.at);
    if (feed.at >= feed.text.length) return false;
    if (!"{[".includes(feed.text.charAt(feed.at))) {
      feed.failUnreadable(syntaxFailure(feed.text, { offset: feed.at, situation: "After the end of the JSON value", expected: "nothing more" }));
      return false;
    }
    this.scanner.reset();
    this.scannedTo = feed.base + feed.at;
    this.count += 1;
    this.isOpen = true;
    return true;
  }

  /** Gives out the open value; false where it goes on behind the window. */
  private advance(feed: SourceFeed): boolean {
    const end = this.scanner.scan(feed.text, this.scannedTo - feed.base);
    if (end < 0) {
      this.scannedTo = feed.base + feed.text.length;
      this.wait(feed);
      return false;
    }
    const text = feed.text.slice(feed.at, end);
    const path = `value ${this.count}`;
    if (this.skipped > 0) feed.oversized({ path, line: this.line }, this.skipped + byteLength(text));
    else {
      const place = feed.placeOf(feed.at);
      feed.record(text, { path, ...place });
    }
    feed.at = end;
    this.isOpen = false;
    this.skipped = 0;
    return true;
  }

  private wait(feed: SourceFeed): void {
    const { text } = feed;
    if (this.skipped === 0) {
      if (!feed.ended && text.length - feed.at <= MAX_CALL_BYTES) return;
      const parsed = parseJson(text, { start: feed.at, allowTrailing: true });
      if (!parsed.ok && (feed.ended || isRealFault(parsed.error, text))) {
        feed.failUnreadable(parsed.error);
        return;
      }
      this.line = feed.placeOf(feed.at).line;
    } else if (feed.ended) { feed.failUnreadable(syntaxFailure(text, { offset: text.length, situation: "Inside a value", expected: "a closing bracket" })); return; }
    this.skipped += byteLength(text.slice(feed.at));
    feed.at = text.length;
  }
}
