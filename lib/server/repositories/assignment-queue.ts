import "server-only";
import { sql } from "kysely";
import type { Database } from "@/lib/server/db/database";
import type { StoredAssignment } from "./assignments";
import { bumpChange } from "./changes";

/** Takes the oldest assignment whose conversation is known and whose time has come, and marks it `adding` under the token. Run inside a transaction. */
export async function claimAssignment(db: Database, request: { readonly targetId: string; readonly token: string; readonly now: number }): Promise<StoredAssignment | null> {
  const row = await db
    .selectFrom("assignments")
    .selectAll()
    .where("targetId", "=", request.targetId)
    .where("state", "=", "waiting")
    .where("conversationId", "is not", null)
    .where((eb) => eb.or([eb("nextTryAt", "is", null), eb("nextTryAt", "<=", request.now)]))
    .orderBy("createdAt")
    .orderBy(sql`rowid`)
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const claimed = { state: "adding" as const, sentence: "Being added now.", claimToken: request.token };
  await db.updateTable("assignments").set(claimed).where("id", "=", row.id).execute();
  await bumpChange(db);
  return { ...row, ...claimed };
}

/** Assignments that wait for an upload's landing. */
export async function listWaitingOfUpload(db: Database, uploadId: string): Promise<readonly StoredAssignment[]> {
  return db.selectFrom("assignments").selectAll().where("uploadId", "=", uploadId).where("state", "=", "waiting").execute();
}

/** Assignments of a call that wait for its conversation, whichever upload brings it. */
export async function listWaitingOfCall(db: Database, targetId: string, callId: string): Promise<readonly StoredAssignment[]> {
  return db
    .selectFrom("assignments")
    .selectAll()
    .where("targetId", "=", targetId)
    .where("callId", "=", callId)
    .where("state", "=", "waiting")
    .where("conversationId", "is", null)
    .execute();
}

/** Assignments that were being made when the process ended. */
export async function listAdding(db: Database): Promise<readonly StoredAssignment[]> {
  return db.selectFrom("assignments").selectAll().where("state", "=", "adding").execute();
}

/** How many assignments of a target stand in each state, by bucket. */
export async function countByBucket(db: Database, targetId: string): Promise<readonly { readonly bucketId: string; readonly bucketName: string; readonly state: StoredAssignment["state"]; readonly count: number }[]> {
  const rows = await db
    .selectFrom("assignments")
    .select(["bucketId", "state"])
    .select(({ fn }) => [fn.max("bucketName").as("bucketName"), fn.countAll<number>().as("count")])
    .where("targetId", "=", targetId)
    .groupBy(["bucketId", "state"])
    .execute();
  return rows;
}
