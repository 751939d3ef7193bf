import "server-only";
import type { ServerContext } from "@/lib/server/context";
import type { Database } from "@/lib/server/db/database";
import { readChange } from "@/lib/server/repositories/changes";
import { listBatchNames, listGoneCalls, readGridFacts, type GridPlace } from "@/lib/server/repositories/grid-rows";
import type { GridBatch } from "./grid-entry";
import { GridIndex } from "./grid-index";

type GridContext = Pick<ServerContext, "db" | "target">;

/** An index and how far it has read. */
interface Reading {
  readonly targetId: string;
  readonly index: GridIndex;
  readonly batches: Map<string, GridBatch>;
  place: GridPlace;
  /** Change sequence that everything in the index is at least as new as. */
  change: number;
  running: Promise<void> | null;
}

/** An index as it stands at a change of the sequence. */
export interface FreshIndex {
  readonly index: GridIndex;
  readonly change: number;
}

/** Rows read at once: about 15 ms, so that nothing else waits long while a large store is read for the first time. */
const PAGE = 1_000;
/** Sorts behind every id. */
const BEHIND_ALL = "~";

const KEY = Symbol.for("intake.grid-index");
// Only this file uses the symbol, so the property is what it says. It hangs on the process because Next bundles its parts apart.
const holder = globalThis as typeof globalThis & { [KEY]?: WeakMap<Database, Reading> };

/** The index of a store, brought up to the newest change. Reads everything the first time, and then what is new. */
export async function freshIndex({ db, target }: GridContext): Promise<FreshIndex> {
  const reading = readingOf(db, target.id);
  for (;;) {
    const change = await readChange(db);
    if (reading.change === change) return { index: reading.index, change };
    // Two requests at once share one reading; the second then looks whether it was new enough.
    await shareReading(db, reading, change);
  }
}

function shareReading(db: Database, reading: Reading, change: number): Promise<void> {
  reading.running ??= readOn(db, reading, change).finally(() => {
    reading.running = null;
  });
  return reading.running;
}

function readingOf(db: Database, targetId: string): Reading {
  const readings = readingsOfProcess();
  const kept = readings.get(db);
  if (kept?.targetId === targetId) return kept;
  const made: Reading = { targetId, index: new GridIndex(), batches: new Map(), place: { changeSeq: -1, id: "" }, change: -1, running: null };
  readings.set(db, made);
  return made;
}

function readingsOfProcess(): WeakMap<Database, Reading> {
  const kept = holder[KEY];
  if (kept) return kept;
  const made = new WeakMap<Database, Reading>();
  holder[KEY] = made;
  return made;
}

async function readOn(db: Database, reading: Reading, change: number): Promise<void> {
  const { index, batches } = reading;
  for (const callId of await listGoneCalls(db, reading.change)) index.remove(callId);
  let { place } = reading;
  for (;;) {
    const page = await readGridFacts(db, reading.targetId, place, PAGE);
    if (page.some(({ batchId }) => !batches.has(batchId))) for (const batch of await listBatchNames(db)) batches.set(batch.id, batches.get(batch.id) ?? batch);
    for (const facts of page) {
      const batch = batches.get(facts.batchId);
      if (batch) index.put(facts, batch);
    }
    const last = page.at(-1);
    if (last) place = last;
    if (page.length < PAGE) break;
    await new Promise<void>((proceed) => {
      setImmediate(proceed);
    });
  }
  // A later write may carry the number of the last one read, so those are read again.
  reading.place = { changeSeq: place.changeSeq - 1, id: BEHIND_ALL };
  reading.change = change;
}
