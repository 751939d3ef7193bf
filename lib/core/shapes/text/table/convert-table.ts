import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { spokenTurns, type SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { TurnDraft } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { finishTextCall, takeLeadingPrompt } from "@/lib/core/shapes/text/finish-text-call";
import { remarkTimes } from "@/lib/core/shapes/text/moments/turn-offsets";
import { partsOf } from "@/lib/core/shapes/text/text-tree";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { askColumns } from "./ask-columns";
import { cellTurns } from "./cell-turns";
import { COLUMN_FIELDS, tableKind, type ColumnMapping } from "./column-mapping";
import { readTurnRows } from "./convert-turn-rows";
import { CUT_AT, isTotalsRow } from "./spoiled-cells";
import { takeCallCells } from "./take-call-cells";
import { cellOf, cellText, contentOfTree } from "./table-tree";

/** Makes a call of a table, or of the part of one that is one conversation. Further conversations in it are left out and said. */
export function convertTable(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const mapping = askColumns(contentOfTree(root), context);
  markHeader(root, mapping, context);
  const rows = oneConversation(withoutTotals(partsOf(root, "rows"), mapping, context), mapping, context);
  takeCallCells({ rows, mapping, draft, context });
  const turns = tableKind(mapping) === "csv-calls" ? callTurns(rows, { mapping, draft, context }) : rowTurns(rows, { mapping, draft, context });
  return finishTextCall(root, context, { draft, turns });
}

interface Parts {
  readonly mapping: ColumnMapping;
  readonly draft: CanonicalDraft;
  readonly context: ConversionContext;
}

function rowTurns(rows: readonly JsonNode[], parts: Parts): readonly TurnDraft[] {
  const { lines, times } = readTurnRows({ rows, ...parts });
  const said = takeLeadingPrompt(lines, parts.draft, parts.context);
  remarkTimes({ ...times, offsets: said.map(({ startSeconds }) => startSeconds) }, parts.context);
  remarkCuts(said, parts.context);
  return spokenTurns(said, parts.context);
}

function callTurns(rows: readonly JsonNode[], { mapping, draft, context }: Parts): readonly TurnDraft[] {
  const [row] = rows;
  const cell = row && cellOf(row, mapping.transcript);
  if (!cell) return [];
  const lines = takeLeadingPrompt(cellTurns(cell, context), draft, context);
  if (cellText(row, mapping.transcript).length === CUT_AT && lines.length > 0) remarkCut(lines.length - 1, context);
  return spokenTurns(lines, context);
}

function remarkCuts(lines: readonly SpokenLine[], context: ConversionContext): void {
  for (const [index, { content }] of lines.entries()) if (content.length === CUT_AT) remarkCut(index, context);
}

function remarkCut(index: number, context: ConversionContext): void {
  context.remark({ kind: "doubtful", path: ["transcript", "turns", index, "content"], sentence: "Its cell has exactly 32,767 characters, the most that a spreadsheet keeps, so the end may be missing." });
}

function withoutTotals(rows: readonly JsonNode[], mapping: ColumnMapping, context: ConversionContext): readonly JsonNode[] {
  const last = rows.at(-1);
  if (rows.length < 2 || last?.type !== "object") return rows;
  const cells = last.members.map(({ key }) => cellText(last, key));
  if (!isTotalsRow(cells, cellText(last, mapping.transcript ?? mapping.text))) return rows;
  context.receipt.drop(last, "A row of totals");
  context.remark({ kind: "doubtful", path: [], sentence: "The last row looks like totals and was left out." });
  return rows.slice(0, -1);
}

/** The rows of the first conversation; a row a call is one row. */
function oneConversation(rows: readonly JsonNode[], mapping: ColumnMapping, context: ConversionContext): readonly JsonNode[] {
  const first = rows.map((row) => cellText(row, mapping.conversation)).find((id) => id !== "") ?? "";
  const isFirst = (row: JsonNode, index: number): boolean => {
    if (tableKind(mapping) === "csv-calls") return index === 0;
    const id = cellText(row, mapping.conversation);
    return mapping.conversation === undefined || id === first || id === "";
  };
  const others = rows.filter((row, index) => !isFirst(row, index));
  if (others.length === 0) return rows;
  for (const row of others) context.receipt.drop(row, "Another conversation of the table");
  context.remark({ kind: "doubtful", path: [], sentence: "The table holds more than one conversation, and this call is only the first." });
  return rows.filter(isFirst);
}

/** A column's name tells what it holds; names of columns that nobody chose are left out with them. */
function markHeader(root: JsonNode, mapping: ColumnMapping, context: ConversionContext): void {
  const header = member(root, "header");
  const reason = "The column's name tells what it holds";
  for (const field of COLUMN_FIELDS) {
    const cell = header && cellOf(header, mapping[field]);
    if (cell) context.receipt.change(cell, { to: TURN_FIELDS.has(field) ? "transcript.turns" : "call", reason, after: field });
  }
  for (const name of mapping.metadata) {
    const cell = header && cellOf(header, name);
    if (cell) context.receipt.change(cell, { to: "metadata", reason, after: name });
  }
}

const TURN_FIELDS = new Set<string>(["role", "text", "transcript", "start", "end", "order"]);
