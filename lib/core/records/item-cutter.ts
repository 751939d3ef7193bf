import { byteLength } from "@/lib/core/text/fingerprint";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { parseJson } from "@/lib/core/text/scan-json";
import { MAX_CALL_BYTES } from "./limits";
import { nextCharacter } from "./next-character";
import type { SourceFeed } from "./source-feed";
import { endsInsideArray, isRealFault, syntaxFailure } from "./structure-fault";
import { ValueScanner } from "./value-scanner";

/** What comes next in an array. Offsets are those of the window. */
export type CutStep =
  | { readonly kind: "item"; readonly start: number; readonly end: number }
  | { readonly kind: "oversized"; readonly line: number; readonly bytes: number }
  | { readonly kind: "closed"; readonly end: number }
  | { readonly kind: "broken"; readonly problem: JsonSyntaxProblem }
  | { readonly kind: "more" };

const MORE = { kind: "more" } as const;
/** A number or a literal; what is none is found out when the item is judged. */
const BARE = /[^,\]}\s]*/y;

/** Cuts an array into items by brackets and commas, item by item, while the text is still coming. Offsets kept between steps are those of the source. */
export class ItemCutter {
  private readonly scanner = new ValueScanner();
  private state: "first" | "next" | "inside" | "behind" | "closed" = "first";
  private read: number;
  private itemStart = 0;
  private comma = 0;
  private skipped = 0;
  private skippedLine = 0;

  /** `start` is the offset of the opening bracket, `place` what a sentence calls it. */
  constructor(start: number, private readonly place: { readonly line: number; readonly column: number }) {
    this.read = start + 1;
  }

  /** The next item or the end of the array; goes over white space and commas. */
  next(feed: SourceFeed): CutStep {
    if (this.state === "closed") return { kind: "closed", end: this.read - feed.base };
    if (this.state === "inside") return this.inside(feed);
    const at = nextCharacter(feed.text, this.read - feed.base);
    this.read = at + feed.base;
    if (at >= feed.text.length) return feed.ended ? { kind: "broken", problem: endsInsideArray(feed.text, this.place) } : MORE;
    const code = feed.text.charAt(at);
    if (code === "]") return this.closing(feed, at);
    if (this.state !== "behind") return this.open(feed, at);
    if (code !== ",") return broken(feed, { offset: at, situation: "After an item of an array", expected: "a comma or a ]" });
    this.comma = this.read;
    this.read += 1;
    this.state = "next";
    return this.next(feed);
  }

  private closing(feed: SourceFeed, at: number): CutStep {
    if (this.state === "next") return broken(feed, { offset: Math.max(0, this.comma - feed.base), situation: "After the last item of an array", expected: "a ]" });
    this.state = "closed";
    this.read += 1;
    return { kind: "closed", end: at + 1 };
  }

  private open(feed: SourceFeed, at: number): CutStep {
    const { text } = feed;
    if ('{["'.includes(text.charAt(at))) {
      this.scanner.reset();
      this.itemStart = this.read;
      this.state = "inside";
      return this.inside(feed);
    }
    BARE.lastIndex = at;
    BARE.test(text);
    const end = BARE.lastIndex;
    if (end === at) return broken(feed, { offset: at, situation: this.state === "first" ? "At the start of an array" : "After a comma in an array", expected: "a value" });
    if (end >= text.length && !feed.ended && end - at < MAX_CALL_BYTES) return MORE;
    this.read = end + feed.base;
    this.state = "behind";
    return { kind: "item", start: at, end };
  }

  private inside(feed: SourceFeed): CutStep {
    const { text, base } = feed;
    const end = this.scanner.scan(text, this.read - base);
    if (end < 0) {
      this.read = base + text.length;
      return this.unclosed(feed);
    }
    this.read = base + end;
    this.state = "behind";
    if (this.skipped === 0) return { kind: "item", start: this.itemStart - base, end };
    const bytes = this.skipped + byteLength(text.slice(feed.at, end));
    this.skipped = 0;
    feed.at = end;
    return { kind: "oversized", line: this.skippedLine, bytes };
  }

  /** An item that goes on behind the window: what is larger than a call may be is only counted from here on. */
  private unclosed(feed: SourceFeed): CutStep {
    const { text, base } = feed;
    if (this.skipped === 0) {
      const start = this.itemStart - base;
      if (!feed.ended && text.length - start <= MAX_CALL_BYTES) return MORE;
      const parsed = parseJson(text, { start, allowTrailing: true });
      if (!parsed.ok && (feed.ended || isRealFault(parsed.error, text))) return { kind: "broken", problem: parsed.error };
      return { kind: "more" };
    }
    if (feed.ended) return { kind: "broken", problem: endsInsideArray(text, this.place) };
    this.skipped += byteLength(text.slice(feed.at));
    feed.at = text.length;
    return MORE;
  }

  /** Lets go of the open item's text, which is larger than a call may be. The window must not be needed any more for what is before it. */
  skipOpenItem(feed: SourceFeed): void {
    const start = this.itemStart - feed.base;
    if (this.state !== "inside" || this.skipped > 0 || feed.text.length - start <= MAX_CALL_BYTES) return;
    this.skippedLine = feed.placeOf(start).line;
    this.skipped = byteLength(feed.text.slice(start));
    feed.at = feed.text.length;
  }
}

function broken(feed: SourceFeed, fault: Parameters<typeof syntaxFailure>[1]): CutStep {
  return { kind: "broken", problem: syntaxFailure(feed.text, fault) };
}
