/** A place in a source: offset from 0, line and column from 1, in UTF-16 code units. */
export interface SourcePlace {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Counts lines in a text of which only a window is at hand. Asked forward only. Lines end at LF, CR LF or a lone CR.
 */
export class PlaceTracker {
  private text = "";
  /** Offset in the source of the window's first character. */
  private base = 0;
  /** Window offset up to which line ends are counted. */
  private counted = 0;
  private line = 1;
  /** Offset in the source at which the current line starts. */
  private lineStart = 0;
  private hasReturn = false;
  /** Window offset of the next LF behind `counted`: looked up once, or a long line would be searched again for every record in it. */
  private nextFeed = Number.MAX_SAFE_INTEGER;

  /** Shows another window, which starts where `dropTo` left off and ends with a new piece. */
  load(text: string, piece: string): void {
    this.text = text;
    this.hasReturn ||= piece.includes("\r");
    this.nextFeed = this.hasReturn ? -1 : feedFrom(text, this.counted);
  }

  /** The place of a window offset that is not before the last one asked for. */
  placeOf(offset: number): SourcePlace {
    this.countTo(offset);
    return { offset: this.base + offset, line: this.line, column: this.base + offset - this.lineStart + 1 };
  }

  /** The window will start at this offset from now on. */
  dropTo(offset: number): void {
    this.countTo(offset);
    this.base += offset;
    this.counted -= offset;
    this.nextFeed -= offset;
  }

  private countTo(offset: number): void {
    const { text } = this;
    if (this.hasReturn) {
      this.countBoth(offset);
      return;
    }
    while (this.nextFeed < offset) {
      this.line += 1;
      this.lineStart = this.base + this.nextFeed + 1;
      this.nextFeed = feedFrom(text, this.nextFeed + 1);
    }
    this.counted = Math.max(this.counted, offset);
  }

  private countBoth(offset: number): void {
    for (; this.counted < offset; this.counted += 1) {
      const code = this.text.charCodeAt(this.counted);
      if (code !== 10 && (code !== 13 || this.text.charCodeAt(this.counted + 1) === 10)) continue;
      this.line += 1;
      this.lineStart = this.base + this.counted + 1;
    }
  }
}

function feedFrom(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}
