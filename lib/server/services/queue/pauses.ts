import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import type { PauseOrder } from "@/lib/core/uploads/classify-outcome";
import type { PolicyCode } from "@/lib/core/uploads/policy";
import type { Provider } from "@/lib/core/shapes/shape";
import type { Database } from "@/lib/server/db/database";
import { deletePause, listPauses, savePause, type StoredPause } from "@/lib/server/repositories/pauses";
import { hastenRetries } from "@/lib/server/repositories/upload-queue";
import type { DeliveryContext } from "../delivery-context";

/** Outages: faults that came too often in a row. */
const OUTAGES: readonly PolicyCode[] = [
  "noSuchHost", "connectionRefused", "noRoute", "noConnection", "unavailable", "failing", "slow", "busy", "timedOut", "reset", "cut", "senselessAnswer", "notTheAnswer",
  "emptyAnswer", "answerTooLong",
];
/** Standstills that a good answer from Zelto disproves: it could not be reached, or a proxy stood in between. */
const ENDED_BY_CONTACT: readonly PolicyCode[] = [...OUTAGES, "certificate", "proxySignIn", "redirect", "keyRefused"];
/** Standstills that begin anew by themselves if their cause is still there. */
const ENDED_BY_START: readonly PolicyCode[] = [...OUTAGES, "keyMissing", "storeFailed"];

/** Stops a target's queue, or a part of it, in the caller's transaction. A timed pause that is longer keeps its end. */
export async function orderPause(db: Database, context: DeliveryContext, order: PauseOrder): Promise<void> {
  const standing = (await listPauses(db, context.target.id)).find(({ scope }) => scope === order.scope);
  // A pause that waits for a person is not turned into one that ends by itself.
  if (standing && standing.until === null && order.untilMs !== null) return;
  const until = order.untilMs === null ? null : Math.max(order.untilMs, standing?.until ?? 0);
  const { scope, code, sentence } = order;
  await savePause(db, { id: standing?.id ?? context.newId(), targetId: context.target.id, scope, code, sentence, since: standing?.since ?? context.now(), until });
}

/** What stands still for the target in use. */
export interface Standstill {
  readonly queue: boolean;
  readonly providers: readonly Provider[];
  /** When the first timed pause ends by itself, or null. */
  readonly endsAt: number | null;
}

/** Reads the pauses of the target in use, ending those whose time is over. */
export async function readStandstill(context: DeliveryContext): Promise<Standstill> {
  const now = context.now();
  const standing: StoredPause[] = [];
  for (const pause of await listPauses(context.db, context.target.id)) {
    if (pause.until !== null && pause.until <= now) await deletePause(context.db, pause.id);
    else standing.push(pause);
  }
  const ends = standing.flatMap(({ until }) => (until === null ? [] : [until]));
  const providers = (["zelto", "vapi", "retell", "livekit"] as const).filter((provider) => standing.some(({ scope }) => scope === `provider:${provider}`));
  return { queue: standing.some(({ scope }) => scope === "queue"), providers, endsAt: ends.length === 0 ? null : Math.min(...ends) };
}

/** Ends a pause by a person's click; what waits is sent again. @returns `not_found` where it has ended already. */
export async function resumeQueue(context: DeliveryContext, pauseId: string): Promise<Result<{ readonly done: true }, AppError>> {
  const ended = await deletePause(context.db, pauseId);
  if (ended) await hastenRetries(context.db, context.target.id, context.now());
  if (!ended) return failure(appError("not_found", "This pause has ended already. What waited goes on."));
  context.wake();
  return success({ done: true });
}

/** Ends the pauses that a good answer to a cheap read with the same key disproves. */
export async function endPausesByContact(context: DeliveryContext): Promise<void> {
  await hastenRetries(context.db, context.target.id, context.now());
  await endPauses(context, ENDED_BY_CONTACT);
}

/** At a start: ends the pauses whose cause shows itself again at once if it is still there. */
export async function endPausesByStart(context: DeliveryContext): Promise<void> {
  await endPauses(context, ENDED_BY_START);
}

async function endPauses(context: DeliveryContext, codes: readonly string[]): Promise<void> {
  for (const pause of await listPauses(context.db, context.target.id)) {
    if (codes.some((code) => code === pause.code)) await deletePause(context.db, pause.id);
  }
  context.wake();
}
