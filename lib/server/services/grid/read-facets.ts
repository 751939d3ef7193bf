import "server-only";
import type { GridFacets, GridFilter } from "@/lib/contracts/grid";
import { SOURCE_SHAPE_IDS, type SourceShapeId } from "@/lib/core/shapes/shape";
import { FATE_GROUPS, FATES, fateGroup, type Fate, type FateGroup } from "@/lib/core/uploads/fate";
import type { ServerContext } from "@/lib/server/context";
import { freshIndex } from "./fresh-index";
import type { GridBatch, GridEntry } from "./grid-entry";
import { DIMENSIONS, hasProblem, testsOf, type Dimension } from "./grid-filter";
import type { GridIndex } from "./grid-index";

const MAX_AGENTS = 200;
const MAX_BATCHES = 50;

/** The counts beside the filters, each under all filters but its own, and the sums of the receipts; one walk over all calls. */
export async function readFacets(context: Pick<ServerContext, "db" | "target">, filter: GridFilter): Promise<GridFacets> {
  const { index, change } = await freshIndex(context);
  const tests = await testsOf(context.db, index, filter);
  const counts = new FacetCounts(index);
  const narrowing = DIMENSIONS.flatMap((dimension) => {
    const test = tests[dimension];
    return test === undefined ? [] : [{ dimension, test }];
  });
  for (const entry of index.entries()) {
    const failed = failedTest(narrowing, entry);
    if (failed !== "several") counts.add(entry, failed);
  }
  return { change, ...counts.answer() };
}

interface Narrowing {
  readonly dimension: Dimension;
  readonly test: (entry: GridEntry) => boolean;
}

/** The only test that a call fails, null where it passes all. */
function failedTest(tests: readonly Narrowing[], entry: GridEntry): Dimension | null | "several" {
  let failed: Dimension | null = null;
  for (const { dimension, test } of tests) {
    if (test(entry)) continue;
    if (failed !== null) return "several";
    failed = dimension;
  }
  return failed;
}

class FacetCounts {
  private total = 0;
  private excluded = 0;
  private readonly fates = new Counts<Fate>();
  private readonly shapes = new Counts<SourceShapeId>();
  private readonly agents = new Counts<string>();
  private readonly batches = new Counts<GridBatch>();
  private readonly levels = { blocks: 0, loses: 0, odd: 0, any: 0 };
  private readonly duplicates = { inBatch: 0, sentBefore: 0 };
  private readonly receipt = { carried: 0, changed: 0, dropped: 0 };

  constructor(private readonly index: GridIndex) {}

  /** Counts a call where it passes all tests but, perhaps, one. */
  add(entry: GridEntry, failed: Dimension | null): void {
    if (failed === null) this.addToSums(entry);
    const counts = (dimension: Dimension) => failed === null || failed === dimension;
    // Fates and excluded calls are tabs of one row: each counts whichever of them is open.
    const tab = counts("fate") || failed === "excluded";
    if (tab && !entry.excluded) this.fates.add(entry.fate);
    if (counts("shape")) this.shapes.add(entry.shape);
    if (counts("agent") && entry.agent !== null) this.agents.add(entry.agent);
    if (counts("batch")) this.batches.add(entry.batch);
    if (counts("level") && hasProblem(entry)) this.addLevels(entry);
    if (counts("duplicates")) this.addDuplicates(entry);
    if (tab && entry.excluded) this.excluded += 1;
  }

  answer(): Omit<GridFacets, "change"> {
    const groups = Object.fromEntries(FATE_GROUPS.map((group) => [group, 0])) as Record<FateGroup, number>; // every group is a key
    for (const [fate, count] of this.fates.list()) groups[fateGroup(fate)] += count;
    return {
      total: this.total,
      groups,
      fates: FATES.flatMap((fate) => counted(this.fates.get(fate), (count) => ({ fate, count }))),
      shapes: SOURCE_SHAPE_IDS.flatMap((shape) => counted(this.shapes.get(shape), (count) => ({ shape, count }))),
      agents: [...this.agents.list()].sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1)).slice(0, MAX_AGENTS).map(([agent, count]) => ({ agent, count })),
      batches: [...this.batches.list()].sort(([left], [right]) => right.createdAt - left.createdAt).slice(0, MAX_BATCHES).map(([{ id, name }, count]) => ({ id, name, count })),
      levels: this.levels,
      duplicates: this.duplicates,
      excluded: this.excluded,
      receipt: this.receipt,
    };
  }

  private addToSums({ carried, changed, dropped }: GridEntry): void {
    this.total += 1;
    this.receipt.carried += carried;
    this.receipt.changed += changed;
    this.receipt.dropped += dropped;
  }

  private addLevels({ blocks, loses, odd }: GridEntry): void {
    this.levels.any += 1;
    if (blocks > 0) this.levels.blocks += 1;
    if (loses > 0) this.levels.loses += 1;
    if (odd > 0) this.levels.odd += 1;
  }

  private addDuplicates(entry: GridEntry): void {
    if (this.index.isDouble(entry)) this.duplicates.inBatch += 1;
    if (this.index.sentBefore(entry)) this.duplicates.sentBefore += 1;
  }
}

/** Counters by key. Neighbours in the list mostly have the same batch, shape and fate, so the last counter is at hand. */
class Counts<Key> {
  private readonly counters = new Map<Key, { count: number }>();
  private last: { readonly key: Key; readonly counter: { count: number } } | null = null;

  add(key: Key): void {
    if (this.last?.key !== key) {
      const counter = this.counters.get(key) ?? { count: 0 };
      this.counters.set(key, counter);
      this.last = { key, counter };
    }
    this.last.counter.count += 1;
  }

  get(key: Key): number | undefined {
    return this.counters.get(key)?.count;
  }

  list(): readonly (readonly [Key, number])[] {
    return [...this.counters].map(([key, { count }]) => [key, count] as const);
  }
}

function counted<Answer>(count: number | undefined, make: (count: number) => Answer): readonly Answer[] {
  return count === undefined ? [] : [make(count)];
}
