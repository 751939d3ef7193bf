/** A cell of a table. Offsets are UTF-16 code units into the text, quotes left out; `value` has doubled quotes undone. */
export interface CsvCell {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A row with its span, line end left out. A row of one blank cell is an empty line. */
export interface CsvRow {
  readonly cells: readonly CsvCell[];
  readonly start: number;
  readonly end: number;
}

export interface CsvReading {
  readonly delimiter: string;
  readonly rows: readonly CsvRow[];
}

interface CsvOptions {
  readonly delimiter: string;
  /** Where to begin; UTF-16 offset. */
  readonly from?: number;
  readonly maxRows?: number;
}

/**
 * Reads rows and cells as RFC 4180 has them, with places, which the records and the receipt need. Forgiving: a quote inside an
 * unquoted cell is a character, as is one that nothing closes, and what follows a closing quote belongs to the cell.
 */
export function readCsv(text: string, { delimiter, from = 0, maxRows = Number.POSITIVE_INFINITY }: CsvOptions): CsvReading {
  const rows: CsvRow[] = [];
  const scanner = new CsvScanner(text, delimiter);
  let at = from === 0 && text.startsWith("\uFEFF") ? 1 : from;
  while (at < text.length && rows.length < maxRows) {
    const cells: CsvCell[] = [];
    const start = at;
    for (;;) {
      const { cell, next } = scanner.cell(at);
      cells.push(cell);
      at = next;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    rows.push({ cells, start, end: at });
    if (text[at] === "\r" && text[at + 1] === "\n") at += 2;
    else if (at < text.length) at += 1;
  }
  return { delimiter, rows };
}

class CsvScanner {
  private readonly text: string;
  private readonly plainEnd: RegExp;
  /** Set once a quote was found that nothing closes: after it there is none that does. */
  private quotesCount = true;

  constructor(text: string, delimiter: string) {
    this.text = text;
    this.plainEnd = new RegExp(`[${delimiter === "|" ? "\\|" : delimiter}\\r\\n]`, "g");
  }

  cell(at: number): { readonly cell: CsvCell; readonly next: number } {
    const quoted = this.text[at] === '"' && this.quotesCount ? this.quoted(at) : null;
    if (quoted) return quoted;
    const next = this.endOfPlain(at);
    return { cell: { value: this.text.slice(at, next), start: at, end: next }, next };
  }

  private quoted(at: number): { readonly cell: CsvCell; readonly next: number } | null {
    let close = this.text.indexOf('"', at + 1);
    while (close >= 0 && this.text[close + 1] === '"') close = this.text.indexOf('"', close + 2);
    if (close < 0) {
      this.quotesCount = false;
      return null;
    }
    const next = this.endOfPlain(close + 1);
    const inner = this.text.slice(at + 1, close);
    const rest = this.text.slice(close + 1, next);
    const value = (inner.includes('"') ? inner.replaceAll('""', '"') : inner) + (rest.trim() === "" ? "" : rest);
    return { cell: { value, start: at + 1, end: rest.trim() === "" ? close : next }, next };
  }

  private endOfPlain(at: number): number {
    this.plainEnd.lastIndex = at;
    return this.plainEnd.exec(this.text)?.index ?? this.text.length;
  }
}
