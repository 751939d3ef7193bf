import { readText } from "@/lib/core/call-ingest/read-number";
import type { CanonicalDraft, TextField } from "@/lib/core/shapes/build/canonical-draft";
import { hundredth, wholeSeconds } from "@/lib/core/shapes/build/decimal";
import { instantAt, readInstant, type Instant } from "@/lib/core/shapes/build/instant";
import { buildNumber } from "@/lib/core/shapes/build/json-build";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { provenOrder, readWrittenDate, wallMs } from "@/lib/core/shapes/text/moments/written-date";
import { askDayOrder, askZone } from "@/lib/core/shapes/text/moments/ask-moments";
import { readMoment, spanSeconds } from "@/lib/core/shapes/text/moments/read-moment";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { ColumnField, ColumnMapping } from "./column-mapping";
import { headerWord } from "./header-word";
import { spoiledBy, withoutGuard } from "./spoiled-cells";
import { cellOf } from "./table-tree";

interface CallRows {
  readonly rows: readonly JsonNode[];
  readonly mapping: ColumnMapping;
  readonly draft: CanonicalDraft;
  readonly context: ConversionContext;
}

/** Fills what a call has once: its id, agent, customer, times, cost. Of several rows the first that has a value counts. */
export function takeCallCells(call: CallRows): void {
  takeGuarded(call, "conversation", "call.externalId");
  takePlain(call, "agent", "agent.externalId");
  takePlain(call, "version", "version");
  takePlain(call, "recordingUrl", "call.recordingUrl");
  takePlain(call, "endedReason", "call.endedReason");
  takePlain(call, "customerName", "call.customer.name");
  takeGuarded(call, "customerNumber", "call.customer.number");
  takeInstantCell(call, "startedAt");
  takeInstantCell(call, "endedAt");
  takeDuration(call);
  takeCost(call);
  for (const name of call.mapping.metadata) keepEqual(call, name);
}

/** The cells of a field, one a row that has it; the first is the call's. */
function cellsOf({ rows, mapping }: CallRows, field: ColumnField): readonly JsonNode[] {
  return rows.flatMap((row) => cellOf(row, mapping[field]) ?? []);
}

/** The same value in other rows is the same thing said again; another value is not taken. */
function markRepeats([first, ...others]: readonly JsonNode[], to: string, { receipt }: ConversionContext): void {
  for (const other of others) {
    if (readText(other) === readText(first)) receipt.change(other, { to, reason: "The same as in the call's first row", after: readText(first) ?? "" });
    else receipt.drop(other, "An earlier row says something else, and a call has it once");
  }
}

function takePlain(call: CallRows, field: ColumnField, to: TextField): void {
  const cells = cellsOf(call, field);
  if (call.draft.takeText(to, cells[0], field === "endedReason" ? "endedReason" : undefined)) markRepeats(cells, to, call.context);
}

/** Ids and numbers that spreadsheets spoil are refused, and said so. */
function takeGuarded(call: CallRows, field: "conversation" | "customerNumber", to: "call.externalId" | "call.customer.number"): void {
  const { draft, context } = call;
  const cells = cellsOf(call, field);
  const [cell] = cells;
  const value = readText(cell);
  if (!cell || value === null) return;
  const spoiled = spoiledBy(value, field === "conversation" ? "id" : "phone");
  if (spoiled !== null) {
    for (const node of cells) context.receipt.drop(node, `Not taken: ${spoiled}`);
    const what = field === "conversation" ? "The id" : "The customer's number";
    context.remark({ kind: "doubtful", path: [], sentence: `${what} “${value.slice(0, 60)}” was not taken: ${spoiled}.` });
    return;
  }
  const plain = withoutGuard(value);
  if (plain !== value) draft.putText(to, plain, { node: cell, reason: "Without the marks that keep a spreadsheet from changing it" });
  else if (to === "call.customer.number") draft.takeCustomerNumber(cell, call.mapping[field] ?? field);
  else draft.takeText(to, cell);
  markRepeats(cells, draft.has(to) ? to : `metadata.${call.mapping[field] ?? field}`, context);
}

