import "server-only";
import { readFieldErrors } from "@/lib/core/uploads/field-errors";
import { parseAnswerObject } from "@/lib/core/uploads/answer-reason";
import { classifyOutcome, needsKeyProbe, type Verdict } from "@/lib/core/uploads/classify-outcome";
import { settleAttempt as settle, type Settlement } from "@/lib/core/uploads/settle-attempt";
import { firstLookAt } from "@/lib/core/landing/schedule";
import type { Database } from "@/lib/server/db/database";
import { insertAttempt, nextAttemptNumber, updateAttempt, type StoredAttempt } from "@/lib/server/repositories/attempts";
import { findUpload, settleUpload, type StoredUpload, type UploadChanges } from "@/lib/server/repositories/uploads";
import { findVersion, type StoredVersion } from "@/lib/server/repositories/versions";
import { newRequestId } from "@/lib/server/request-id";
import type { Exchange } from "@/lib/server/zelto/transport";
import type { DeliveryContext } from "../delivery-context";
import { orderPause } from "../queue/pauses";
import { moveUpload } from "./move-upload";
import { readBody } from "./read-body";
import { describeExpectedLoss } from "../landing/missing-facts";

/** One send that has been made and not yet been written down. Writing it down may be tried again as often as it takes. */
export interface HeardAttempt {
  readonly upload: StoredUpload;
  readonly version: StoredVersion;
  readonly attempt: StoredAttempt;
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  /** Decided once, so that writing it down twice says the same. */
  readonly settlement: Settlement;
}

/**
 * Sends a claimed upload: notes what stands in Zelto before a repeat, commits the attempt, only then opens the socket. Null where
 * the claim was lost before anything was sent.
 */
export async function sendUpload(context: DeliveryContext, claimed: StoredUpload): Promise<HeardAttempt | null> {
  const upload = await noteConversationBefore(context, claimed);
  const version = await findVersion(context.db, upload.versionId);
  if (version === null || upload.claimToken === null) return null;
  const attempt = await writeAttempt(context, upload, version);
  if (attempt === null) return null;
  const exchange = await context.zelto.uploadCall(version.body, version.provider);
  const keyWorksElsewhere = needsKeyProbe(exchange.outcome) ? await probeKey(context) : null;
  const now = context.now();
  const verdict = classifyOutcome(exchange.outcome, { nowMs: now, host: context.target.host, provider: version.provider, keyWorksElsewhere });
  const settlement = settle(verdict, { tries: upload.tries, firstAttemptAt: upload.firstAttemptAt ?? attempt.startedAt, now, random: Math.random() });
  return { upload, version, attempt, exchange, verdict, settlement };
}

/**
 * Writes down what was heard: attempt, fate, pause, in one transaction. False: the upload was no longer held under this claim, and
 * nothing but the attempt's outcome was kept.
 */
export async function settleAttempt(context: DeliveryContext, heard: HeardAttempt): Promise<boolean> {
  const { attempt, exchange, verdict } = heard;
  const { outcome } = exchange;
  const at = context.now();
  return context.db.transaction().execute(async (trx) => {
    await updateAttempt(trx, attempt.id, {
      endedAt: at,
      status: exchange.status,
      responseHeaders: exchange.status === null ? null : exchange.responseHeaders,
      responseBody: exchange.status === null ? null : exchange.responseBody,
      truncated: outcome.kind === "answer" && outcome.truncated,
      durationMs: exchange.durationMs,
      outcome: verdict.class,
      sentence: verdict.sentence,
    });
    const moved = await moveAfter(trx, context, heard, at);
    if (verdict.pause) await orderPause(trx, context, verdict.pause);
    return moved;
  });
}

async function moveAfter(db: Database, context: DeliveryContext, heard: HeardAttempt, at: number): Promise<boolean> {
  const { upload, version, attempt, exchange, settlement } = heard;
  const ignored = settlement.fate === "accepted" && upload.expectsNothing;
  const sentence = ignored ? `Accepted and ignored by Zelto: ${describeExpectedLoss(version, context.target.host)}. Nothing was created.` : settlement.sentence;
  return moveUpload(db, upload, {
    at,
    fate: ignored ? "ignored" : settlement.fate,
    sentence,
    ...(upload.claimToken === null ? {} : { claimToken: upload.claimToken }),
    changes: changesAfter(heard, at),
    entry: { id: context.newId(), kind: "attempt", title: titleOf(attempt.number, exchange), attemptId: attempt.id },
  });
}

function changesAfter({ upload, attempt, verdict, version, exchange, settlement }: HeardAttempt, at: number): Omit<UploadChanges, "fate" | "sentence"> {
  const { dueAt, tries } = settlement;
  const released = { claimToken: null, settledAt: at, dueAt, tries, firstAttemptAt: upload.firstAttemptAt ?? attempt.startedAt };
  if (verdict.fate === "accepted") return { ...released, acceptedAt: at, looks: 0, nextLookAt: firstLookAt(at), fieldErrors: [] };
  if (verdict.fate !== "rejected" || exchange.outcome.kind !== "answer") return released;
  const details = parseAnswerObject(exchange.outcome.body)?.["details"];
  return { ...released, fieldErrors: readFieldErrors(details, readBody(version.body, version.provider)?.root) };
}

function titleOf(number: number, { outcome }: Exchange): string {
  if (outcome.kind === "answer") return `Attempt ${number}: answered ${outcome.status}`;
  return outcome.kind === "unknown" ? `Attempt ${number}: no answer` : `Attempt ${number}: not sent`;
}

/** Before a repeat: when the conversation that is to be updated last changed, so that the update can be proved afterwards. */
async function noteConversationBefore(context: DeliveryContext, upload: StoredUpload): Promise<StoredUpload> {
  // An earlier attempt of this very upload may have arrived: what was noted before the first one stays the measure.
  if (upload.previousConversationId === null || upload.previousUpdatedAt !== null || upload.claimToken === null) return upload;
  const before = await context.zelto.getConversation(upload.previousConversationId);
  if (before.kind !== "ok") return upload;
  await settleUpload(context.db, upload.id, upload.claimToken, { previousUpdatedAt: before.value.updatedAt });
  return { ...upload, previousUpdatedAt: before.value.updatedAt };
}

async function writeAttempt(context: DeliveryContext, upload: StoredUpload, version: StoredVersion): Promise<StoredAttempt | null> {
  const request = context.zelto.describeUpload(version.provider);
  return context.db.transaction().execute(async (trx) => {
    const current = await findUpload(trx, upload.id);
    if (current?.claimToken !== upload.claimToken) return null;
    const attempt: StoredAttempt = {
      id: context.newId(),
      uploadId: upload.id,
      number: await nextAttemptNumber(trx, upload.id),
      requestId: newRequestId(),
      startedAt: context.now(),
      endedAt: null,
      method: request.method,
      url: request.url,
      requestHeaders: request.headers,
      bodySha256: version.sha256,
      bodyBytes: version.byteLength,
      status: null,
      responseHeaders: null,
      responseBody: null,
      truncated: false,
      durationMs: null,
      outcome: "open",
      sentence: "Sent; the answer has not come yet.",
    };
    await insertAttempt(trx, attempt);
    return attempt;
  });
}

/** After a 403: whether the same key is good for a cheap read. A Zelto without that read does not speak against the key. */
async function probeKey(context: DeliveryContext): Promise<boolean> {
  const probe = await context.zelto.listAgents({ limit: 1 });
  return probe.kind === "ok" || (probe.kind === "missing" && probe.status !== 403);
}
