import "server-only";
import type { GridFacets, GridFilter } from "@/lib/contracts/grid";
import { SOURCE_SHAPE_IDS, type SourceShapeId } from "@/lib/core/shapes/shape";
import { FATE_GROUPS, FATES, fateGroup, type Fate, type FateGroup } from "@/lib/core/uploads/fate";
import type { ServerContext } from "@/lib/server/context";
import { freshIndex } from "./fresh-index";
import type { GridBatch, GridEntry } from "./grid-entry";
import { DIMENSIONS, hasProblem, testsOf, type Dimension, type GridTests } from "./grid-filter";
import type { GridIndex } from "./grid-index";

const MAX_AGENTS = 200;
const MAX_BATCHES = 50;

/** The counts beside the filters, each under all filters but its own, and the sums of the receipts; one walk over all calls. */
export async function readFacets(context: Pick<ServerContext, "db" | "target">, filter: GridFilter): Promise<GridFacets> {
  const { index, change } = await freshIndex(context);
  const tests = await testsOf(context.db, index, filter);
  const counts = new FacetCounts(index);
  for (const entry of index.entries()) {
    const failed = failedTest(tests, entry);
    if (failed !== "several") counts.add(entry, failed);
  }
  return { change, ...counts.answer() };
}

/** The only test that a call fails, null where it passes all. */
function failedTest(tests: GridTests, entry: GridEntry): Dimension | null | "several" {
  let failed: Dimension | null = null;
  for (const dimension of DIMENSIONS) {
    const test = tests[dimension];
    if (test === undefined || test(entry)) continue;
    if (failed !== null) return "several";
    failed = dimension;
  }
  return failed;
}

class FacetCounts {
  private total = 0;
  private excluded = 0;
  private readonly fates = new Map<Fate, number>();
  private readonly shapes = new Map<SourceShapeId, number>();
  private readonly agents = new Map<string, number>();
  private readonly batches = new Map<GridBatch, number>();
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
    if (tab && !entry.excluded) addTo(this.fates, entry.fate);
    if (counts("shape")) addTo(this.shapes, entry.shape);
    if (counts("agent") && entry.agent !== null) addTo(this.agents, entry.agent);
    if (counts("batch")) addTo(this.batches, entry.batch);
    if (counts("level") && hasProblem(entry)) this.addLevels(entry);
    if (counts("duplicates")) this.addDuplicates(entry);
    if (tab && entry.excluded) this.excluded += 1;
  }

  answer(): Omit<GridFacets, "change"> {
    const groups = Object.fromEntries(FATE_GROUPS.map((group) => [group, 0])) as Record<FateGroup, number>; // every group is a key
    for (const [fate, count] of this.fates) groups[fateGroup(fate)] += count;
    return {
      total: this.total,
      groups,
      fates: FATES.flatMap((fate) => counted(this.fates.get(fate), (count) => ({ fate, count }))),
      shapes: SOURCE_SHAPE_IDS.flatMap((shape) => counted(this.shapes.get(shape), (count) => ({ shape, count }))),
      agents: [...this.agents].sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1)).slice(0, MAX_AGENTS).map(([agent, count]) => ({ agent, count })),
      batches: [...this.batches].sort(([left], [right]) => right.createdAt - left.createdAt).slice(0, MAX_BATCHES).map(([{ id, name }, count]) => ({ id, name, count })),
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

function addTo<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function counted<Answer>(count: number | undefined, make: (count: number) => Answer): readonly Answer[] {
  return count === undefined ? [] : [make(count)];
}
