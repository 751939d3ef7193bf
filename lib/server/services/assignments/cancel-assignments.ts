import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import type { Database } from "@/lib/server/db/database";
import { findAssignment, updateAssignment, type StoredAssignment } from "@/lib/server/repositories/assignments";
import { listWaitingOfUpload } from "@/lib/server/repositories/assignment-queue";
import type { DeliveryContext } from "../delivery-context";

/** Takes back an assignment that has not been made yet. @returns `not_found`, `conflict`. */
export async function cancelAssignment(context: DeliveryContext, assignmentId: string): Promise<Result<{ readonly done: true }, AppError>> {
  return context.db.transaction().execute(async (trx) => {
    const assignment = await findAssignment(trx, assignmentId);
    if (assignment === null) return failure(appError("not_found", "This assignment is not here any more."));
    if (assignment.state !== "waiting" && assignment.state !== "unknown") {
      return failure(appError("conflict", "This assignment is done already. A conversation is taken out of a bucket in Zelto."));
    }
    await cancel(trx, context, assignment);
    return success({ done: true as const });
  });
}

/** Takes back what waits for an upload that will not be sent, in the caller's transaction. */
export async function cancelAssignmentsOfUpload(db: Database, context: DeliveryContext, uploadId: string): Promise<void> {
  for (const assignment of await listWaitingOfUpload(db, uploadId)) await cancel(db, context, assignment);
}

async function cancel(db: Database, context: DeliveryContext, assignment: StoredAssignment): Promise<void> {
  const sentence = assignment.state === "unknown" ? "Cancelled; whether it was added before is not known." : "Cancelled. Nothing was added.";
  await updateAssignment(db, assignment.id, { state: "cancelled", sentence, settledAt: context.now(), claimToken: null, nextTryAt: null });
}
