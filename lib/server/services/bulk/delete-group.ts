import "server-only";
import type { Database } from "@/lib/server/db/database";
import { countCalls } from "@/lib/server/repositories/batches";
import { listCallsById } from "@/lib/server/repositories/call-lists";
import { deleteBatchRow, deleteCalls, deleteUnusedSources } from "@/lib/server/repositories/deletion";

/** What became of calls that were to be deleted. */
export interface DeletedGroup {
  readonly deleted: number;
  readonly beingSent: number;
  /** Batches that lost calls. */
  readonly batchIds: readonly string[];
}

/** Deletes calls with all that hangs on them, in the caller's transaction; those that are being sent stay. */
export async function deleteGroup(db: Database, callIds: readonly string[]): Promise<DeletedGroup> {
  const calls = (await listCallsById(db, callIds)).map(({ call }) => call);
  const free = calls.filter(({ fate }) => fate !== "sending");
  if (free.length > 0) await deleteCalls(db, free.map(({ id }) => id));
  return { deleted: free.length, beingSent: calls.length - free.length, batchIds: free.map(({ batchId }) => batchId) };
}

/** Deletes what only the deleted calls needed: emptied batches, and sources that no call came from any more. */
export async function deleteRemains(db: Database, batchIds: ReadonlySet<string>): Promise<void> {
  for (const batchId of batchIds) {
    const emptied = (await countCalls(db, batchId)).count === 0;
    if (emptied) await deleteBatchRow(db, batchId);
    else await deleteUnusedSources(db, batchId);
  }
}
