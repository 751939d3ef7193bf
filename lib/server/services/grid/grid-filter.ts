import "server-only";
import type { GridFilter, GridSort } from "@/lib/contracts/grid";
import { fateGroup } from "@/lib/core/uploads/fate";
import type { Database } from "@/lib/server/db/database";
import { findMatches, INDEXED_CHARS } from "@/lib/server/repositories/search";
import { refreshSearch } from "@/lib/server/services/calls/refresh-search";
import type { GridEntry } from "./grid-entry";
import type { GridIndex } from "./grid-index";

/** Each narrows by one thing; facets count under all but their own. */
export const DIMENSIONS = ["batch", "fate", "agent", "shape", "level", "cause", "duplicates", "excluded", "search"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A filter ready to be applied: one test for each dimension that narrows. */
export type GridTests = Partial<Record<Dimension, (entry: GridEntry) => boolean>>;

/** The tests of a filter over an index. A search is made once, before. */
export async function testsOf(db: Database, index: GridIndex, filter: GridFilter): Promise<GridTests> {
  const cause = filter.cause === undefined ? null : Number(filter.cause);
  return {
    ...(filter.batchId === undefined ? {} : { batch: ({ batchId }) => batchId === filter.batchId }),
    ...fateTest(filter),
    ...(filter.agent === undefined ? {} : { agent: ({ agent }) => agent === filter.agent }),
    ...(filter.shape === undefined ? {} : { shape: ({ shape }) => shape === filter.shape }),
    ...levelTest(filter),
    ...(cause === null ? {} : { cause: ({ causes }) => causes.includes(cause) }),
    ...duplicateTest(index, filter),
    ...(filter.excluded === undefined ? {} : { excluded: ({ excluded }) => excluded === (filter.excluded === "only") }),
    ...(filter.search === undefined ? {} : await searchTest(db, filter.search)),
  };
}

/** Calls that pass every test. */
export function passes(tests: GridTests, but: Dimension | null = null): (entry: GridEntry) => boolean {
  const wanted = DIMENSIONS.flatMap((dimension) => (dimension === but ? [] : (tests[dimension] ?? [])));
  return (entry) => wanted.every((test) => test(entry));
}

/**
 * Longer words are looked for in the index of words, which answers the newest 5,000 calls that have them all; shorter ones, which
 * that index does not hold, in the ids.
 */
async function searchTest(db: Database, search: string): Promise<GridTests> {
  const words = search.split(/\s+/u).filter((word) => word !== "");
  const long = words.filter((word) => Array.from(word).length >= INDEXED_CHARS);
  const short = words.filter((word) => Array.from(word).length < INDEXED_CHARS).map((word) => word.toLowerCase());
  if (words.length === 0) return {};
  if (long.length > 0) await refreshSearch(db);
  const found = long.length === 0 ? null : new Set(await findMatches(db, long.join(" ")));
  const inIds = ({ externalId, agent }: GridEntry): boolean => {
    const ids = `${externalId ?? ""} ${agent ?? ""}`.toLowerCase();
    return short.every((word) => ids.includes(word));
  };
  return { search: (entry) => found?.has(entry.id) !== false && (short.length === 0 || inIds(entry)) };
}

/** An excluded call stands in no fate of the sum. */
function fateTest({ fate, group }: GridFilter): GridTests {
  if (fate === undefined && group === undefined) return {};
  return { fate: (entry) => !entry.excluded && (fate === undefined || entry.fate === fate) && (group === undefined || fateGroup(entry.fate) === group) };
}

function levelTest({ level }: GridFilter): GridTests {
  if (level === undefined) return {};
  return { level: level === "any" ? hasProblem : (entry) => entry[level] > 0 };
}

function duplicateTest(index: GridIndex, { duplicates }: GridFilter): GridTests {
  if (duplicates === undefined) return {};
  return { duplicates: duplicates === "in-batch" ? (entry) => index.isDouble(entry) : (entry) => index.sentBefore(entry) };
}

/** Whether anything is wrong with a call. */
export function hasProblem({ blocks, loses, odd }: GridEntry): boolean {
  return blocks + loses + odd > 0;
}

/** Lists that were asked for last, per index: a grid that scrolls asks for the same one again and again. */
const MAX_KEPT = 8;
const kept = new WeakMap<GridIndex, Map<string, { readonly version: number; readonly entries: readonly GridEntry[] }>>();

/** Calls under a filter in an order. */
export async function filtered(db: Database, index: GridIndex, filter: GridFilter, sort: GridSort): Promise<readonly GridEntry[]> {
  const lists = kept.get(index) ?? new Map<string, { readonly version: number; readonly entries: readonly GridEntry[] }>();
  kept.set(index, lists);
  const key = JSON.stringify([Object.entries(filter).sort(), sort]);
  const { version } = index;
  const earlier = lists.get(key);
  if (earlier?.version === version) return earlier.entries;
  const tests = await testsOf(db, index, filter);
  const entries = Object.keys(tests).length === 0 ? index.ordered(sort) : index.ordered(sort).filter(passes(tests));
  lists.delete(key);
  lists.set(key, { version, entries });
  for (const oldest of [...lists.keys()].slice(0, -MAX_KEPT)) lists.delete(oldest);
  return entries;
}
