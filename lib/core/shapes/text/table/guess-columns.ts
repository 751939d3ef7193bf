import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { COLUMN_FIELDS, type ColumnField, type ColumnMapping } from "./column-mapping";
import { headerWord } from "./header-word";
import { HEADER_WORDS, METADATA_WORDS } from "./header-words";
import type { TableContent } from "./table-text";

export interface ColumnGuess {
  readonly mapping: ColumnMapping;
  /** Told by the names of the columns alone; else by what stands in them, and a person is asked. */
  readonly isSure: boolean;
}

/** In a table of turns a time of a row is the turn's, in a table of calls the call's; the same goes for "transcript" and "id". */
const TURN_WORDS: Partial<Record<ColumnField, readonly string[]>> = {
  text: ["transcript", "transcription", "transkript", "transcripcion", "trascrizione"],
  role: ["from", "by", "von", "de", "type", "name", "sender name", "speaker name", "user"],
  start: ["timestamp", "time", "start", "start time", "created at", "created", "sent at", "date", "datetime", "date time", "message time", "zeit", "zeitpunkt", "zeitstempel", "uhrzeit", "datum", "hora", "fecha", "heure", "ora", "data", "saat", "zaman", "tarih", "czas"],
  end: ["end", "end time", "ende", "fin", "fine", "fim", "bitis"],
};
const CALL_WORDS: Partial<Record<ColumnField, readonly string[]>> = {
  conversation: ["id", "uuid", "key", "nr", "number", "nummer"],
  startedAt: ["timestamp", "time", "start", "start time", "created at", "created", "date", "datetime", "date time", "zeit", "datum", "fecha", "heure", "data", "tarih"],
  endedAt: ["end", "end time", "ende", "fin"],
  customerNumber: ["from", "number"],
};
const SAMPLE_ROWS = 50;
/** Ours: enough of a cell to tell a transcript. */
const SAMPLE_CHARACTERS = 1000;

/** Which column holds what: by their names; where those do not tell, by what stands in the first rows. */
export function guessColumns(table: TableContent): ColumnGuess {
  const byName = new Map<string, string>(table.names.map((name) => [headerWord(name), name]).reverse() as [string, string][]);
  const turns = named(byName, TURN_WORDS, ["transcript"]);
  if (turns.text !== undefined && turns.role !== undefined) return { mapping: withMetadata(turns, table), isSure: true };
  const calls = named(byName, CALL_WORDS, ["text", "role", "start", "end", "order"]);
  if (calls.transcript !== undefined) return { mapping: withMetadata(calls, table), isSure: true };
  return { mapping: withMetadata(byContent(table, turns, calls), table), isSure: false };
}

type Named = Partial<Record<ColumnField, string>>;

function named(byName: ReadonlyMap<string, string>, more: Partial<Record<ColumnField, readonly string[]>>, without: readonly ColumnField[]): Named {
  const found: Named = {};
  const used = new Set<string>();
  // First the words that mean one thing everywhere: "start date" is the call's before "date" is anything.
  for (const words of [HEADER_WORDS, more]) {
    for (const field of COLUMN_FIELDS) {
      if (found[field] !== undefined || without.includes(field)) continue;
      const word = words[field]?.find((candidate) => byName.has(candidate) && !used.has(candidate));
      if (word === undefined) continue;
      found[field] = byName.get(word) ?? "";
      used.add(word);
    }
  }
  return found;
}

/** A column of role words beside one of long texts, or one that holds whole transcripts. */
function byContent(table: TableContent, turns: Named, calls: Named): Named {
  const free = (taken: Named): readonly number[] => table.names.flatMap((name, index) => (Object.values(taken).includes(name) ? [] : [index]));
  const values = table.names.map((_, index) => table.rows.slice(0, SAMPLE_ROWS).map((cells) => cells[index]?.trim() ?? "").filter((value) => value !== ""));
  const whole = free(calls).find((index) => share(values[index], looksWhole) > 0.5);
  if (whole !== undefined) return { ...calls, transcript: table.names[whole] ?? "" };
  const role = turns.role ?? table.names[free(turns).find((index) => share(values[index], (value) => canonicalRole(value) !== null) > 0.8) ?? -1];
  const known = role === undefined ? turns : { ...turns, role };
  const longest = free(known).reduce((best, index) => (averageLength(values[index]) > averageLength(values[best]) ? index : best), -1);
  const text = known.text ?? table.names[longest];
  return text === undefined ? known : { ...known, text };
}

function looksWhole(whole: string): boolean {
  const value = whole.slice(0, SAMPLE_CHARACTERS);
  return /^\s*[[{]\s*[{"]/.test(value) || /(?:^|\n)\s*[\p{L} ]{1,20}:.*\n\s*[\p{L} ]{1,20}:/u.test(value);
}

function share(values: readonly string[] | undefined, test: (value: string) => boolean): number {
  return !values || values.length === 0 ? 0 : values.filter(test).length / values.length;
}

function averageLength(values: readonly string[] | undefined): number {
  return !values || values.length === 0 ? -1 : values.reduce((sum, value) => sum + value.length, 0) / values.length;
}

function withMetadata(found: Named, { names }: TableContent): ColumnMapping {
  const used = new Set(Object.values(found));
  return { ...found, metadata: names.filter((name) => !used.has(name) && METADATA_WORDS.has(headerWord(name))) };
}
