import "server-only";
import { sql } from "kysely";
import type { Database } from "@/lib/server/db/database";
import { bumpChange } from "./changes";

export type AssignmentState = "waiting" | "adding" | "added" | "already-there" | "refused" | "unknown" | "cancelled";

/** A conversation's way into a bucket; waits until the conversation's id is known. */
export interface StoredAssignment {
  readonly id: string;
  readonly targetId: string;
  readonly bucketId: string;
  readonly bucketName: string;
  readonly callId: string | null;
  readonly uploadId: string | null;
  readonly conversationId: string | null;
  readonly state: AssignmentState;
  readonly sentence: string;
  readonly createdAt: number;
  readonly settledAt: number | null;
  readonly claimToken: string | null;
  readonly nextTryAt: number | null;
}

export type AssignmentChanges = Partial<Omit<StoredAssignment, "id" | "targetId" | "createdAt">>;

/** Keeps a new assignment. */
export async function insertAssignment(db: Database, assignment: StoredAssignment): Promise<void> {
  await db.insertInto("assignments").values(assignment).execute();
  await bumpChange(db);
}

/** An assignment, or null. */
export async function findAssignment(db: Database, id: string): Promise<StoredAssignment | null> {
  return (await db.selectFrom("assignments").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

/** Assignments of a call, newest first. */
export async function listAssignmentsOfCall(db: Database, callId: string): Promise<readonly StoredAssignment[]> {
  return db.selectFrom("assignments").selectAll().where("callId", "=", callId).orderBy("createdAt", "desc").orderBy(sql`rowid`, "desc").limit(100).execute();
}

/** Assignments of a bucket, newest first, at most 1,000. */
export async function listAssignmentsOfBucket(db: Database, targetId: string, bucketId: string): Promise<readonly StoredAssignment[]> {
  return db
    .selectFrom("assignments")
    .selectAll()
    .where("targetId", "=", targetId)
    .where("bucketId", "=", bucketId)
    .orderBy("createdAt", "desc").orderBy(sql`rowid`, "desc")
    .limit(1_000)
    .execute();
}

/** Changes an assignment. */
export async function updateAssignment(db: Database, id: string, changes: AssignmentChanges): Promise<void> {
  await db.updateTable("assignments").set(changes).where("id", "=", id).execute();
  await bumpChange(db);
}

/** Changes an assignment that is still held under this claim. False: the claim was lost, nothing was changed. */
export async function settleAssignment(db: Database, id: string, claimToken: string, changes: AssignmentChanges): Promise<boolean> {
  const result = await db.updateTable("assignments").set(changes).where("id", "=", id).where("claimToken", "=", claimToken).executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await bumpChange(db);
  return true;
}
