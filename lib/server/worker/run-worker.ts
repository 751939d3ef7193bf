import "server-only";
import type { Clock } from "@/lib/server/clock";
import type { Logger } from "@/lib/server/logger";
import { findNextDue, findNextLook, findUnknownHoldEnd, hasQueuedUpload } from "@/lib/server/repositories/upload-queue";
import { refreshCatalogue } from "@/lib/server/services/buckets/refresh-catalogue";
import type { DeliveryContext } from "@/lib/server/services/delivery-context";
import { lookForLandings } from "@/lib/server/services/landing/look-for-landings";
import { orderPause, readStandstill, type Standstill } from "@/lib/server/services/queue/pauses";
import type { StoredUpload } from "@/lib/server/repositories/uploads";
import { runLoop } from "./loop";
import { patiently } from "./patience";
import { openTaskSet, type TaskSet } from "./task-set";
import { openTraffic } from "./traffic";
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
  /** The most uploads in flight together. */
  readonly maxSends?: number;
}

/** Ours: Zelto documents no limit. The pace begins lower and climbs only while all goes well. */
const MAX_SENDS = 32;
const MAX_ADDS = 2;
const DRAIN_MS = 30_000;

/**
 * Does what is queued: sends uploads, looks for landings, makes assignments. Everything is claimed in the store first, and each
 * piece of work wakes the loop when it ends. While the queue stands still nothing is asked of Zelto at all.
 */
export function runWorker({ delivery, clock, log, maxSends = MAX_SENDS }: WorkerOptions): Worker {
  const loop = runLoop({ clock, log, round });
  const patience = { clock, log, ending: loop.ending };
  const traffic = openTraffic(maxSends, clock.now());
  const sends = openTaskSet(traffic.slots, loop);
  const adds = openTaskSet(() => MAX_ADDS, loop);
  const looks = openTaskSet(() => 1, loop);
  const catalogue = openCatalogue(delivery, clock, openTaskSet(() => 1, loop));

  /** The pause of the present outage is in the store. A round that begins anything has found that it stands no more. */
  let outageNoted = false;

  async function round(): Promise<number | null> {
    const standstill = await readStandstill(delivery);
    const working = !standstill.queue && (await requireKey(delivery));
    if (!working) return standstill.endsAt;
    await startSends(standstill);
    await startAdds();
    const nextLook = await findNextLook(delivery.db, delivery.target.id);
    if (nextLook !== null && nextLook <= clock.now() && looks.hasRoom()) looks.start(lookForLandings(delivery));
    // A look that runs wakes the loop when it ends; its own due time must not wake it before.
    const nextDue = await findNextDue(delivery.db, delivery.target.id, clock.now());
    const due = [standstill.endsAt, looks.hasRoom() ? nextLook : null, nextDue, traffic.probeAt(clock.now()), catalogue.startIfDue(), await holdEnd(delivery)];
    const instants = due.filter((at) => at !== null);
    return instants.length === 0 ? null : Math.min(...instants);
  }

  async function startSends(standstill: Standstill): Promise<void> {
    while (sends.hasRoom() && !loop.ending() && traffic.mayBegin(clock.now(), outageNoted)) {
      const upload = await takeUpload(delivery, standstill);
      if (upload === null) return;
      traffic.begun();
      outageNoted = false;
      sends.start(send(upload));
    }
  }

  async function send(upload: StoredUpload): Promise<void> {
    const verdict = await sendTask(delivery, patience, upload).catch((error: unknown) => {
      traffic.ended(null, clock.now());
      throw error;
    });
    const pause = traffic.ended(verdict, clock.now());
    if (pause === null) return;
    await patiently(patience, "pause not written", () => delivery.db.transaction().execute((trx) => orderPause(trx, delivery, pause)));
    outageNoted = true;
  }

  async function startAdds(): Promise<void> {
    while (adds.hasRoom() && !loop.ending()) {
      const assignment = await takeAssignment(delivery);
      if (assignment === null) return;
      adds.start(addTask(delivery, patience, assignment));
    }
  }

  const drain = async (): Promise<void> => {
    const open = loop.stop().then(() => Promise.all([sends.ended(), adds.ended(), looks.ended(), catalogue.ended()]));
    await new Promise<void>((ended) => {
      const cancel = clock.after(DRAIN_MS, ended);
      void open.finally(() => {
        cancel();
        ended();
      });
    });
  };

  return { wake: loop.wake, drain };
}

/** When the hold after an unknown outcome ends, where something waits that it may hold back. */
async function holdEnd(delivery: DeliveryContext): Promise<number | null> {
  if (!(await hasQueuedUpload(delivery.db, delivery.target.id))) return null;
  return findUnknownHoldEnd(delivery.db, delivery.target.id, { now: delivery.now(), unknownHoldMs: UNKNOWN_HOLD_MS });
}

/** The sandbox is served by this very process and answers a moment after its start; a live Zelto that is down is not hammered. */
const CATALOGUE_RETRY_MS = { first: 1_000, most: 60_000 };

/** Reads agents and buckets once in a worker's life, so that an unknown agentId is seen before anybody opens the buckets. */
function openCatalogue(delivery: DeliveryContext, clock: Clock, task: TaskSet) {
  let dueAt: number | null = clock.now();
  let retryMs = CATALOGUE_RETRY_MS.first;
  const read = async (): Promise<void> => {
    dueAt = clock.now() + retryMs;
    retryMs = Math.min(retryMs * 2, CATALOGUE_RETRY_MS.most);
    if ((await refreshCatalogue(delivery)) === null) dueAt = null;
  };
  return {
    /** Answers when it is due next; null where it runs or is done. */
    startIfDue: (): number | null => {
      if (dueAt !== null && dueAt <= clock.now() && task.hasRoom()) task.start(read());
      return task.hasRoom() ? dueAt : null;
    },
    ended: task.ended,
  };
}