function takeInstantCell(call: CallRows, field: "startedAt" | "endedAt"): void {
  const cells = cellsOf(call, field);
  const [cell] = cells;
  if (!cell) return;
  const instant = readInstantCell(cell, call.context);
  if (instant) call.draft.takeInstant(`call.${field}`, instant, { node: cell });
  else call.draft.keep(call.mapping[field] ?? field, cell);
  markRepeats(cells, instant ? `call.${field}` : `metadata.${call.mapping[field] ?? field}`, call.context);
}

/** A date-time with its zone, a number since the epoch, or a local time once a person has named the zone. */
export function readInstantCell(cell: JsonNode, context: ConversionContext): Instant | null {
  const instant = readInstant(cell);
  if (instant) return instant;
  const text = readText(cell) ?? "";
  const date = readWrittenDate(text);
  if (!date) return null;
  const proven = provenOrder([date]);
  const order = proven === "open" || proven === "mixed" ? askDayOrder(context, { example: [text], proposed: "day-first" }).order : proven;
  const wall = wallMs(date, order);
  if (wall === null) return null;
  if (date.zoneMinutes !== null) return instantAt(wall - date.zoneMinutes * 60_000);
  const clock = askZone(context, [text]);
  return clock ? instantAt(clock(wall)) : null;
}

/** Seconds unless the column's name says otherwise; "1:33" is minutes and seconds. */
function takeDuration(call: CallRows): void {
  const { mapping, draft } = call;
  const cells = cellsOf(call, "duration");
  const [cell] = cells;
  const name = mapping.duration;
  if (!cell || name === undefined) return;
  const seconds = secondsOf(readText(cell) ?? "", headerWord(name));
  if (seconds === null) draft.keep(name, cell);
  else draft.takeDuration(wholeSeconds(seconds), cell, name);
  markRepeats(cells, "call.durationSeconds", call.context);
}

function secondsOf(text: string, header: string): number | null {
  const moment = readMoment(text.trim().replace(/^(\d+),(\d+)$/, "$1.$2"));
  if (moment?.kind === "span") return spanSeconds(moment.parts);
  if (moment?.kind === "seconds") return moment.seconds;
  if (moment?.kind !== "number") return null;
  if (/\b(?:ms|milliseconds?|millis)\b/.test(header)) return moment.value / 1000;
  return /\b(?:min|minutes?|minuten|minutos|dakika)\b/.test(header) ? moment.value * 60 : moment.value;
}

/** Dollars only: a column of cents is converted, one of another currency stands in metadata. */
function takeCost(call: CallRows): void {
  const { mapping, draft, context } = call;
  const cells = cellsOf(call, "cost");
  const [cell] = cells;
  const name = mapping.cost;
  const text = readText(cell);
  if (!cell || name === undefined || text === null) return;
  markRepeats(cells, "call.cost", context);
  const header = headerWord(name);
  const plain = text.trim().replace(/^(?:US)?\$\s?/, "").replace(/^(\d+),(\d+)$/, "$1.$2");
  if (!/^\d+(?:\.\d+)?$/.test(plain) || /\b(?:eur|euros?|gbp|try|tl|pln|credits?)\b/.test(header)) {
    draft.keep(name, cell);
    return;
  }
  const isCents = /\bcents?\b/.test(header);
  const dollars = isCents ? hundredth(plain) : plain.replace(/^0+(?=\d)/, "");
  draft.takeCost(buildNumber(dollars), { key: name });
  context.receipt.change(cell, { to: "call.cost", reason: isCents ? "Cents written as dollars" : "Zelto takes a number here", after: dollars });
}

/** A column chosen for metadata has one value for the call; where its rows differ there is no place for it. */
function keepEqual({ rows, draft, context }: CallRows, name: string): void {
  const cells = rows.flatMap((row) => cellOf(row, name) ?? []);
  const [first, ...others] = cells;
  if (!first) return;
  if (others.some((other) => readText(other) !== readText(first))) {
    for (const cell of cells) context.receipt.drop(cell, "It differs from row to row, and turns have no field for it");
    return;
  }
  draft.keep(name, first);
  for (const other of others) context.receipt.carry(other, `metadata.${name}`);
}
