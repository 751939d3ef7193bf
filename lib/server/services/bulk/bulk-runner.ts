import "server-only";
import type { ServerContext } from "@/lib/server/context";
import type { Database } from "@/lib/server/db/database";
import { storeFailure } from "@/lib/server/db/store-error";
import { errorName, logger } from "@/lib/server/logger";
import { findOpenBulkChange, findSelection } from "@/lib/server/repositories/bulk-changes";
import { refreshSearch } from "@/lib/server/services/calls/refresh-search";
import { failNext, runSlice } from "./run-slice";

/** Ours: a slice is 15 ms of work and one commit, and then everything else has its turn: a request waits for two slices at most. */
const SLICE = { milliseconds: 15, calls: 500 };
const PAUSE_MS = 5;
/** A full disk is looked at again after a while; what is done so far is kept. */
const AFTER_STORE_FAULT_MS = 5_000;

/** Carries out bulk changes, one after the other. */
export interface BulkRunner {
  /** There may be something to do. Cheap, never fails. */
  readonly wake: () => void;
  /** Resolves when nothing is left to do, or after that many milliseconds. */
  readonly settled: (withinMs: number) => Promise<void>;
  /** Ends after the slice at hand; the next start goes on. */
  readonly stop: () => Promise<void>;
}

const KEY = Symbol.for("intake.bulk-runners");
// Only this file uses the symbol, so the property is what it says. It hangs on the process because Next bundles its parts apart.
const holder = globalThis as typeof globalThis & { [KEY]?: WeakMap<Database, BulkRunner> };

/** The one runner of a store in this process. */
export function bulkRunner(context: ServerContext): BulkRunner {
  const runners = holder[KEY] ?? new WeakMap<Database, BulkRunner>();
  holder[KEY] = runners;
  const running = runners.get(context.db);
  if (running) return running;
  const made = openRunner(context);
  runners.set(context.db, made);
  return made;
}

function openRunner(context: ServerContext): BulkRunner {
  let work: Promise<void> | null = null;
  let wanted = false;
  let ending = false;
  let kept: { readonly id: string; readonly ids: readonly string[] } | null = null;

  /** The ids of 100,000 calls are 4 MB: read once for a run, not once for a slice. */
  const selectionOf = async (id: string): Promise<readonly string[]> => {
    if (kept?.id !== id) kept = { id, ids: await findSelection(context.db, id) };
    return kept.ids;
  };

  const step = async (): Promise<boolean> => {
    const change = await findOpenBulkChange(context.db);
    if (change === null) {
      kept = null;
      return (await refreshSearch(context.db, SLICE.milliseconds)) > 0;
    }
    try {
      await runSlice(context, change.id, SLICE, selectionOf);
    } catch (error) {
      if (storeFailure(error) !== null) throw error;
      await stepOverFault(context, change.id, selectionOf);
    }
    return true;
  };

  const run = async (): Promise<void> => {
    while (wanted && !ending) {
      wanted = false;
      try {
        if (await step()) wanted = true;
        await pause(PAUSE_MS);
      } catch (error) {
        logger().error("bulk change waits for the store", { errorName: errorName(error) });
        wanted = true;
        await pause(AFTER_STORE_FAULT_MS);
      }
    }
  };

  const wake = (): void => {
    wanted = true;
    if (work !== null || ending) return;
    work = run().finally(() => {
      work = null;
      if (wanted) wake();
    });
  };

  return {
    wake,
    settled: async (withinMs) => {
      await Promise.race([work, pause(withinMs)]);
    },
    stop: async () => {
      ending = true;
      await work;
    },
  };
}

/** Changes the calls of a slice one by one until the one that cannot be changed is found; that one is noted as failed. */
async function stepOverFault(context: ServerContext, changeId: string, selectionOf: (id: string) => Promise<readonly string[]>): Promise<void> {
  for (let calls = 0; calls < SLICE.calls; calls += 1) {
    try {
      if (!(await runSlice(context, changeId, { milliseconds: 0, calls: 1 }, selectionOf))) return;
    } catch (error) {
      if (storeFailure(error) !== null) throw error;
      logger().error("a call could not be changed", { errorName: errorName(error) });
      await failNext(context, changeId, selectionOf);
      return;
    }
    await pause(0);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((proceed) => {
    setTimeout(proceed, milliseconds);
  });
}
