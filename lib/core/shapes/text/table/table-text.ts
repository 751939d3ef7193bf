import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { headerWord } from "./header-word";
import { HEADER_WORDS } from "./header-words";
import { readCsv, type CsvRow } from "./read-csv";

/** A text read as a table with a header. */
export interface TableText {
  readonly delimiter: string;
  /** Names of the columns, each once: a repeated one gets its number, one without a name is "column 3". */
  readonly names: readonly string[];
  /** Null where the first row is data already: then the columns are "column 1" and so on. */
  readonly header: CsvRow | null;
  /** Rows that hold anything. */
  readonly rows: readonly CsvRow[];
}

/** What a table says, without places: its columns' names and its cells, row by row. */
export interface TableContent {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The cells of the first rows as texts. */
export function contentOf({ names, rows }: TableText, maxRows = 50): TableContent {
  return { names, rows: rows.slice(0, maxRows).map(({ cells }) => cells.map(({ value }) => value)) };
}

/** In the order in which ties are settled. */
const DELIMITERS = [",", ";", "\t", "|"] as const;
/** A line that spreadsheets write and read before a table to name its delimiter. */
const SEPARATOR_LINE = /^\uFEFF?sep=([,;\t|])\r?\n/i;
/** Ours: wider tables are data sets and no conversations. */
const MAX_COLUMNS = 300;

interface TableOptions {
  /** Data rows at most. */
  readonly maxRows?: number;
}

/**
 * Reads a table. The delimiter is told by the header line alone, so that each part of a table that is given its header reads in
 * the same way. Null where the first line is no header of at least two columns.
 */
export function readTable(text: string, { maxRows = Number.POSITIVE_INFINITY }: TableOptions = {}): TableText | null {
  const named = SEPARATOR_LINE.exec(text);
  const from = named?.[0].length ?? 0;
  const delimiter = named?.[1] ?? sniffDelimiter(text, from);
  if (delimiter === null) return null;
  const { rows } = readCsv(text, { delimiter, from, maxRows: maxRows + 1 + LEADING_BLANKS });
  const at = rows.findIndex(isFilled);
  const header = rows[at];
  if (!header || header.cells.length < 2 || header.cells.length > MAX_COLUMNS) return null;
  const filled = rows.slice(at).filter(isFilled);
  if (lacksHeader(filled)) return { delimiter, header: null, names: header.cells.map((_, index) => `column ${index + 1}`), rows: filled.slice(0, maxRows) };
  return { delimiter, header, names: columnNames(header), rows: filled.slice(1, maxRows + 1) };
}

/** Ours: so many empty lines before a header are looked past. */
const LEADING_BLANKS = 5;

/** Whether the text names its delimiter, as spreadsheets do: then it is a table whatever its header says. */
export function namesDelimiter(text: string): boolean {
  return SEPARATOR_LINE.test(text);
}

/** Ours: so many rows tell whether the first is like the others. */
const ALIKE_ROWS = 50;

/** A first row that names a side in the very column in which all others do is no header, unless it names a column beside it. */
function lacksHeader(rows: readonly CsvRow[]): boolean {
  const [first, ...others] = rows.slice(0, ALIKE_ROWS);
  if (!first || others.length === 0 || first.cells.some(({ value }) => KNOWN_NAMES.has(headerWord(value)))) return false;
  return first.cells.some((_, index) => {
    const roles = [first, ...others].map(({ cells }) => canonicalRole(cells[index]?.value ?? ""));
    return roles.every((role) => role !== null) && roles.includes("assistant") && roles.includes("user");
  });
}

const KNOWN_NAMES = new Set([...HEADER_WORDS.conversation, ...HEADER_WORDS.role, ...HEADER_WORDS.text, ...HEADER_WORDS.transcript]);

function isFilled({ cells }: CsvRow): boolean {
  return cells.some(({ value }) => value.trim() !== "");
}

/** The delimiter that cuts the header line into most cells without cutting through quotes; null where none cuts it. */
function sniffDelimiter(text: string, from: number): string | null {
  let [best, most] = [null as string | null, 1];
  const head = text.slice(from, from + HEADER_CHARACTERS);
  for (const delimiter of DELIMITERS) {
    const header = readCsv(head, { delimiter, maxRows: LEADING_BLANKS }).rows.find(isFilled);
    const isCutThrough = header?.cells.some(({ value }) => value.includes('"')) === true;
    const count = isCutThrough ? 1.5 : (header?.cells.length ?? 0);
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}

const HEADER_CHARACTERS = 16 * 1024;

function columnNames({ cells }: CsvRow): readonly string[] {
  const seen = new Set<string>();
  return cells.map(({ value }, index) => {
    const plain = value.trim() === "" ? `column ${index + 1}` : value.trim();
    const name = seen.has(plain) ? `${plain} (column ${index + 1})` : plain;
    seen.add(name);
    return name;
  });
}
