import "server-only";
import { orderOfNumbers, orderOfTexts } from "@/lib/core/order/stable-order";
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

/** What a sort goes by; null for the batch's own order. */
export function sortKey(sort: GridSortKey): ((entry: GridEntry) => string | number | null) | null {
  return sort === "position" ? null : KEYS[sort];
}

/** The order of a sort: total, so that a place in it always means the same call. */
export function comparator({ sort, direction }: GridSort): (left: GridEntry, right: GridEntry) => number {
  const key = sortKey(sort);
  if (key === null) return direction === "asc" ? byPlace : (left, right) => byPlace(right, left);
  const sign = direction === "asc" ? 1 : -1;
  return (left, right) => {
    const [a, b] = [key(left), key(right)];
    if (a === b) return byPlace(left, right);
    if (a === null || b === null) return a === null ? 1 : -1;
    return a < b ? -sign : sign;
  };
}

/** Sorts entries that stand in the batch's order, which decides ties. Those without a value come last. */
export function sortPlaced(placed: readonly GridEntry[], { sort, direction }: GridSort): readonly GridEntry[] {
  const key = sortKey(sort);
  if (key === null) return direction === "asc" ? placed : [...placed].reverse();
  const valued: GridEntry[] = [];
  const keys: (string | number)[] = [];
  const without: GridEntry[] = [];
  for (const entry of placed) {
    const value = key(entry);
    if (value === null) without.push(entry);
    else {
      valued.push(entry);
      keys.push(value);
    }
  }
  const order = orderOf(keys);
  const sorted: GridEntry[] = [];
  for (const place of direction === "asc" ? order : descending(order, keys)) {
    const entry = valued[place];
    if (entry) sorted.push(entry);
  }
  for (const entry of without) sorted.push(entry);
  return sorted;
}

/** All keys of a sort are of one kind. */
function orderOf(keys: readonly (string | number)[]): Uint32Array {
  const texts: string[] = [];
  const numbers = new Float64Array(keys.length);
  for (const [at, key] of keys.entries()) {
    if (typeof key === "string") texts.push(key);
    else numbers[at] = key;
  }
  return texts.length > 0 ? orderOfTexts(texts) : orderOfNumbers(numbers);
}

/** The other way round, but for ties, which keep their order. */
function descending(order: Uint32Array, keys: readonly (string | number)[]): readonly number[] {
  const turned: number[] = [];
  for (let end = order.length; end > 0; ) {
    let first = end - 1;
    while (first > 0 && keys[order[first - 1] ?? 0] === keys[order[first] ?? 0]) first -= 1;
    for (let at = first; at < end; at += 1) turned.push(order[at] ?? 0);
    end = first;
  }
  return turned;
}

/** The newest batch first, inside a batch its own order. */
export function byPlace(left: GridEntry, right: GridEntry): number {
  if (left.batch === right.batch) return left.position - right.position;
  return right.batch.createdAt - left.batch.createdAt || (left.batch.id < right.batch.id ? -1 : 1);
}
