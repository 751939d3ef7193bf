import type { SourceShapeId } from "@/lib/core/shapes/shape";
import type { TextShapeModule } from "@/lib/core/shapes/source/shape-module";
import { readMoment } from "@/lib/core/shapes/text/moments/read-moment";
import { findTextTree, isTextTree } from "@/lib/core/shapes/text/text-tree";
import { tableKind } from "./column-mapping";
import { convertTable } from "./convert-table";
import { guessColumns } from "./guess-columns";
import { contentOf, namesDelimiter, readTable, type TableText } from "./table-text";
import { contentOfTree, tableTree } from "./table-tree";

/** Rows that are turns, told apart by a column of the conversation's id. */
export const CSV_TURNS: TextShapeModule = tableShape("csv-turns");
/** Rows that are calls, with a column that holds each one's transcript. */
export const CSV_CALLS: TextShapeModule = tableShape("csv-calls");

type TableShape = Extract<SourceShapeId, "csv-turns" | "csv-calls">;

const SAMPLE_CHARACTERS = 64 * 1024;
const SAMPLE_ROWS = 50;

function tableShape(shape: TableShape): TextShapeModule {
  return {
    shape,
    likeness: (text) => likenessOf(text, shape),
    read: (text) => tableTree(text, shape),
    // Every record is asked what it is: the columns are looked at only where there are any.
    inspect: (root) => (isTextTree(root, shape) ? findTextTree(root, { format: shape, score: isSureTree(root) ? 0.9 : 0.5, reasons: [`A table with the columns ${contentOfTree(root, 0).names.slice(0, 4).join(", ")}`] }) : null),
    convert: convertTable,
    dropReason: ([list]) => (list === "header" || list === "rows" ? "No field was chosen for this column" : "Turns have no field for it"),
  };
}

/** Whether the names of the columns alone tell that it is a table, however few rows there are. */
export function isTableByNames(table: TableText): boolean {
  return guessColumns({ names: table.names, rows: [] }).isSure;
}

function isSureTree(root: Parameters<TextShapeModule["inspect"]>[0]): boolean {
  return guessColumns(contentOfTree(root)).isSure;
}

/** Names of columns that tell what they hold make a table of the shortest text; others need rows that are all alike. */
function likenessOf(text: string, shape: TableShape): number {
  const table = readTable(text.slice(0, SAMPLE_CHARACTERS), { maxRows: SAMPLE_ROWS });
  if (!table || table.rows.length === 0 || !isHeader(table)) return 0;
  const { mapping, isSure } = guessColumns(contentOf(table));
  if (tableKind(mapping) !== shape) return 0;
  if (isSure || namesDelimiter(text)) return 0.97;
  if (table.header === null) return isNearlyEven(table) ? 0.5 : 0;
  const isEven = table.names.length > 2 && table.rows.every(({ cells }) => cells.length === table.names.length);
  return isEven || (hasKnownColumn(mapping) && isNearlyEven(table)) ? 0.5 : 0;
}

/** Names are short, hold letters, and are no times, sentences or numbers. */
function isHeader({ header }: TableText): boolean {
  if (header === null) return true;
  const filled = header.cells.map(({ value }) => value.trim()).filter((value) => value !== "");
  return filled.length > 1 && filled.every((value) => value.length <= 60 && /\p{L}/u.test(value) && !/[.!?:]\s|[!?:]$|[{}<>]/.test(value) && value.split(/\s+/).length <= 6 && readMoment(value) === null);
}

/** More than what was merely found by looking at the cells. */
function hasKnownColumn(mapping: ReturnType<typeof guessColumns>["mapping"]): boolean {
  return Object.keys(mapping).filter((field) => field !== "metadata" && field !== "text").length > 0;
}

function isNearlyEven({ names, rows }: TableText): boolean {
  return rows.filter(({ cells }) => cells.length === names.length).length >= rows.length * 0.8;
}
