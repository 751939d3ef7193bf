import "server-only";
import type { TranscriptComparison } from "@/lib/core/landing/compare-transcript";
import type { Conversation } from "@/lib/core/landing/conversation";
import { nextLookAt } from "@/lib/core/landing/schedule";
import type { Database } from "@/lib/server/db/database";
import { findAgent, saveAgents } from "@/lib/server/repositories/agents";
import { listWaitingOfCall } from "@/lib/server/repositories/assignment-queue";
import { updateAssignment } from "@/lib/server/repositories/assignments";
import { findCall } from "@/lib/server/repositories/calls";
import { insertTimelineEntry } from "@/lib/server/repositories/timeline";
import { findUpload, type StoredUpload } from "@/lib/server/repositories/uploads";
import { checkAgents } from "../assignments/check-agents";
import type { DeliveryContext } from "../delivery-context";
import { moveUpload } from "../uploads/move-upload";

/** Fates from which an upload can land; a cancel or a resend that came meanwhile wins over what was seen. */
const CAN_LAND: readonly StoredUpload["fate"][] = ["accepted", "missing", "ignored", "unknown"];
/** After so many looks a transcript that still differs is what Zelto has, not what it is still working on. */
const LAST_READ_BACK_LOOK = 5;

/**
 * Notes that the conversation of an upload is there: fate, call, timeline, the agent it taught, and the assignments that waited for
 * the id. False where the upload has moved on meanwhile.
 */
export async function landUpload(context: DeliveryContext, upload: StoredUpload, conversation: Conversation, how: string): Promise<boolean> {
  return context.db.transaction().execute(async (trx) => {
    const current = await findUpload(trx, upload.id);
    if (current === null || !CAN_LAND.includes(current.fate)) return false;
    const at = context.now();
    await moveUpload(trx, current, {
      at,
      fate: "landed",
      sentence: how,
      changes: { conversationId: conversation.id, landedAt: at, acceptedAt: current.acceptedAt ?? at, missingCauses: [], looks: current.looks + 1, nextLookAt: null },
      entry: { id: context.newId(), kind: "fate", title: "Landed" },
    });
    await learnAgent(trx, context, current, conversation);
    await fireAssignments(trx, context, current.callId, conversation);
    return true;
  });
}

/** Notes what reading the transcript back gave. Null: it could not be read now; it is tried again at the next look. */
export async function keepReadBack(context: DeliveryContext, uploadId: string, comparison: TranscriptComparison | null): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    const upload = await findUpload(trx, uploadId);
    if (upload?.fate !== "landed") return;
    const at = context.now();
    const readBack = comparison === null ? null : { ...comparison, differences: comparison.differences.map((difference) => ({ ...difference })) };
    if (comparison?.state === "matched") {
      const entry = { id: context.newId(), kind: "fate" as const, title: "Matched" };
      await moveUpload(trx, upload, { at, fate: "matched", sentence: comparison.sentence, changes: { matchedAt: at, readBack, nextLookAt: null }, entry });
      return;
    }
    const final = comparison?.state === "not-comparable" || upload.looks >= LAST_READ_BACK_LOOK;
    const next = final ? null : nextLookAt(upload.acceptedAt ?? at, upload.looks, at);
    const sentence = comparison?.sentence ?? (final ? "Landed. The transcript could not be read back for comparing; look again later." : upload.sentence);
    await moveUpload(trx, upload, {
      at,
      fate: "landed",
      sentence,
      changes: { readBack, nextLookAt: next, looks: upload.looks + 1 },
      ...(final && comparison?.state === "differs" ? { entry: { id: context.newId(), kind: "fate" as const, title: "Landed, differs" } } : {}),
    });
  });
}

/** A call names its agent by an external id, the conversation by Zelto's: together they teach who is who. */
async function learnAgent(db: Database, context: DeliveryContext, upload: StoredUpload, conversation: Conversation): Promise<void> {
  if ((await findAgent(db, context.target.id, conversation.agentId)) !== null) return;
  const facts = (await findCall(db, upload.callId))?.facts;
  const externalId = facts?.agentId == null ? (facts?.agentExternalId ?? null) : null;
  const name = facts?.agentName ?? externalId ?? conversation.agentId;
  await saveAgents(db, [{ targetId: context.target.id, id: conversation.agentId, externalId, name, provider: null, json: "{}", seenAt: context.now(), listed: false }]);
}

/** Gives the id to the assignments that waited for it; one of another agent's bucket is refused here, before Zelto would. */
async function fireAssignments(db: Database, context: DeliveryContext, callId: string, conversation: Pick<Conversation, "id" | "agentId">): Promise<void> {
  for (const assignment of await listWaitingOfCall(db, context.target.id, callId)) {
    const wrongAgent = await checkAgents(db, context.target.id, assignment.bucketId, { conversationAgentId: conversation.agentId });
    if (wrongAgent === null) {
      await updateAssignment(db, assignment.id, { conversationId: conversation.id, sentence: "Waits for its turn to be added." });
      continue;
    }
    const at = context.now();
    await updateAssignment(db, assignment.id, { state: "refused", conversationId: conversation.id, sentence: wrongAgent.message, settledAt: at });
    await insertTimelineEntry(db, { id: context.newId(), callId, at, kind: "bucket", fate: null, title: `Not added to ${assignment.bucketName}`, sentence: wrongAgent.message, attemptId: null });
  }
}
