import "server-only";
import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";
import { FATE_GROUPS, fateGroup, FATES } from "@/lib/core/uploads/fate";
import type { GridSort, GridSortKey } from "@/lib/contracts/grid";
import type { GridFacts } from "@/lib/server/repositories/grid-rows";

/** Name and age of a batch. */
export interface GridBatch {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
}

/** One call in memory. A change of it makes another entry, and this one is dead. */
export interface GridEntry extends GridFacts {
  readonly batch: GridBatch;
  alive: boolean;
}

const FATE_RANK = new Map(FATES.map((fate) => [fate, FATE_GROUPS.indexOf(fateGroup(fate)) * FATES.length + FATES.indexOf(fate)]));

/** What each sort goes by; null comes last. Texts go by code units: exact, the same everywhere, and fast. */
const KEYS: Readonly<Record<Exclude<GridSortKey, "position">, (entry: GridEntry) => string | number | null>> = {
  news: ({ news }) => news,
  fate: ({ fate }) => FATE_RANK.get(fate) ?? null,
  shape: ({ shape }) => SHAPE_NAMES[shape].name,
  externalId: ({ externalId }) => externalId,
  agent: ({ agent }) => agent,
  turns: ({ turns }) => turns,
  duration: ({ duration }) => duration,
  // The level counts first, then the number.
  problems: ({ blocks, loses, odd }) => blocks * 1e10 + loses * 1e5 + odd,
  startedAt: ({ startedAt }) => startedAt,
};

/** The order of a sort: total, so that a place in it always means the same call. */
export function comparator({ sort, direction }: GridSort): (left: GridEntry, right: GridEntry) => number {
  if (sort === "position") return direction === "asc" ? byPlace : (left, right) => byPlace(right, left);
  const key = KEYS[sort];
  const sign = direction === "asc" ? 1 : -1;
  return (left, right) => {
    const [a, b] = [key(left), key(right)];
    if (a === b) return byPlace(left, right);
    if (a === null || b === null) return a === null ? 1 : -1;
    return a < b ? -sign : sign;
  };
}

/** The newest batch first, inside a batch its own order. */
function byPlace(left: GridEntry, right: GridEntry): number {
  if (left.batch === right.batch) return left.position - right.position;
  return right.batch.createdAt - left.batch.createdAt || (left.batch.id < right.batch.id ? -1 : 1);
}
