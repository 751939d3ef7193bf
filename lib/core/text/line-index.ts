/** A place in a text as people and editors count it: both from 1, columns in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** Offsets to lines and back, in O(log lines). Lines end at LF, CR LF or a lone CR, as in the JSON editor. */
export interface LineIndex {
  /** Offsets outside the text are brought to its nearest end. */
  position(offset: number): LinePosition;
  /** Lines and columns outside the text are brought to the nearest place in it. */
  offset(line: number, column: number): number;
  /** Exclusive end of a line, without its line break. */
  lineEnd(line: number): number;
  readonly lineCount: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Indexes the lines of a text. The starts are looked for at first use, so an index that is never asked costs nothing. */
export function lineIndex(text: string): LineIndex {
  let found: readonly number[] | undefined;
  const starts = (): readonly number[] => (found ??= lineStarts(text));
  const startOf = (line: number): number => starts()[line - 1] ?? 0;
  const clampLine = (line: number): number => Math.min(Math.max(1, Math.trunc(line)), starts().length);
  const lineEnd = (line: number): number => {
    const known = clampLine(line);
    if (known === starts().length) return text.length;
    const next = startOf(known + 1);
    const isCrLf = text.charCodeAt(next - 1) === LINE_FEED && text.charCodeAt(next - 2) === CARRIAGE_RETURN && next - 2 >= startOf(known);
    return next - (isCrLf ? 2 : 1);
  };
  return {
    position(offset) {
      const place = Math.min(Math.max(0, offset), text.length);
      const line = lineAt(starts(), place);
      return { line, column: place - startOf(line) + 1 };
    },
    offset(line, column) {
      const known = clampLine(line);
      return Math.min(startOf(known) + Math.max(0, Math.trunc(column) - 1), lineEnd(known));
    },
    lineEnd,
    get lineCount() {
      return starts().length;
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) starts.push(at + 1);
  }
  return starts;
}

/** The number of the last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
