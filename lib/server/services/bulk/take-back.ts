import "server-only";
import { inverseStep } from "@/lib/core/draft/history";
import type { ServerContext } from "@/lib/server/context";
import type { StoredBulkItem } from "@/lib/server/repositories/bulk-items";
import { setPlannedBucket } from "@/lib/server/repositories/bulk-items";
import { findCall, type StoredCall } from "@/lib/server/repositories/calls";
import { findDraft, findStepRevisions, listStepsSince } from "@/lib/server/repositories/drafts";
import { appendSteps } from "@/lib/server/services/drafts/save-draft";
import { writeExcluded, type RunFacts } from "./change-call";

/** A draft with more steps behind the bulk change than this is left as it is: it has a history of its own by then. */
const MAX_STEPS = 5_000;

/**
 * Takes the change of one call back, or brings it back, in the caller's transaction. Where a later edit stands in the same place the
 * call is left, and said; elsewhere later edits stay.
 */
export async function takeBack(context: ServerContext, item: StoredBulkItem, facts: RunFacts, direction: "undo" | "redo"): Promise<StoredBulkItem> {
  const done: StoredBulkItem = { ...item, state: direction === "undo" ? "undone" : "done", reason: null };
  const left: StoredBulkItem = { ...item, state: "left", reason: "edited-since" };
  const call = await findCall(context.db, item.callId);
  if (call === null) return { ...item, state: "left", reason: "gone" };
  if (item.stepId !== null) return (await stepBack(context, item.callId, { of: item.stepId, kind: direction }, facts)) ? done : left;
  return (await switchBack(context, call, item, facts)) ?? left;
}

/** Appends the inverse of a step. False where later steps changed its place. */
async function stepBack(context: ServerContext, callId: string, edit: { readonly of: string; readonly kind: "undo" | "redo" }, facts: RunFacts): Promise<boolean> {
  const { db, newId } = context;
  const draft = await findDraft(db, callId);
  const revision = (await findStepRevisions(db, callId, [edit.of])).get(edit.of);
  if (draft === null || revision === undefined || draft.revision - revision > MAX_STEPS) return false;
  const steps = await listStepsSince(db, callId, revision - 1, MAX_STEPS + 1);
  const inverse = inverseStep(steps, edit, newId);
  if (inverse === "stands") return true;
  if (inverse === "overlap") return false;
  return (await appendSteps(context, draft, [inverse], { agents: facts.knownAgents })).ok;
}

/** Sets a value outside of the draft to what it was, and keeps what it is for the way back. Null where it was changed since. */
async function switchBack(context: ServerContext, call: StoredCall, item: StoredBulkItem, { act }: RunFacts): Promise<StoredBulkItem | null> {
  const before = item.beforeJson === null ? null : (JSON.parse(item.beforeJson) as unknown); // changeCall wrote it: a flag or an id
  const state = item.state === "done" ? "undone" : "done";
  if (act.kind === "set-bucket") {
    const wanted = state === "undone" ? act.bucketId : before;
    if (call.plannedBucketId !== wanted) return null;
    await setPlannedBucket(context.db, call.id, state === "undone" ? (before as string | null) : act.bucketId);
    return { ...item, state, reason: null };
  }
  const made = act.kind === "exclude";
  const isMade = state === "undone";
  if (call.excluded !== (isMade ? made : !made)) return null;
  if (call.fate === "queued" || call.fate === "sending") return { ...item, state: "left", reason: "being-sent" };
  await writeExcluded(context, call.id, isMade ? !made : made);
  return { ...item, state, reason: null };
}
