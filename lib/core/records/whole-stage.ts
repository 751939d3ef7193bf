import { byteLength } from "@/lib/core/text/fingerprint";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { MAX_CALL_BYTES, MAX_WHOLE_BYTES } from "./limits";
import { FirstLinesStage } from "./first-lines-stage";
import { findInWhole } from "./find-in-whole";
import type { SourceFeed, Stage } from "./source-feed";
import { tooLargeWhole, unreadableSource } from "./source-words";
import { splitLines } from "./split-lines";

/**
 * A source that only shows what it is when it is there whole: one value, an envelope, broken JSON, a text that is no JSON. Its
 * pieces are collected up to a limit. Past the size of a call a look at its lines tells JSON Lines with a bad beginning.
 */
export class WholeStage implements Stage {
  private parts: string[] = [];
  private characters = 0;
  private hasLooked = false;

  /** `known` is what is wrong with the source, where that shows already. */
  constructor(private readonly known: JsonSyntaxProblem | null = null) {}

  run(feed: SourceFeed): Stage | null {
    this.collect(feed);
    if (!this.hasLooked && !feed.ended && this.characters > MAX_CALL_BYTES) {
      this.hasLooked = true;
      const text = this.join();
      if (looksLikeLines(text)) {
        feed.restart(text);
        return new FirstLinesStage();
      }
    }
    if (this.characters > MAX_WHOLE_BYTES) this.refuse(feed);
    else if (feed.ended) {
      const text = this.join();
      if (byteLength(text) > MAX_WHOLE_BYTES) this.refuse(feed);
      else findInWhole(feed, text);
    }
    return null;
  }

  private collect(feed: SourceFeed): void {
    const piece = feed.text.slice(feed.at);
    this.parts.push(piece);
    this.characters += piece.length;
    feed.at = feed.text.length;
  }

  private join(): string {
    const text = this.parts.join("");
    this.parts = [text];
    return text;
  }

  private refuse(feed: SourceFeed): void {
    this.parts = [];
    feed.fail(this.known === null ? tooLargeWhole(feed.sourceName) : unreadableSource(this.known, feed.sourceName));
  }
}

/** The last line may be cut where the window ends. */
function looksLikeLines(text: string): boolean {
  const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  return end > 0 && splitLines(text.slice(0, end)) !== null;
}
