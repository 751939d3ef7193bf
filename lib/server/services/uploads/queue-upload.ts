import "server-only";
import { formatCount } from "@/lib/core/format/count";
import { sha256Hex } from "@/lib/core/text/fingerprint";
import type { Database } from "@/lib/server/db/database";
import { setCallStanding, type StoredCall } from "@/lib/server/repositories/calls";
import type { StoredDraft } from "@/lib/server/repositories/drafts";
import { insertTimelineEntry } from "@/lib/server/repositories/timeline";
import { findKnownConversation, supersedeUnknown } from "@/lib/server/repositories/upload-queue";
import { insertUpload, nextUploadNumber } from "@/lib/server/repositories/uploads";
import { insertVersion, nextVersionNumber } from "@/lib/server/repositories/versions";
import { insertWaitingAssignment } from "../assignments/waiting-assignment";
import type { DeliveryContext } from "../delivery-context";
import type { JudgedDraft } from "./judge-draft";

export interface QueueRequest {
  readonly call: StoredCall;
  readonly draft: StoredDraft;
  readonly judged: JudgedDraft;
  readonly sendAnyway: boolean;
  readonly bucketId: string | null;
}

const SUPERSEDED = "Whether it arrived is not known, and it is not sent again: a newer upload of this call id takes its place.";
const QUEUED = "Queued: it will be sent as soon as its turn comes.";

/**
 * Freezes the draft's exact bytes as a version and queues an upload of it, all in the caller's transaction: what is shown as
 * queued is on disk. Answers the upload's id.
 */
export async function queueUpload(db: Database, context: DeliveryContext, request: QueueRequest): Promise<string> {
  const { call, draft, judged, sendAnyway, bucketId } = request;
  const { externalId } = judged.body.summary;
  const at = context.now();
  const versionNumber = await nextVersionNumber(db, call.id);
  const number = await nextUploadNumber(db, call.id);
  const version = { id: context.newId(), callId: call.id, number: versionNumber, body: draft.bytes, sha256: sha256Hex(draft.bytes), byteLength: draft.bytes.byteLength, provider: draft.provider, createdAt: at };
  await insertVersion(db, version);
  const uploadId = context.newId();
  await insertUpload(db, {
    ...BLANK_UPLOAD,
    id: uploadId,
    callId: call.id,
    versionId: version.id,
    number,
    targetId: context.target.id,
    provider: draft.provider,
    externalId,
    bucketId,
    sendAnyway,
    expectsNothing: judged.expectsNothing,
    previousConversationId: externalId === null ? null : await findKnownConversation(db, context.target.id, externalId),
    createdAt: at,
    queuedAt: at,
    dueAt: at,
  });
  await supersedeUnknown(db, { id: uploadId, targetId: context.target.id, callId: call.id, externalId }, SUPERSEDED);
  await setCallStanding(db, call.id, { fate: "queued", reason: QUEUED, at, latestUploadId: uploadId, editedSince: false });
  await insertTimelineEntry(db, {
    id: context.newId(),
    callId: call.id,
    at,
    kind: "upload",
    fate: "queued",
    title: `Upload ${number} queued`,
    sentence: `Version ${versionNumber}, ${formatCount(version.byteLength)} bytes, header ${draft.provider}, to ${context.target.kind === "sandbox" ? "the sandbox" : context.target.host}.`,
    attemptId: null,
  });
  if (bucketId !== null) await insertWaitingAssignment(db, context, { bucketId, callId: call.id, uploadId, conversationId: null });
  return uploadId;
}

const BLANK_UPLOAD = {
  fate: "queued",
  sentence: QUEUED,
  previousUpdatedAt: null,
  conversationId: null,
  looks: 0,
  nextLookAt: null,
  readBack: null,
  fieldErrors: [],
  missingCauses: [],
  tries: 0,
  firstAttemptAt: null,
  claimedAt: null,
  claimToken: null,
  acceptedAt: null,
  landedAt: null,
  matchedAt: null,
  settledAt: null,
} as const;
