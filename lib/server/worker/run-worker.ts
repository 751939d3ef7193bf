import "server-only";
import type { Clock } from "@/lib/server/clock";
import { errorName, type Logger } from "@/lib/server/logger";
import { findNextLook, findUnknownHoldEnd, hasQueuedUpload } from "@/lib/server/repositories/upload-queue";
import { refreshCatalogue } from "@/lib/server/services/buckets/refresh-catalogue";
import type { DeliveryContext } from "@/lib/server/services/delivery-context";
import { lookForLandings } from "@/lib/server/services/landing/look-for-landings";
import { readStandstill, type Standstill } from "@/lib/server/services/queue/pauses";
import { addTask, requireKey, sendTask, takeAssignment, takeUpload, UNKNOWN_HOLD_MS } from "./tasks";

export interface Worker {
  /** There may be something to do. Cheap, and safe to call from anywhere at any time. */
  readonly wake: () => void;
  /** Claims nothing more and waits for what is in flight, at most 30 s. */
  readonly drain: () => Promise<void>;
}

export interface WorkerOptions {
  readonly delivery: DeliveryContext;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Ours: Zelto documents no limit; four at a time is gentle and hides the latency. */
const MAX_SENDS = 4;
const MAX_ADDS = 2;
const DRAIN_MS = 30_000;
const AFTER_FAULT_MS = 5_000;
/** The sandbox is served by this very process and answers a moment after its start; a live Zelto that is down is not hammered. */
const CATALOGUE_RETRY_MS = { first: 1_000, most: 60_000 };

/**
 * The loop that does what is queued: sends uploads, looks for landings, makes assignments. It sleeps until it is woken or
 * until something falls due; each piece of work wakes it when it ends. All that it does is claimed in the store first.
 */
export function runWorker({ delivery, clock, log }: WorkerOptions): Worker {
  const sends = new Set<Promise<void>>();
  const adds = new Set<Promise<void>>();
  const single = new Map<"look" | "catalogue", Promise<void>>();
  let round: Promise<void> | null = null;
  let wanted = false;
  let ending = false;
  let catalogueAt: number | null = clock.now();
  let catalogueRetryMs = CATALOGUE_RETRY_MS.first;
  let cancelTimer: (() => void) | null = null;
  /** After a fault nothing is begun before this: a store that fails every statement must not make a hot loop. */
  let restUntil = 0;
  const patience = { clock, log, ending: () => ending };

  const wake = (): void => {
    wanted = true;
    if (round !== null || ending) return;
    cancelTimer?.();
    round = runRounds().finally(() => {
      round = null;
      if (wanted) wake();
    });
  };

  const track = (set: Set<Promise<void>>, task: Promise<void>): void => {
    const tracked = task.catch(fault).finally(() => {
      set.delete(tracked);
      wake();
    });
    set.add(tracked);
  };

  const trackSingle = (name: "look" | "catalogue", task: () => Promise<unknown>): void => {
    if (single.has(name)) return;
    const tracked = task()
      .then(() => undefined, fault)
      .finally(() => {
        single.delete(name);
        wake();
      });
    single.set(name, tracked);
  };

  const fault = (error: unknown): void => {
    log.error("worker fault", { errorName: errorName(error) });
    restUntil = clock.now() + AFTER_FAULT_MS;
  };

  const sleep = (delayMs: number): void => {
    cancelTimer?.();
    cancelTimer = clock.after(delayMs, wake);
  };

  async function runRounds(): Promise<void> {
    try {
      while (wanted && !ending) {
        wanted = false;
        if (clock.now() < restUntil) {
          sleep(restUntil - clock.now());
          return;
        }
        const standstill = await readStandstill(delivery);
        const hasKey = !standstill.queue && (await requireKey(delivery));
        if (hasKey) await startWork(standstill);
        await sleepUntilDue(standstill, hasKey);
      }
    } catch (error) {
      fault(error);
      sleep(AFTER_FAULT_MS);
    }
  }

  async function startWork(standstill: Standstill): Promise<void> {
    while (sends.size < MAX_SENDS && !ending) {
      const upload = await takeUpload(delivery, standstill);
      if (upload === null) break;
      track(sends, sendTask(delivery, patience, upload));
    }
    while (adds.size < MAX_ADDS && !ending) {
      const assignment = await takeAssignment(delivery);
      if (assignment === null) break;
      track(adds, addTask(delivery, patience, assignment));
    }
    const nextLook = await findNextLook(delivery.db, delivery.target.id);
    if (nextLook !== null && nextLook <= clock.now()) trackSingle("look", () => lookForLandings(delivery));
    if (catalogueAt !== null && catalogueAt <= clock.now()) trackSingle("catalogue", readCatalogue);
  }

  /** Once in a worker's life: agents and buckets, so that an unknown agentId is seen before anybody opens the buckets. */
  async function readCatalogue(): Promise<void> {
    catalogueAt = clock.now() + catalogueRetryMs;
    catalogueRetryMs = Math.min(catalogueRetryMs * 2, CATALOGUE_RETRY_MS.most);
    if ((await refreshCatalogue(delivery)) === null) catalogueAt = null;
  }

  async function sleepUntilDue(standstill: Standstill, working: boolean): Promise<void> {
    const due: (number | null)[] = [standstill.endsAt];
    if (working) {
      due.push(single.has("catalogue") ? null : catalogueAt, single.has("look") ? null : await findNextLook(delivery.db, delivery.target.id));
      if (await hasQueuedUpload(delivery.db, delivery.target.id)) {
        due.push(await findUnknownHoldEnd(delivery.db, delivery.target.id, { now: clock.now(), unknownHoldMs: UNKNOWN_HOLD_MS }));
      }
    }
    const instants = due.filter((at) => at !== null);
    if (instants.length > 0) sleep(Math.max(Math.min(...instants) - clock.now(), 0));
  }

  const drain = async (): Promise<void> => {
    ending = true;
    cancelTimer?.();
    const open = Promise.all([round, ...sends, ...adds, ...single.values()]);
    await new Promise<void>((ended) => {
      const cancel = clock.after(DRAIN_MS, ended);
      void open.finally(() => {
        cancel();
        ended();
      });
    });
  };

  return { wake, drain };
}
