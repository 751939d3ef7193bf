import "server-only";
import type { Database } from "@/lib/server/db/database";
import { insertAssignment } from "@/lib/server/repositories/assignments";
import { findBucket } from "@/lib/server/repositories/buckets";
import { insertTimelineEntry } from "@/lib/server/repositories/timeline";
import type { DeliveryContext } from "../delivery-context";

export interface AssignmentRequest {
  readonly bucketId: string;
  readonly callId: string | null;
  readonly uploadId: string | null;
  /** Null: it waits for the landing and fires then. */
  readonly conversationId: string | null;
}

/** Keeps an assignment that waits, in the caller's transaction, and notes it on the call's timeline. Answers its id. */
export async function insertWaitingAssignment(db: Database, context: DeliveryContext, request: AssignmentRequest): Promise<string> {
  const at = context.now();
  const id = context.newId();
  const bucketName = (await findBucket(db, context.target.id, request.bucketId))?.name ?? request.bucketId;
  const sentence = request.conversationId === null ? "Waits for the call to land." : "Waits for its turn to be added.";
  const settled = { settledAt: null, claimToken: null, nextTryAt: null };
  await insertAssignment(db, { ...request, ...settled, id, targetId: context.target.id, bucketName, state: "waiting", sentence, createdAt: at });
  if (request.callId !== null) {
    const entry = { id: context.newId(), callId: request.callId, at, kind: "bucket" as const, fate: null, attemptId: null };
    await insertTimelineEntry(db, { ...entry, title: `Bucket ${bucketName} chosen`, sentence });
  }
  return id;
}
