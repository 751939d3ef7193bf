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
  const header = buildObject(table.header.cells.map((cell, index): [string, JsonNode] => [table.names[index] ?? "", cellLeaf(cell)]));
  const rows = table.rows.map(({ cells }) =>
    buildObject(cells.map((cell, index): [string, JsonNode | undefined] => [table.names[index] ?? `beyond the header ${index + 1}`, cell.value.trim() === "" ? undefined : cellLeaf(cell)])),
  );
  return buildObject([["format", buildText(format)], ["header", header], ["rows", buildList(rows)]]);
}

function cellLeaf({ value, start, end }: CsvCell): JsonNode {
  return textLeaf(value, start, end);
}

/** Names of a tree's columns and the cells of its first rows. */
export function contentOfTree(root: JsonNode, maxRows = 50): TableContent {
  const header = member(root, "header");
  const names = header?.type === "object" ? header.members.map(({ key }) => key) : [];
  return { names, rows: partsOf(root, "rows").slice(0, maxRows).map((row) => names.map((name) => cellText(row, name))) };
}

/** The cell of a row under a column; undefined where it is empty or the column is not mapped. */
export function cellOf(row: JsonNode, name: string | undefined): JsonNode | undefined {
  return name === undefined ? undefined : member(row, name);
}

/** The same as a text, "" where there is none. */
export function cellText(row: JsonNode, name: string | undefined): string {
  return readText(cellOf(row, name)) ?? "";
}
