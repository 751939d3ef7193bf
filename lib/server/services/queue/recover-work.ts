import "server-only";
import { classifyOutcome } from "@/lib/core/uploads/classify-outcome";
import { settleAttempt } from "@/lib/core/uploads/settle-attempt";
import { listAdding } from "@/lib/server/repositories/assignment-queue";
import { updateAssignment } from "@/lib/server/repositories/assignments";
import { listOpenAttempts, updateAttempt, type StoredAttempt } from "@/lib/server/repositories/attempts";
import { listUploadsByFate } from "@/lib/server/repositories/upload-queue";
import { findUpload } from "@/lib/server/repositories/uploads";
import type { DeliveryContext } from "../delivery-context";
import { moveUpload } from "../uploads/move-upload";

/**
 * At a start, before anything is claimed: an attempt without outcome may have arrived, so its upload is unknown and the identical
 * bytes may be sent again; an upload that was claimed and never sent goes back to the queue; a bucket add is made again.
 */
export async function recoverWork(context: DeliveryContext): Promise<void> {
  for (const attempt of await listOpenAttempts(context.db)) await interrupt(context, attempt);
  for (const others of [false, true]) {
    for (const upload of await listUploadsByFate(context.db, "sending", { id: context.target.id, others })) {
      const move = { at: context.now(), fate: "queued" as const, sentence: "Queued again: Intake stopped before it was sent.", changes: { claimToken: null, dueAt: context.now() } };
      await context.db.transaction().execute((trx) => moveUpload(trx, upload, move));
    }
  }
  for (const assignment of await listAdding(context.db)) {
    await updateAssignment(context.db, assignment.id, { state: "waiting", sentence: "Waits for its turn to be added.", claimToken: null, nextTryAt: null });
  }
}

async function interrupt(context: DeliveryContext, attempt: StoredAttempt): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    const upload = await findUpload(trx, attempt.uploadId);
    const at = context.now();
    const verdict = classifyOutcome({ kind: "unknown", cause: "interrupted" }, { nowMs: at, host: context.target.host, provider: upload?.provider ?? "zelto", keyWorksElsewhere: null });
    await updateAttempt(trx, attempt.id, { endedAt: at, outcome: verdict.class, sentence: verdict.sentence });
    if (upload?.fate !== "sending") return;
    const firstAttemptAt = upload.firstAttemptAt ?? attempt.startedAt;
    const { fate, sentence, dueAt, tries } = settleAttempt(verdict, { tries: upload.tries, firstAttemptAt, now: at, random: 0 });
    await moveUpload(trx, upload, {
      at,
      fate,
      sentence,
      changes: { claimToken: null, settledAt: at, dueAt, tries, firstAttemptAt },
      entry: { id: context.newId(), kind: "attempt", title: `Attempt ${attempt.number}: interrupted`, attemptId: attempt.id },
    });
  });
}
