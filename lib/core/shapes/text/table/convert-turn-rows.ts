import { readText } from "@/lib/core/call-ingest/read-number";
import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { numberText, secondsText } from "@/lib/core/shapes/build/decimal";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import { SAYS_NOTHING, type TurnSource } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { NumberUnit } from "@/lib/core/shapes/text/moments/number-times";
import { readMoment } from "@/lib/core/shapes/text/moments/read-moment";
import { turnOffsets, type TurnOffsets } from "@/lib/core/shapes/text/moments/turn-offsets";
import { wallMs } from "@/lib/core/shapes/text/moments/written-date";
import { parseDateTime } from "@/lib/core/call-ingest/date-time";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { ColumnMapping } from "./column-mapping";
import { headerWord } from "./header-word";
import { cellOf, cellText } from "./table-tree";

interface TurnRows {
  readonly rows: readonly JsonNode[];
  readonly mapping: ColumnMapping;
  readonly draft: CanonicalDraft;
  readonly context: ConversionContext;
}

export interface TurnRowsReading {
  readonly lines: readonly SpokenLine[];
  readonly times: TurnOffsets;
}

/** Who is meant where a row names nobody. */
const NOBODY = "(no speaker)";

/** The turns of one conversation's rows, ordered by their number, else by their time, else as they stand. */
export function readTurnRows({ rows, mapping, draft, context }: TurnRows): TurnRowsReading {
  const ordered = inOrder(rows, mapping);
  for (const row of ordered) markOrder(row, mapping, context);
  const spoken = ordered.filter((row) => cellText(row, mapping.text).trim() !== "");
  const heard = new Set(spoken);
  for (const row of ordered) if (!heard.has(row)) dropSilent(row, mapping, context);
  const times = readTimes(spoken, mapping, context);
  const first = spoken.map((row) => cellOf(row, mapping.start)).find((node) => node !== undefined);
  const shift = shiftFromStart(times, draft, context);
  if (times.startedAt && first && !draft.has("call.startedAt")) draft.takeInstant("call.startedAt", times.startedAt, { node: first, reason: "When the first turn was" });
  const lines = spoken.map((row, index): SpokenLine => {
    const [roleCell, textCell] = [cellOf(row, mapping.role), cellOf(row, mapping.text)];
    const { startSeconds, endSeconds, sources } = timesOf(row, { index, count: spoken.length, times, mapping, shift, context });
    const content: TurnSource[] = textCell ? [{ node: textCell, field: "content" }] : [];
    return {
      word: readText(roleCell)?.trim() ?? NOBODY,
      wordNode: roleCell,
      content: readText(textCell) ?? "",
      ...(startSeconds === undefined ? {} : { startSeconds }),
      ...(endSeconds === undefined ? {} : { endSeconds }),
      sources: [...content, ...sources],
    };
  });
  return { lines, times: { ...times, offsets: lines.map(({ startSeconds }) => startSeconds) } };
}

function dropSilent(row: JsonNode, mapping: ColumnMapping, context: ConversionContext): void {
  for (const field of ["role", "text", "start", "end", "order"] as const) {
    const cell = cellOf(row, mapping[field]);
    if (cell) context.receipt.drop(cell, SAYS_NOTHING);
  }
}

function markOrder(row: JsonNode, mapping: ColumnMapping, context: ConversionContext): void {
  const cell = cellOf(row, mapping.order);
  if (cell) context.receipt.change(cell, { to: "transcript.turns", reason: "It tells the order of the turns", after: readText(cell) ?? "" });
}

/** By number where every row has one; else by time where every row has one on the calendar or as a number. Equal ones stay as they stand. */
function inOrder(rows: readonly JsonNode[], mapping: ColumnMapping): readonly JsonNode[] {
  for (const read of [(row: JsonNode) => numberOf(cellOf(row, mapping.order)), (row: JsonNode) => sortableTime(cellText(row, mapping.start))]) {
    const keyed = rows.map((row) => ({ row, key: read(row) }));
    if (keyed.length > 0 && keyed.every((entry): entry is { row: JsonNode; key: number } => entry.key !== null)) {
      return keyed.sort((left, right) => left.key - right.key).map(({ row }) => row);
    }
  }
  return rows;
}

function numberOf(cell: JsonNode | undefined): number | null {
  const text = numberText(cell);
  return text === null ? null : Number(text);
}

/** Only what sorts by itself: numbers and date-times with a zone or with the year first. */
function sortableTime(text: string): number | null {
  const moment = readMoment(text);
  if (moment?.kind === "number") return moment.value;
  if (moment?.kind === "instant") return moment.ms;
  return moment?.kind === "date" && moment.date.yearFirst ? wallMs(moment.date, "day-first") : null;
}

/** Starts and ends are read as one list: they count from the same first start. */
function readTimes(rows: readonly JsonNode[], mapping: ColumnMapping, context: ConversionContext): TurnOffsets {
  const column = (name: string | undefined): readonly (string | null)[] => rows.map((row) => (cellOf(row, name) ? decimalPoint(cellText(row, name)) : null));
  return turnOffsets([...column(mapping.start), ...column(mapping.end)], context, unitOf(mapping.start ?? mapping.end));
}

function decimalPoint(text: string): string {
  return text.trim().replace(/^(\d+),(\d+)$/, "$1.$2");
}

function unitOf(name: string | undefined): NumberUnit {
  const header = headerWord(name ?? "");
  if (/\b(?:ms|milliseconds?|millis)\b/.test(header)) return "ms";
  return /\b(?:s|secs?|seconds?|sekunden|segundos|secondes)\b/.test(header) ? "s" : "open";
}

/** How much later than the call the first turn began; a call that begins after its first turn is counted from the turn. */
function shiftFromStart({ startedAt }: TurnOffsets, draft: CanonicalDraft, context: ConversionContext): number {
  const started = parseDateTime(draft.textOf("call.startedAt") ?? "");
  if (!startedAt || started === null) return 0;
  const shift = (startedAt.ms - started) / 1000;
  if (shift < 0) context.remark({ kind: "doubtful", path: ["call", "startedAt"], sentence: "The first turn is earlier than the call's start, so the turns are counted from the first turn." });
  return Math.max(0, shift);
}

interface RowTimes {
  readonly index: number;
  readonly count: number;
  readonly times: TurnOffsets;
  readonly mapping: ColumnMapping;
  readonly shift: number;
  readonly context: ConversionContext;
}

function timesOf(row: JsonNode, { index, count, times, mapping, shift, context }: RowTimes): Pick<SpokenLine, "startSeconds" | "endSeconds" | "sources"> {
  const sources: TurnSource[] = [];
  const take = (field: "startSeconds" | "endSeconds", name: string | undefined, offset: string | undefined): string | undefined => {
    const cell = cellOf(row, name);
    if (!cell) return undefined;
    if (offset === undefined) {
      context.receipt.drop(cell, times.reason);
      return undefined;
    }
    const seconds = shift === 0 ? offset : secondsText(Number(offset) + shift);
    sources.push({ node: cell, field, reason: times.reason });
    return seconds;
  };
  const startSeconds = take("startSeconds", mapping.start, times.offsets[index]);
  const end = times.offsets[count + index];
  const isAfter = startSeconds === undefined || end === undefined || Number(end) + shift >= Number(startSeconds);
  const endSeconds = take("endSeconds", mapping.end, isAfter ? end : undefined);
  return { sources, ...(startSeconds === undefined ? {} : { startSeconds }), ...(endSeconds === undefined ? {} : { endSeconds }) };
}
