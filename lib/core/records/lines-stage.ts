import { byteLength } from "@/lib/core/text/fingerprint";
import { parseJson } from "@/lib/core/text/scan-json";
import { MAX_CALL_BYTES } from "./limits";
import { LineEnds } from "./line-ends";
import { readLongerValue } from "./longer-value";
import { isBlank, nextCharacter } from "./next-character";
import { placeProblem } from "./place-problem";
import type { SourceFeed, Stage } from "./source-feed";

const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACE = 0x7d;
const CLOSE_BRACKET = 0x5d;

interface Line {
  readonly start: number;
  /** Behind the last character that is no white space. */
  readonly end: number;
  /** Of the line end, or of the text. */
  readonly breakAt: number;
}

/**
 * JSON Lines. A line that opens and closes with a bracket is handed on unread; parsing it is the judge's work, and doing it twice
 * would double the time. All other lines are read here: a value written over several lines, a string that holds JSON, or no JSON.
 */
export class LinesStage implements Stage {
  private readonly ends = new LineEnds();
  /** Bytes of a line that is larger than a call may be; its text is let go. */
  private skipped = 0;
  private skippedLine = 0;

  run(feed: SourceFeed): null {
    feed.kind = "ndjson";
    this.ends.load(feed.text);
    if (this.skipped > 0 && !this.skipRest(feed)) return null;
    while (!feed.failed) {
      feed.at = nextCharacter(feed.text, feed.at);
      if (feed.at >= feed.text.length) break;
      const line = this.lineAt(feed);
      if (line === null || !takeLine(feed, line)) break;
    }
    if (!feed.ended && feed.text.length - feed.at > 2 * MAX_CALL_BYTES) this.startSkip(feed);
    return null;
  }

  private lineAt(feed: SourceFeed): Line | null {
    const { text, at: start } = feed;
    let breakAt = this.ends.from(start);
    if (breakAt < 0) {
      if (!feed.ended) return null;
      breakAt = text.length;
    }
    let end = breakAt;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
    return { start, end, breakAt };
  }

  /** A line of more than a call's size: from here on its bytes are only counted. */
  private startSkip(feed: SourceFeed): void {
    const { line } = feed.placeOf(feed.at);
    this.skippedLine = line;
    this.skipped = byteLength(feed.text.slice(feed.at));
    feed.at = feed.text.length;
  }

  private skipRest(feed: SourceFeed): boolean {
    const breakAt = this.ends.from(feed.at);
    const end = breakAt < 0 ? feed.text.length : breakAt;
    this.skipped += byteLength(feed.text.slice(feed.at, end));
    feed.at = end;
    if (breakAt < 0 && !feed.ended) return false;
    feed.oversized({ path: `line ${this.skippedLine}`, line: this.skippedLine }, this.skipped);
    this.skipped = 0;
    return true;
  }
}

/** Gives out one line; false where more text is needed to tell what it is. */
function takeLine(feed: SourceFeed, line: Line): boolean {
  const { text } = feed;
  const first = text.charCodeAt(line.start);
  const last = text.charCodeAt(line.end - 1);
  const opens = first === OPEN_BRACE || first === OPEN_BRACKET;
  if (!opens) return takeOther(feed, line);
  if (last !== CLOSE_BRACE && last !== CLOSE_BRACKET) return takeLonger(feed, line);
  const next = nextCharacter(text, line.breakAt);
  if (next >= text.length) {
    if (!feed.ended) return false;
  } else if (",]}:".includes(text.charAt(next)) && !parseJson(text.slice(line.start, line.end)).ok) return takeLonger(feed, line);
  emit(feed, line.start, line.end);
  return true;
}

function emit(feed: SourceFeed, start: number, end: number): void {
  const place = feed.placeOf(start);
  feed.record(feed.text.slice(start, end), { path: `line ${place.line}`, ...place });
  feed.at = end;
}

/** A line that begins with no bracket: a string that holds JSON, another value, or no JSON at all. */
function takeOther(feed: SourceFeed, { start, end }: Line): true {
  const text = feed.text.slice(start, end);
  const place = feed.placeOf(start);
  const path = `line ${place.line}`;
  const parsed = parseJson(text);
  if (parsed.ok) feed.value(text, { path, ...place });
  else feed.bad(placeProblem(parsed.error, place), path, text);
  feed.at = end;
  return true;
}

/** A line that is not closed where it ends: a value written over lines, or a broken line. */
function takeLonger(feed: SourceFeed, { start, end, breakAt }: Line): boolean {
  const longer = readLongerValue(feed.text, { start, lineEnd: breakAt, ended: feed.ended });
  if (longer.kind === "more") return false;
  if (longer.kind === "value") {
    emit(feed, start, longer.end);
    return true;
  }
  const text = feed.text.slice(start, end);
  const place = feed.placeOf(start);
  const parsed = parseJson(text);
  feed.bad(placeProblem(parsed.ok ? longer.problem : parsed.error, place), `line ${place.line}`, text);
  feed.at = end;
  return true;
}
