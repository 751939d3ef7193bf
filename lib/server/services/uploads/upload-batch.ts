import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import type { Database } from "@/lib/server/db/database";
import { findBatch, listBatchCalls } from "@/lib/server/repositories/batches";
import { findCall, type StoredCall } from "@/lib/server/repositories/calls";
import { findDraft } from "@/lib/server/repositories/drafts";
import { checkAgents } from "../assignments/check-agents";
import { knownAgents } from "../buckets/known-agents";
import type { DeliveryContext } from "../delivery-context";
import { judgeDraft } from "./judge-draft";
import { bucketOf } from "./planned-bucket";
import { queueUpload } from "./queue-upload";

/** Why a call of a batch is not part of "Upload all"; the words stand in the answer. */
const LEFT = {
  excluded: "left out by hand",
  blocked: "would be refused by Zelto",
  nothing: "Zelto would keep nothing of them",
  underWay: "on their way already",
  sent: "uploaded already and not edited since",
  decision: "wait for your decision",
  wrongAgent: "belong to another agent than the bucket",
} as const;
type LeftReason = keyof typeof LEFT;

/** Calls queued in one transaction: short enough that no other request waits noticeably. */
const GROUP = 25;

export interface BatchUploadAnswer {
  readonly queued: number;
  readonly left: { readonly reason: string; readonly count: number }[];
}

/**
 * Queues what of a batch can be sent without a further word, and says how many were left and why. Calls of which Zelto would keep
 * nothing are never part of it, nor excluded ones, nor what was sent and is unedited. Without a bucket each goes into the one
 * that was planned for it. @returns `not_found`.
 */
export async function uploadBatch(context: DeliveryContext, input: { readonly batchId: string; readonly bucketId: string | null }): Promise<Result<BatchUploadAnswer, AppError>> {
  if ((await findBatch(context.db, input.batchId)) === null) return failure(appError("not_found", "This batch is not here any more. Nothing was sent."));
  const agents = await knownAgents(context.db, context.target.id);
  const calls = await listBatchCalls(context.db, input.batchId);
  const left = new Map<LeftReason, number>();
  let queued = 0;
  for (let first = 0; first < calls.length; first += GROUP) {
    const outcomes = await context.db.transaction().execute(async (trx) => {
      const group: (LeftReason | "queued")[] = [];
      for (const { id } of calls.slice(first, first + GROUP)) group.push(await queueOne(trx, context, { callId: id, bucketId: input.bucketId, agents }));
      return group;
    });
    for (const outcome of outcomes) {
      if (outcome === "queued") queued += 1;
      else left.set(outcome, (left.get(outcome) ?? 0) + 1);
    }
    context.wake();
  }
  return success({ queued, left: [...left].map(([reason, count]) => ({ reason: LEFT[reason], count })) });
}

async function queueOne(
  db: Database,
  context: DeliveryContext,
  request: { readonly callId: string; readonly bucketId: string | null; readonly agents: readonly KnownAgent[] | null },
): Promise<LeftReason | "queued"> {
  const call = await findCall(db, request.callId);
  const draft = await findDraft(db, request.callId);
  // Deleted since the list was read: nothing of it is left to count.
  if (call === null || draft === null) return "excluded";
  const standing = reasonByStanding(call);
  if (standing !== null) return standing;
  const judged = judgeDraft(draft, request.agents, false);
  if (!judged.ok) return judged.error.code === "needs_confirmation" ? "nothing" : "blocked";
  const bucketId = await bucketOf(db, context.target.id, call, request.bucketId);
  if (bucketId !== null && (await checkAgents(db, context.target.id, bucketId, judged.value.body.summary)) !== null) return "wrongAgent";
  await queueUpload(db, context, { call, draft, judged: judged.value, sendAnyway: false, bucketId });
  return "queued";
}

function reasonByStanding(call: StoredCall): LeftReason | null {
  if (call.excluded) return "excluded";
  if (call.fate === "queued" || call.fate === "sending") return "underWay";
  if (call.fate === "draft" || call.fate === "cancelled" || call.editedSince) return null;
  return call.fate === "held" || call.fate === "rejected" || call.fate === "unknown" ? "decision" : "sent";
}
