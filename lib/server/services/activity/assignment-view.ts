import "server-only";
import type { AssignmentView } from "@/lib/contracts/activity";
import type { Database } from "@/lib/server/db/database";
import type { StoredAssignment } from "@/lib/server/repositories/assignments";
import { findCall } from "@/lib/server/repositories/calls";

/** Assignments as pages show them, with the call each belongs to. */
export async function toAssignmentViews(db: Database, assignments: readonly StoredAssignment[]): Promise<AssignmentView[]> {
  const views: AssignmentView[] = [];
  for (const assignment of assignments) {
    const call = assignment.callId === null ? null : await findCall(db, assignment.callId);
    const { id, bucketId, bucketName, state, sentence, callId, conversationId, createdAt, settledAt } = assignment;
    const ofCall = { externalId: call?.facts.externalId ?? null, fate: call?.fate ?? null };
    views.push({ id, bucketId, bucketName, state, sentence, callId, conversationId, createdAt, settledAt, ...ofCall });
  }
  return views;
}
