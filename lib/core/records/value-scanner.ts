const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/** Ours: keys and short values are walked, longer strings are left to the engine's search, which is several times faster on them. */
const WALKED = 24;

/**
 * Finds where a value in brackets or quotes ends, by its brackets alone and without recursion; whether it is JSON is judged by the
 * parser later. It can stop at the end of a piece and go on with the next one.
 */
export class ValueScanner {
  private depth = 0;
  private inString = false;
  private skipNext = false;

  /** Starts over with a new value. */
  reset(): void {
    this.depth = 0;
    this.inString = false;
    this.skipNext = false;
  }

  /** The offset behind the value, or -1 where the text ends first: then the next call goes on with what follows this text. */
  scan(text: string, from: number): number {
    let at = from;
    const end = text.length;
    while (at < end) {
      if (this.inString) {
        at = this.leaveString(text, at);
        if (at < 0) return -1;
        if (this.depth === 0) return at;
      }
      let depth = this.depth;
      let code = 0;
      while (at < end) {
        code = text.charCodeAt(at);
        at += 1;
        if (code === QUOTE) break;
        if (code < OPEN_BRACKET) continue;
        if (code === OPEN_BRACE || code === OPEN_BRACKET) depth += 1;
        else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
          depth -= 1;
          if (depth <= 0) return at;
        }
      }
      this.depth = depth;
      if (code === QUOTE) this.inString = true;
    }
    return -1;
  }

  /** The offset behind the closing quote, or -1 where the text ends inside the string. */
  private leaveString(text: string, from: number): number {
    let at = from;
    if (this.skipNext) {
      at += 1;
      this.skipNext = false;
    }
    const walkedEnd = Math.min(text.length, at + WALKED);
    while (at < walkedEnd) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) return this.closed(at);
      at += code === BACKSLASH ? 2 : 1;
    }
    return this.searchQuote(text, at);
  }

  private searchQuote(text: string, from: number): number {
    let at = from;
    while (at < text.length) {
      const quote = text.indexOf('"', at);
      const upTo = quote < 0 ? text.length : quote;
      if (backslashesBefore(text, upTo, at) % 2 === 0) {
        if (quote < 0) return -1;
        return this.closed(quote);
      }
      at = upTo + 1;
    }
    this.skipNext = at > text.length;
    return -1;
  }

  private closed(quote: number): number {
    this.inString = false;
    return quote + 1;
  }
}

/** How many backslashes stand in a row before an offset, counted back to `from` at most. */
function backslashesBefore(text: string, offset: number, from: number): number {
  let at = offset;
  while (at > from && text.charCodeAt(at - 1) === BACKSLASH) at -= 1;
  return offset - at;
}
