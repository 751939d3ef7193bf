import "server-only";
import { classifyOutcome, type Verdict } from "@/lib/core/uploads/classify-outcome";
import { claimAssignment } from "@/lib/server/repositories/assignment-queue";
import type { StoredAssignment } from "@/lib/server/repositories/assignments";
import { claimUpload, hasQueuedUpload } from "@/lib/server/repositories/upload-queue";
import type { StoredUpload } from "@/lib/server/repositories/uploads";
import { errorName } from "@/lib/server/logger";
import { addToBucket, settleAdd } from "@/lib/server/services/assignments/add-to-bucket";
import type { DeliveryContext } from "@/lib/server/services/delivery-context";
import { orderPause, type Standstill } from "@/lib/server/services/queue/pauses";
import { moveUpload } from "@/lib/server/services/uploads/move-upload";
import { sendUpload, settleAttempt, type HeardAttempt } from "@/lib/server/services/uploads/send-upload";
import { patiently, type Patience } from "./patience";

/** A different body of a call id waits so long after an unknown outcome: the time limit of the request that may still travel. */
export const UNKNOWN_HOLD_MS = 30_000;

/** Ours: what the store could not note is not taken up again in the same breath. */
const GIVEN_BACK_MS = 5_000;

/** Takes the next upload that may be sent, or null. */
export async function takeUpload(delivery: DeliveryContext, standstill: Standstill): Promise<StoredUpload | null> {
  const request = { targetId: delivery.target.id, pausedProviders: standstill.providers, token: delivery.newId(), now: delivery.now(), unknownHoldMs: UNKNOWN_HOLD_MS };
  return delivery.db.transaction().execute((trx) => claimUpload(trx, request));
}

/** Takes the next assignment whose conversation is known, or null. */
export async function takeAssignment(delivery: DeliveryContext): Promise<StoredAssignment | null> {
  const request = { targetId: delivery.target.id, token: delivery.newId(), now: delivery.now() };
  return delivery.db.transaction().execute((trx) => claimAssignment(trx, request));
}

/** Without a key nothing is claimed: the queue is paused with the reason. Answers whether there is a key. */
export async function requireKey(delivery: DeliveryContext): Promise<boolean> {
  if (delivery.target.hasKey) return true;
  if (!(await hasQueuedUpload(delivery.db, delivery.target.id))) return false;
  const { pause } = classifyOutcome({ kind: "local", cause: "key-missing" }, { nowMs: delivery.now(), host: delivery.target.host, provider: "zelto", keyWorksElsewhere: null });
  if (pause) await delivery.db.transaction().execute((trx) => orderPause(trx, delivery, pause));
  return false;
}

/**
 * Sends a claimed upload and writes down what came of it, however long the store takes to be written again. Answers the verdict;
 * null where nothing was sent.
 */
export async function sendTask(delivery: DeliveryContext, patience: Patience, upload: StoredUpload): Promise<Verdict | null> {
  let heard: HeardAttempt | null;
  try {
    heard = await sendUpload(delivery, upload);
  } catch (error) {
    // Sending itself answers with values; what is thrown comes from the store, before the socket opened.
    patience.log.error("upload not started", { uploadId: upload.id, errorName: errorName(error) });
    await patiently(patience, "upload not given back", () => giveBack(delivery, upload));
    return null;
  }
  if (heard === null) return null;
  const { exchange, attempt, verdict } = heard;
  patience.log.info("attempt", { uploadId: upload.id, attemptId: attempt.id, requestId: attempt.requestId, outcome: verdict.code, durationMs: Math.round(exchange.durationMs), ...(exchange.status === null ? {} : { status: exchange.status }) });
  await patiently(patience, "attempt not written", () => settleAttempt(delivery, heard));
  return verdict;
}

async function giveBack(delivery: DeliveryContext, upload: StoredUpload): Promise<void> {
  const move = { at: delivery.now(), fate: "queued" as const, sentence: "Queued: the store could not be written when its turn came. Nothing was sent.", changes: { claimToken: null, dueAt: delivery.now() + GIVEN_BACK_MS } };
  await delivery.db.transaction().execute((trx) => moveUpload(trx, upload, upload.claimToken === null ? move : { ...move, claimToken: upload.claimToken }));
}

/** Adds a claimed assignment and writes down what came of it. */
export async function addTask(delivery: DeliveryContext, patience: Patience, assignment: StoredAssignment): Promise<void> {
  const verdict = await addToBucket(delivery, assignment);
  patience.log.info("bucket add", { assignmentId: assignment.id, outcome: verdict.state });
  await patiently(patience, "bucket add not written", async () => {
    await settleAdd(delivery, assignment, verdict);
  });
}

