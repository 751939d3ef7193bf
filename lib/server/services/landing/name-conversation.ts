import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import { listWaitingOfCall } from "@/lib/server/repositories/assignment-queue";
import { updateAssignment } from "@/lib/server/repositories/assignments";
import { findUpload, type StoredUpload } from "@/lib/server/repositories/uploads";
import type { DeliveryContext } from "../delivery-context";
import { moveUpload } from "../uploads/move-upload";

/**
 * Keeps a conversation id on a person's word where Zelto does not let it be checked. The fate stays: landed needs proof. What waited
 * for the id goes on. @returns `conflict` where the upload has moved on.
 */
export async function nameConversation(context: DeliveryContext, seen: StoredUpload, conversationId: string): Promise<Result<{ readonly done: true }, AppError>> {
  const named = await context.db.transaction().execute(async (trx) => {
    const upload = await findUpload(trx, seen.id);
    if (upload === null || upload.fate !== seen.fate) return false;
    await moveUpload(trx, upload, {
      at: context.now(),
      fate: upload.fate,
      sentence: "A person named the conversation. This Zelto does not let Intake check it, so it does not count as landed; adding it to a bucket works.",
      changes: { conversationId, nextLookAt: null },
      entry: { id: context.newId(), kind: "note", title: "Conversation named by hand" },
    });
    for (const assignment of await listWaitingOfCall(trx, context.target.id, upload.callId)) await updateAssignment(trx, assignment.id, { conversationId });
    return true;
  });
  context.wake();
  return named ? success({ done: true }) : failure(appError("conflict", "This upload has moved on meanwhile. Nothing was changed."));
}
