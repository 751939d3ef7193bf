/** A line of a text. Offsets are UTF-16 code units; `end` is exclusive and before the line end. */
export interface TextLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of a text, whatever ends them; a byte order mark is no part of the first. At most `limit` lines. */
export function textLines(text: string, limit = Number.POSITIVE_INFINITY): readonly TextLine[] {
  const lines: TextLine[] = [];
  const lineEnd = /\r\n|\n|\r/g;
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  while (lines.length < limit) {
    lineEnd.lastIndex = start;
    const match = lineEnd.exec(text);
    const end = match ? match.index : text.length;
    lines.push({ text: text.slice(start, end), start, end });
    if (!match) break;
    start = end + match[0].length;
  }
  return lines;
}

/** Whether a line holds nothing that can be seen. */
export function isBlank({ text }: TextLine): boolean {
  return text.trim() === "";
}
