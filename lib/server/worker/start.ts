import "server-only";
import { systemClock, type Clock } from "@/lib/server/clock";
import type { ServerContext } from "@/lib/server/context";
import { logger, type Logger } from "@/lib/server/logger";
import { startBulkWork } from "@/lib/server/services/bulk/start-bulk-work";
import { deliveryContext, setWakeWorker, type DeliveryContext } from "@/lib/server/services/delivery-context";
import { holdWorkOfOtherTargets } from "@/lib/server/services/queue/held-work";
import { endPausesByStart } from "@/lib/server/services/queue/pauses";
import { recoverWork } from "@/lib/server/services/queue/recover-work";
import { runWorker, type Worker } from "./run-worker";

/** What tests replace. */
export interface WorkerParts {
  readonly delivery: DeliveryContext;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Starts the delivery worker of a started server: first puts in order what an earlier process left open, then does what is
 * queued for the target in use. Answers at once after the store is in order; nothing is sent before that.
 */
export async function startWorker(server: ServerContext, parts: Partial<WorkerParts> = {}): Promise<Worker> {
  const delivery = parts.delivery ?? deliveryContext(server);
  const clock = parts.clock ?? systemClock(server.now);
  const log = parts.log ?? logger();
  await recoverWork(delivery);
  const held = await holdWorkOfOtherTargets(delivery);
  await endPausesByStart(delivery);
  const worker = runWorker({ delivery, clock, log });
  setWakeWorker(worker.wake);
  log.info("worker started", { targetId: delivery.target.id, count: held });
  worker.wake();
  const bulk = await startBulkWork(server);
  const drain = async (): Promise<void> => {
    setWakeWorker(null);
    await Promise.all([worker.drain(), bulk.stop()]);
  };
  return { wake: worker.wake, drain };
}
