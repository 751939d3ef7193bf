import type { FoundRecord } from "@/lib/core/records/split-source";
import type { Answers } from "@/lib/core/shapes/answers";
import { lineIndex } from "@/lib/core/text/line-index";
import { tableKind, type ColumnMapping } from "./column-mapping";
import { chooseColumns } from "./describe-table";
import type { CsvRow } from "./read-csv";
import { isTotalsRow } from "./spoiled-cells";
import { contentOf, namesDelimiter, readTable, type TableText } from "./table-text";
import { isTableByNames } from "./table-shapes";

/**
 * Cuts a table into its calls: rows of one conversation id, wherever they stand, or a row a call. Each record is the header line and
 * that call's own lines, untouched, so that it stands alone. Null where the table is one call, or nobody knows what its columns hold.
 */
export function splitTable(text: string, answers: Answers): readonly FoundRecord[] | null {
  const table = readTable(text);
  if (!table) return null;
  const { mapping, from } = chooseColumns(contentOf(table), answers);
  if (from === "content") return null;
  const { rows, notes } = withoutTotals(table, mapping);
  const groups = groupRows(rows, table, mapping);
  if (groups.length < 2) return null;
  const lines = lineIndex(text);
  const head = headerOf(text, table, from === "answer");
  return groups.map(({ name, members }, index): FoundRecord => {
    const line = lines.position(members[0]?.start ?? 0).line;
    const body = members.map(({ start, end }) => text.slice(start, end)).join("\n");
    return { path: name === null ? `row ${line}` : `conversation ${name}`, line, text: `${head}\n${body}\n`, column: 1, notes: index === 0 ? notes : [] };
  });
}

/** Where the names alone do not make a table of a short text, its delimiter is named as spreadsheets do. */
function headerOf(text: string, table: TableText, isAnswered: boolean): string {
  const head = table.header ? text.slice(table.header.start, table.header.end) : table.names.join(table.delimiter);
  if (namesDelimiter(text) || (isAnswered && !isTableByNames(table))) return `sep=${table.delimiter}\n${head}`;
  return head;
}

interface RowGroup {
  /** The conversation's id; null for a row that is a call of its own. */
  readonly name: string | null;
  readonly members: readonly CsvRow[];
}

/** Rows without an id go with the conversation before them, as cells left empty below the first do. */
function groupRows(rows: readonly CsvRow[], { names }: TableText, mapping: ColumnMapping): readonly RowGroup[] {
  const column = mapping.conversation === undefined ? -1 : names.indexOf(mapping.conversation);
  if (tableKind(mapping) === "csv-calls") return rows.map((row) => ({ name: shown(row.cells[column]?.value), members: [row] }));
  if (column < 0) return [{ name: null, members: rows }];
  const groups = new Map<string, CsvRow[]>();
  let open = "";
  for (const row of rows) {
    const id = row.cells[column]?.value.trim() ?? "";
    if (id !== "") open = id;
    const members = groups.get(open);
    if (members) members.push(row);
    else groups.set(open, [row]);
  }
  return [...groups].map(([id, members]) => ({ name: shown(id), members }));
}

function shown(id: string | undefined): string | null {
  const plain = id?.trim().slice(0, 100) ?? "";
  return plain === "" ? null : plain;
}

function withoutTotals({ rows, names }: TableText, mapping: ColumnMapping): { readonly rows: readonly CsvRow[]; readonly notes: readonly string[] } {
  const last = rows.at(-1);
  const said = names.indexOf(mapping.transcript ?? mapping.text ?? "");
  if (rows.length < 2 || !last || !isTotalsRow(last.cells.map(({ value }) => value), last.cells[said]?.value ?? "")) return { rows, notes: [] };
  return { rows: rows.slice(0, -1), notes: ["The table's last row looks like totals and was left out."] };
}
