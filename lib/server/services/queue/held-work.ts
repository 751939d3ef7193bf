import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import type { Database } from "@/lib/server/db/database";
import { findKnownConversation, hasNewerUpload, listUploadsByFate } from "@/lib/server/repositories/upload-queue";
import { findUpload, type StoredUpload } from "@/lib/server/repositories/uploads";
import { cancelAssignmentsOfUpload } from "../assignments/cancel-assignments";
import type { DeliveryContext } from "../delivery-context";
import { moveUpload } from "../uploads/move-upload";

export interface HeldWorkDecision {
  readonly decision: "send-here" | "cancel";
  /** Null decides about all uploads that wait for another target. */
  readonly uploadId: string | null;
}

/** At a start: what was queued for another target waits for a person. Nothing is ever sent where it was not meant to go. */
export async function holdWorkOfOtherTargets(context: DeliveryContext): Promise<number> {
  const queued = await listUploadsByFate(context.db, "queued", { id: context.target.id, others: true });
  for (const upload of queued) {
    await context.db.transaction().execute((trx) =>
      moveUpload(trx, upload, {
        at: context.now(),
        fate: "held",
        sentence: "Held: it was queued for another target, and Intake was started for a different one. Nothing of it was sent; send it here or cancel it.",
        changes: { settledAt: context.now(), dueAt: null },
        entry: { id: context.newId(), kind: "fate", title: "Held for another target" },
      }),
    );
  }
  return queued.length;
}

/** Sends held work to the target in use, or cancels it. Answers how many uploads. @returns `not_found`. */
export async function decideHeldWork(context: DeliveryContext, input: HeldWorkDecision): Promise<Result<{ readonly count: number }, AppError>> {
  const uploads = input.uploadId === null ? await listUploadsByFate(context.db, "held", { id: context.target.id, others: true }) : await oneHeld(context.db, input.uploadId);
  if (input.uploadId !== null && uploads.length === 0) return failure(appError("not_found", "This upload is not held any more. Nothing was changed."));
  let count = 0;
  for (const upload of uploads) {
    const done = await context.db.transaction().execute((trx) => (input.decision === "cancel" ? cancelHeld(trx, context, upload) : sendHere(trx, context, upload)));
    if (done) count += 1;
  }
  context.wake();
  return success({ count });
}

async function oneHeld(db: Database, uploadId: string): Promise<readonly StoredUpload[]> {
  const upload = await findUpload(db, uploadId);
  return upload?.fate === "held" ? [upload] : [];
}

async function cancelHeld(db: Database, context: DeliveryContext, upload: StoredUpload): Promise<boolean> {
  const entry = { id: context.newId(), kind: "fate" as const, title: "Cancelled" };
  await moveUpload(db, upload, { at: context.now(), fate: "cancelled", sentence: "Cancelled while it was held.", changes: { settledAt: context.now() }, entry });
  await cancelAssignmentsOfUpload(db, context, upload.id);
  return true;
}

/** False: a newer upload of this call id went to the target in use already, and the older bytes would overwrite it; it stays held. */
async function sendHere(db: Database, context: DeliveryContext, upload: StoredUpload): Promise<boolean> {
  if (await hasNewerUpload(db, { ...upload, targetId: context.target.id })) return false;
  const at = context.now();
  const moved = upload.targetId !== context.target.id;
  // Buckets and conversations of the other target mean nothing here.
  if (moved) await cancelAssignmentsOfUpload(db, context, upload.id);
  const previousConversationId = upload.externalId === null ? null : await findKnownConversation(db, context.target.id, upload.externalId);
  await moveUpload(db, upload, {
    at,
    fate: "queued",
    sentence: "Queued to be sent to the target in use, the same bytes.",
    changes: { targetId: context.target.id, queuedAt: at, dueAt: at, tries: 0, firstAttemptAt: null, claimToken: null, settledAt: null, ...(moved ? { bucketId: null, previousConversationId, previousUpdatedAt: null } : {}) },
    entry: { id: context.newId(), kind: "upload", title: `Upload ${upload.number} queued here` },
  });
  return true;
}
