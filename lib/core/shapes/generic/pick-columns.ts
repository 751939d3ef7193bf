import type { JsonPath } from "@/lib/core/text/json-path";
import type { ItemStats, PathStats } from "./item-stats";
import { END_KEYS, ROLE_PARTS, SIDE_KEYS, START_KEYS, STRONG_ROLE_KEYS, TEXT_KEYS, WEAK_ROLE_KEYS, WRAPPING_KEYS } from "./key-words";
import { plainKey } from "./near-keys";
import { knownRole } from "./speaker-word";

/** Where the items of a list have who speaks, what is said, and when. */
export interface Columns {
  readonly role: JsonPath;
  readonly text: JsonPath;
  readonly start?: JsonPath;
  readonly end?: JsonPath;
  /** Share of the items whose speaker the table of roles knows. */
  readonly known: number;
  /** The key itself says that it names a speaker. */
  readonly isTelling: boolean;
}

/** Ours: "most items" of the rule. */
const MOST = 0.6;
/** Ours: some items are events without words; half of them have to speak. */
const HALF = 0.5;
/** Ours: more voices than this are no speakers of one call, unless their words are known. */
const MAX_SPEAKERS = 12;

/** The two columns that a list of turns needs, and its times; null where it has none of them. */
export function pickColumns(stats: ItemStats): Columns | null {
  if (stats.looked < 2) return null;
  if (stats.paths.some(({ path }) => typeof path[0] === "number")) return pairColumns(stats);
  const text = best(stats.paths.map((entry) => ({ entry, score: textScore(entry, stats.looked) })));
  if (!text) return null;
  const role = best(stats.paths.filter((entry) => entry !== text).map((entry) => ({ entry, score: roleScore(entry, stats.looked) })));
  if (!role) return null;
  const start = pickTime(stats, START_KEYS);
  const end = start ? pickTime(stats, END_KEYS) : null;
  return { role: role.path, text: text.path, known: knownShare(role), isTelling: SIDE_KEYS.has(lastKey(role.path)) || (roleKeyOrder(role.path) ?? Infinity) < STRONG_ROLE_KEYS.length, ...(start ? { start } : {}), ...(end ? { end } : {}) };
}

function best(candidates: readonly { readonly entry: PathStats; readonly score: number }[]): PathStats | null {
  let found: { readonly entry: PathStats; readonly score: number } | null = null;
  for (const candidate of candidates) if (candidate.score > 0 && (!found || candidate.score > found.score)) found = candidate;
  return found?.entry ?? null;
}

/** Lists of pairs (speaker, words), as ABCD has them: the first says who, in words that come again or are known. */
function pairColumns({ paths, looked }: ItemStats): Columns | null {
  const [first, second] = [paths.find(({ path }) => path[0] === 0), paths.find(({ path }) => path[0] === 1)];
  if (!first || !second || first.texts < looked * 0.9 || second.texts < looked * 0.9) return null;
  const known = knownShare(first);
  const isSpeaker = known > HALF || (first.values.size <= MAX_SPEAKERS && first.values.size < first.filled && first.characters < second.characters);
  return isSpeaker ? { role: [0], text: [1], known, isTelling: false } : null;
}

function textScore({ path, texts, characters }: PathStats, looked: number): number {
  const order = TEXT_KEYS.findIndex((key) => key === lastKey(path));
  if (order < 0 || texts < looked * HALF) return 0;
  return 2 * (texts / looked) + Math.min(characters / texts, 40) / 400 - order * 0.05 - path.length * 0.1;
}

/** Ours: words that the table knows weigh most, then that most items have one and that few voices come again and again. */
function roleScore(entry: PathStats, looked: number): number {
  const { path, filled, values } = entry;
  const isFlag = [...values.keys()].every((value) => value === "true" || value === "false");
  if (isFlag) return SIDE_KEYS.has(lastKey(path)) && filled >= looked * MOST ? 2.5 : 0;
  const order = roleKeyOrder(path);
  if (order === null || filled < looked * MOST) return 0;
  const known = knownShare(entry);
  const isStrong = order < STRONG_ROLE_KEYS.length;
  const recurs = values.size < filled || (isStrong && values.size <= filled && filled <= 3);
  const mayBeSpeakers = values.size <= MAX_SPEAKERS && recurs && (isStrong || values.size >= 2);
  if (known < HALF && !mayBeSpeakers) return 0;
  // "type: lead" in every row is a table of leads; a conversation has two sides.
  if (!isStrong && values.size < 2) return 0;
  return 3 * known + filled / looked + (values.size >= 2 ? 1 : 0) - order * 0.01 - path.length * 0.05;
}

/** How telling the keys are: strong ones first, weak ones after; null where they name no speaker. */
function roleKeyOrder(path: JsonPath): number | null {
  const keys = [...STRONG_ROLE_KEYS, ...WEAK_ROLE_KEYS] as readonly string[];
  const plain = path.map((key) => plainKey(String(key)));
  const [first = "", second] = plain;
  if (second !== undefined && WRAPPING_KEYS.some((key) => key === first)) return roleKeyOrder(path.slice(1));
  const order = keys.indexOf(first);
  if (second === undefined) return order < 0 ? null : order;
  return order >= 0 && ROLE_PARTS.some((part) => part === second) ? order : null;
}

function lastKey(path: JsonPath): string {
  return plainKey(String(path.at(-1) ?? ""));
}

function knownShare({ values, filled }: PathStats): number {
  let known = 0;
  for (const [value, count] of values) if (knownRole(value) !== null) known += count;
  return filled === 0 ? 0 : known / filled;
}

function pickTime({ paths, looked }: ItemStats, keys: readonly string[]): JsonPath | null {
  const fits = paths
    .filter(({ path, filled, characters }) => path.length === 1 && filled >= looked * HALF && characters / filled <= 40)
    .map((entry) => ({ entry, order: keys.indexOf(plainKey(String(entry.path[0]))) }))
    .filter(({ order }) => order >= 0)
    .sort((left, right) => left.order - right.order);
  return fits[0]?.entry.path ?? null;
}
