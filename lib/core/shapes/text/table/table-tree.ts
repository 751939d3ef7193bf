import { readText } from "@/lib/core/call-ingest/read-number";
import { buildObject } from "@/lib/core/shapes/build/json-build";
import { partsOf, textLeaf } from "@/lib/core/shapes/text/text-tree";
import { buildList, buildText } from "@/lib/core/shapes/build/json-build";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import type { CsvCell } from "./read-csv";
import { readTable, type TableContent } from "./table-text";

/** The tree of a table: its header and its rows, a leaf per cell that holds anything, under the names of the columns. */
export function tableTree(text: string, format: "csv-turns" | "csv-calls"): JsonObjectNode | null {
  const table = readTable(text);
  if (!table || table.rows.length === 0) return null;
  const header = table.header && buildObject(table.header.cells.map((cell, index): [string, JsonNode] => [table.names[index] ?? "", cellLeaf(cell)]));
  const rows = table.rows.map(({ cells }) =>
    buildObject(cells.map((cell, index): [string, JsonNode | undefined] => [table.names[index] ?? `beyond the header ${index + 1}`, cell.value.trim() === "" ? undefined : cellLeaf(cell)])),
  );
  return buildObject([["format", buildText(format)], ["header", header ?? undefined], ["rows", buildList(rows)]]);
}

function cellLeaf({ value, start, end }: CsvCell): JsonNode {
  return textLeaf(value, start, end);
}

/** Names of a tree's columns and the cells of its first rows. */
export function contentOfTree(root: JsonNode, maxRows = 50): TableContent {
  const header = member(root, "header");
  const rows = partsOf(root, "rows");
  const names = header?.type === "object" ? header.members.map(({ key }) => key) : numberedNames(rows);
  return { names, rows: rows.slice(0, maxRows).map((row) => names.map((name) => cellText(row, name))) };
}

/** Without a header the columns are numbered; the cells' keys tell how many there are. */
function numberedNames(rows: readonly JsonNode[]): readonly string[] {
  const numbers = rows.flatMap((row) => (row.type === "object" ? row.members.map(({ key }) => Number(/^column (\d+)$/.exec(key)?.[1] ?? 0)) : []));
  const count = numbers.reduce((most, number) => Math.max(most, number), 0);
  return Array.from({ length: count }, (_, index) => `column ${index + 1}`);
}

/** The cell of a row under a column; undefined where it is empty or the column is not mapped. */
export function cellOf(row: JsonNode, name: string | undefined): JsonNode | undefined {
  return name === undefined ? undefined : member(row, name);
}

/** The same as a text, "" where there is none. */
export function cellText(row: JsonNode, name: string | undefined): string {
  return readText(cellOf(row, name)) ?? "";
}
