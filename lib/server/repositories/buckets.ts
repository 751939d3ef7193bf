import "server-only";
import type { Database } from "@/lib/server/db/database";
import { bumpChange } from "./changes";

/** A bucket of a target as last seen. */
export interface StoredBucket {
  readonly targetId: string;
  readonly id: string;
  readonly agentId: string | null;
  readonly name: string;
  /** As Zelto answered it. */
  readonly json: string;
  readonly createdAt: number | null;
  readonly seenAt: number;
}

/** Keeps buckets as seen now; a known one is replaced. */
export async function saveBuckets(db: Database, buckets: readonly StoredBucket[]): Promise<void> {
  for (const bucket of buckets) {
    const { agentId, name, json, createdAt, seenAt } = bucket;
    await db
      .insertInto("buckets")
      .values(bucket)
      .onConflict((conflict) => conflict.columns(["targetId", "id"]).doUpdateSet({ agentId, name, json, createdAt, seenAt }))
      .execute();
  }
  if (buckets.length > 0) await bumpChange(db);
}

/** A target's buckets by name. */
export async function listBuckets(db: Database, targetId: string): Promise<readonly StoredBucket[]> {
  return db.selectFrom("buckets").selectAll().where("targetId", "=", targetId).orderBy("name").limit(5_000).execute();
}

/** A bucket of a target, or null. */
export async function findBucket(db: Database, targetId: string, id: string): Promise<StoredBucket | null> {
  return (await db.selectFrom("buckets").selectAll().where("targetId", "=", targetId).where("id", "=", id).executeTakeFirst()) ?? null;
}
