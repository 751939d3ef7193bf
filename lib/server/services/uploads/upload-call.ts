import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { UploadCallInput } from "@/lib/contracts/actions";
import { failure, success, type Result } from "@/lib/core/result";
import { sha256Hex } from "@/lib/core/text/fingerprint";
import type { Database } from "@/lib/server/db/database";
import { findCall } from "@/lib/server/repositories/calls";
import { findDraft, type StoredDraft } from "@/lib/server/repositories/drafts";
import { findUpload } from "@/lib/server/repositories/uploads";
import { findVersion } from "@/lib/server/repositories/versions";
import { checkAgents } from "../assignments/check-agents";
import { knownAgents } from "../buckets/known-agents";
import type { DeliveryContext } from "../delivery-context";
import { judgeDraft } from "./judge-draft";
import { bucketOf } from "./planned-bucket";
import { queueUpload } from "./queue-upload";

/**
 * Queues the upload of a call as it stands on the screen. Nothing has been sent when this answers; the worker is woken.
 * @returns `not_found`, `conflict` (the draft on disk is not the one that was seen), `blocked_by_problems`,
 * `needs_confirmation`, `already_running` (the same bytes are on their way), `wrong_agent` (of the bucket).
 */
export async function uploadCall(context: DeliveryContext, input: UploadCallInput): Promise<Result<{ readonly uploadId: string }, AppError>> {
  const agents = await knownAgents(context.db, context.target.id);
  const result = await context.db.transaction().execute(async (trx) => {
    const call = await findCall(trx, input.callId);
    const draft = await findDraft(trx, input.callId);
    if (call === null || draft === null) return failure(appError("not_found", "This call is not here any more. Nothing was sent."));
    if (draft.revision !== input.revision) {
      return failure(appError("conflict", "The call was changed after this page showed it. Nothing was sent; look at it again, then upload.", { retryable: true }));
    }
    const judged = judgeDraft(draft, agents, input.sendAnyway);
    if (!judged.ok) return judged;
    if (await sameBytesUnderWay(trx, call.latestUploadId, draft)) return failure(appError("already_running", "The same bytes are on their way already. Nothing was sent twice."));
    const bucketId = await bucketOf(trx, context.target.id, call, input.bucketId);
    const wrongAgent = bucketId === null ? null : await checkAgents(trx, context.target.id, bucketId, judged.value.body.summary);
    if (wrongAgent) return failure(wrongAgent);
    const uploadId = await queueUpload(trx, context, { call, draft, judged: judged.value, sendAnyway: input.sendAnyway, bucketId });
    return success({ uploadId });
  });
  if (result.ok) context.wake();
  return result;
}

/** A second click on the same draft must not make a second upload. */
async function sameBytesUnderWay(db: Database, latestUploadId: string | null, draft: StoredDraft): Promise<boolean> {
  const latest = latestUploadId === null ? null : await findUpload(db, latestUploadId);
  if (latest === null || (latest.fate !== "queued" && latest.fate !== "sending") || latest.provider !== draft.provider) return false;
  return (await findVersion(db, latest.versionId))?.sha256 === sha256Hex(draft.bytes);
}
