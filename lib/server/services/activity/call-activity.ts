import "server-only";
import type { AttemptSummary, CallActivity, UploadView } from "@/lib/contracts/activity";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import { listAssignmentsOfCall } from "@/lib/server/repositories/assignments";
import { listAttemptsOfUpload, type StoredAttempt } from "@/lib/server/repositories/attempts";
import { findCall } from "@/lib/server/repositories/calls";
import { findDraftRevision } from "@/lib/server/repositories/drafts";
import { findTarget } from "@/lib/server/repositories/targets";
import { listTimeline } from "@/lib/server/repositories/timeline";
import { hasNewerUpload } from "@/lib/server/repositories/upload-queue";
import { listUploadsOfCall, type StoredUpload } from "@/lib/server/repositories/uploads";
import { listVersions } from "@/lib/server/repositories/versions";
import { dashboardLink } from "../dashboard-link";
import type { DeliveryContext } from "../delivery-context";
import { allowedActs } from "../uploads/upload-again";
import { toAssignmentViews } from "./assignment-view";

/** Everything that moves while a call is on its way: uploads with attempts, assignments, timeline. @returns `not_found`. */
export async function readCallActivity(context: DeliveryContext, callId: string): Promise<Result<CallActivity, AppError>> {
  const call = await findCall(context.db, callId);
  if (call === null) return failure(appError("not_found", "This call is not here any more."));
  const versionNumbers = new Map((await listVersions(context.db, callId)).map(({ id, number }) => [id, number]));
  const uploads: UploadView[] = [];
  for (const upload of await listUploadsOfCall(context.db, callId)) uploads.push(await toUploadView(context, upload, versionNumbers.get(upload.versionId) ?? 0));
  return success({
    fate: call.fate,
    editedSince: call.editedSince,
    draftRevision: await findDraftRevision(context.db, callId),
    uploads,
    assignments: await toAssignmentViews(context.db, await listAssignmentsOfCall(context.db, callId)),
    timeline: (await listTimeline(context.db, callId)).map(({ id, at, kind, fate, title, sentence, attemptId }) => ({ id, at, kind, fate, title, sentence, attemptId })),
  });
}

async function toUploadView(context: DeliveryContext, upload: StoredUpload, versionNumber: number): Promise<UploadView> {
  const activeTarget = upload.targetId === context.target.id;
  const acts = allowedActs(upload, { activeTarget, newerExists: await hasNewerUpload(context.db, upload) });
  const { id, number, fate, sentence, provider, createdAt, acceptedAt, landedAt, matchedAt, conversationId, looks, nextLookAt, readBack } = upload;
  return {
    ...{ id, number, fate, sentence, provider, createdAt, acceptedAt, landedAt, matchedAt, conversationId, looks, nextLookAt, readBack },
    versionNumber,
    targetLabel: await targetLabel(context, upload.targetId),
    activeTarget,
    conversationUrl: activeTarget && conversationId !== null ? dashboardLink(context.dashboardUrl, { conversationId }) : null,
    missingCauses: [...upload.missingCauses],
    fieldErrors: upload.fieldErrors.map(({ path, message }) => ({ path: [...path], message })),
    canResend: acts.resend,
    canCancel: acts.cancel,
    canResolve: acts.resolve,
    attempts: (await listAttemptsOfUpload(context.db, id)).map(toAttemptSummary),
  };
}

async function targetLabel(context: DeliveryContext, targetId: string): Promise<string> {
  const target = await findTarget(context.db, targetId);
  if (target === null) return "Another target";
  if (target.kind === "sandbox") return "Sandbox";
  const host = URL.canParse(target.origin) ? new URL(target.origin).host : target.origin;
  return `Live: ${host}${target.keyLast4 === null ? "" : `, key …${target.keyLast4}`}`;
}

/** One exchange without its bodies. */
export function toAttemptSummary(attempt: StoredAttempt): AttemptSummary {
  const { id, number, startedAt, endedAt, status, outcome, sentence } = attempt;
  return { id, number, startedAt, endedAt, status, outcome, sentence };
}
