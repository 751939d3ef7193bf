import "server-only";
import type { Database } from "@/lib/server/db/database";
import { findBucket } from "@/lib/server/repositories/buckets";
import type { StoredCall } from "@/lib/server/repositories/calls";

/** The bucket of an upload: the one that is chosen now, else the one that was planned for the call, where this target has it. */
export async function bucketOf(db: Database, targetId: string, call: StoredCall, chosen: string | null): Promise<string | null> {
  if (chosen !== null || call.plannedBucketId === null) return chosen;
  return (await findBucket(db, targetId, call.plannedBucketId)) === null ? null : call.plannedBucketId;
}
