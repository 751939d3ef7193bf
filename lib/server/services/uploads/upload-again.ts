import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import type { Database } from "@/lib/server/db/database";
import { hasNewerUpload } from "@/lib/server/repositories/upload-queue";
import { findUpload, type StoredUpload } from "@/lib/server/repositories/uploads";
import { cancelAssignmentsOfUpload } from "../assignments/cancel-assignments";
import type { DeliveryContext } from "../delivery-context";
import { moveUpload } from "./move-upload";

type Done = Result<{ readonly done: true }, AppError>;

const RESENDABLE: readonly StoredUpload["fate"][] = ["held", "unknown", "missing", "rejected", "ignored"];
const CANCELLABLE: readonly StoredUpload["fate"][] = ["queued", "held", "unknown"];
const LOOKABLE: readonly StoredUpload["fate"][] = ["accepted", "missing", "ignored", "landed"];

const CANCELLED: Partial<Record<StoredUpload["fate"], string>> = {
  queued: "Cancelled while it waited. Nothing more of it is sent.",
  held: "Cancelled. Zelto did not accept the earlier try.",
  unknown: "Cancelled. Whether the earlier try arrived is not known; nothing more of it is sent.",
};

/** What a person may do with an upload as it stands. */
export function allowedActs(upload: StoredUpload, facts: { readonly activeTarget: boolean; readonly newerExists: boolean }): { readonly resend: boolean; readonly cancel: boolean; readonly resolve: boolean } {
  return {
    resend: facts.activeTarget && !facts.newerExists && RESENDABLE.includes(upload.fate),
    cancel: CANCELLABLE.includes(upload.fate),
    resolve: facts.activeTarget && (upload.fate === "accepted" || upload.fate === "missing" || upload.fate === "ignored" || upload.fate === "unknown"),
  };
}

/**
 * Queues the same version again: identical bytes, a new attempt. @returns `not_found`, or `conflict` where it is on its way, belongs
 * to another target, or a newer upload of the same call id exists, which the older bytes would overwrite.
 */
export async function resendUpload(context: DeliveryContext, uploadId: string): Promise<Done> {
  const result = await change(context, uploadId, async (trx, upload) => {
    if (upload.targetId !== context.target.id) return appError("conflict", "This upload belongs to another target. Nothing was sent; decide about held work first.");
    if (await hasNewerUpload(trx, upload)) return appError("conflict", "A newer upload of this call id exists, and sending the older bytes again would overwrite it. Nothing was sent.");
    if (!RESENDABLE.includes(upload.fate)) return appError("conflict", "This upload cannot be sent again as it stands. Nothing was sent.");
    const at = context.now();
    await moveUpload(trx, upload, {
      at,
      fate: "queued",
      sentence: "Queued to be sent again, the same bytes.",
      changes: { queuedAt: at, dueAt: at, tries: 0, firstAttemptAt: null, claimToken: null, nextLookAt: null, looks: 0, fieldErrors: [], missingCauses: [], settledAt: null },
      entry: { id: context.newId(), kind: "upload", title: `Upload ${upload.number} queued again` },
    });
    return null;
  });
  context.wake();
  return result;
}

/** Takes an upload out of the queue. What is in flight cannot be taken back. @returns `not_found`, `conflict`. */
export async function cancelUpload(context: DeliveryContext, uploadId: string): Promise<Done> {
  return change(context, uploadId, async (trx, upload) => {
    if (!CANCELLABLE.includes(upload.fate)) return appError("conflict", "This upload has been sent already and cannot be taken back.");
    const sentence = CANCELLED[upload.fate] ?? "Cancelled.";
    await moveUpload(trx, upload, {
      at: context.now(),
      fate: "cancelled",
      sentence,
      changes: { settledAt: context.now(), nextLookAt: null, dueAt: null },
      entry: { id: context.newId(), kind: "fate", title: "Cancelled" },
    });
    await cancelAssignmentsOfUpload(trx, context, upload.id);
    return null;
  });
}

/** Has the worker look for the conversation now. @returns `not_found`, `conflict`. */
export async function lookAgain(context: DeliveryContext, uploadId: string): Promise<Done> {
  const result = await change(context, uploadId, async (trx, upload) => {
    if (upload.targetId !== context.target.id) return appError("conflict", "This upload belongs to another target; Intake looks only where it is connected.");
    if (!LOOKABLE.includes(upload.fate)) return appError("conflict", "There is nothing to look for as this upload stands.");
    await moveUpload(trx, upload, { at: context.now(), fate: upload.fate, sentence: upload.sentence, changes: { nextLookAt: context.now() } });
    return null;
  });
  context.wake();
  return result;
}

async function change(context: DeliveryContext, uploadId: string, act: (db: Database, upload: StoredUpload) => Promise<AppError | null>): Promise<Done> {
  return context.db.transaction().execute(async (trx) => {
    const upload = await findUpload(trx, uploadId);
    if (upload === null) return failure(appError("not_found", "This upload is not here any more. Nothing was changed."));
    const error = await act(trx, upload);
    return error === null ? success({ done: true as const }) : failure(error);
  });
}
