import "server-only";
import { classifyAdd, type AddVerdict } from "@/lib/core/buckets/classify-add";
import { needsKeyProbe } from "@/lib/core/uploads/classify-outcome";
import { insertTimelineEntry } from "@/lib/server/repositories/timeline";
import { settleAssignment, type StoredAssignment } from "@/lib/server/repositories/assignments";
import type { DeliveryContext } from "../delivery-context";
import { orderPause } from "../queue/pauses";

const TITLES: Readonly<Record<Exclude<AddVerdict["state"], "waiting">, (bucket: string) => string>> = {
  added: (bucket) => `Added to ${bucket}`,
  "already-there": (bucket) => `Already in ${bucket}`,
  refused: (bucket) => `Not added to ${bucket}`,
  unknown: (bucket) => `Adding to ${bucket}: no clear answer`,
};

/** Adds a claimed assignment's conversation to its bucket. A repeat changes nothing in Zelto, so nothing has to be written first. */
export async function addToBucket(context: DeliveryContext, assignment: StoredAssignment): Promise<AddVerdict> {
  const { outcome } = await context.zelto.addConversationToBucket(assignment.bucketId, assignment.conversationId ?? "");
  const keyWorksElsewhere = needsKeyProbe(outcome) ? (await context.zelto.listAgents({ limit: 1 })).kind === "ok" : null;
  return classifyAdd(outcome, { nowMs: context.now(), host: context.target.host, provider: "zelto", keyWorksElsewhere });
}

/** Writes down what came of it. False: the claim was lost, nothing was changed. */
export async function settleAdd(context: DeliveryContext, assignment: StoredAssignment, verdict: AddVerdict): Promise<boolean> {
  const at = context.now();
  return context.db.transaction().execute(async (trx) => {
    const { state, sentence } = verdict;
    const changes = { state, sentence, claimToken: null, settledAt: state === "waiting" ? null : at };
    if (!(await settleAssignment(trx, assignment.id, assignment.claimToken ?? "", changes))) return false;
    if (verdict.pause) await orderPause(trx, context, verdict.pause);
    if (assignment.callId !== null && state !== "waiting") {
      const entry = { id: context.newId(), callId: assignment.callId, at, kind: "bucket" as const, fate: null, attemptId: null };
      await insertTimelineEntry(trx, { ...entry, title: TITLES[state](assignment.bucketName), sentence });
    }
    return true;
  });
}
