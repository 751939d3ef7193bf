import "server-only";
import type { Provider } from "@/lib/core/shapes/shape";
import type { Database } from "@/lib/server/db/database";

/** An immutable state of a call's body: the exact bytes that were or will be sent. */
export interface StoredVersion {
  readonly id: string;
  readonly callId: string;
  /** From 1, per call. */
  readonly number: number;
  readonly body: Uint8Array;
  readonly sha256: string;
  readonly byteLength: number;
  readonly provider: Provider;
  readonly createdAt: number;
}

/** Keeps a version for good. */
export async function insertVersion(db: Database, version: StoredVersion): Promise<void> {
  await db.insertInto("versions").values(version).execute();
}

/** A version with its bytes, or null. */
export async function findVersion(db: Database, id: string): Promise<StoredVersion | null> {
  return (await db.selectFrom("versions").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

/** A call's versions without their bytes, oldest first. */
export async function listVersions(db: Database, callId: string): Promise<readonly Omit<StoredVersion, "body">[]> {
  return db
    .selectFrom("versions")
    .select(["id", "callId", "number", "sha256", "byteLength", "provider", "createdAt"])
    .where("callId", "=", callId)
    .orderBy("number")
    .execute();
}

/** The number that the call's next version gets. */
export async function nextVersionNumber(db: Database, callId: string): Promise<number> {
  const row = await db.selectFrom("versions").select("number").where("callId", "=", callId).orderBy("number", "desc").limit(1).executeTakeFirst();
  return (row?.number ?? 0) + 1;
}
