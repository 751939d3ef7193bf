import "server-only";
import type { GridFilter, GridSort } from "@/lib/contracts/grid";
import { fateGroup } from "@/lib/core/uploads/fate";
import type { Database } from "@/lib/server/db/database";
import { findMatches } from "@/lib/server/repositories/search";
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
  const found = filter.search === undefined ? null : await findCalls(db, filter.search);
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
    ...(found === null ? {} : { search: ({ id }) => found.has(id) }),
  };
}

/** Calls that pass every test. */
export function passes(tests: GridTests, but: Dimension | null = null): (entry: GridEntry) => boolean {
  const wanted = DIMENSIONS.flatMap((dimension) => (dimension === but ? [] : (tests[dimension] ?? [])));
  return (entry) => wanted.every((test) => test(entry));
}

async function findCalls(db: Database, search: string): Promise<ReadonlySet<string> | null> {
  await refreshSearch(db);
  const ids = await findMatches(db, search);
  return ids === null ? null : new Set(ids);
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
  return { duplicates: duplicates === "in-batch" ? (entry) => index.sameId(entry).size > 1 : (entry) => index.sentBefore(entry) };
}

/** Whether anything is wrong with a call. */
export function hasProblem({ blocks, loses, odd }: GridEntry): boolean {
  return blocks + loses + odd > 0;
}

/** Calls under a filter in an order. */
export async function filtered(db: Database, index: GridIndex, filter: GridFilter, sort: GridSort): Promise<readonly GridEntry[]> {
  const tests = await testsOf(db, index, filter);
  const pass = passes(tests);
  return index.ordered(sort).filter(pass);
}
