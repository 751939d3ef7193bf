import "server-only";
import type { Database } from "@/lib/server/db/database";
import { countCalls } from "@/lib/server/repositories/batches";
import { listCallsById } from "@/lib/server/repositories/call-lists";
import { deleteBatchRow, deleteCalls, deleteUnusedSources } from "@/lib/server/repositories/deletion";

/** Deletes calls with all that hangs on them, in the caller's transaction; those that are being sent stay. */
export async function deleteGroup(db: Database, callIds: readonly string[]): Promise<{ readonly deleted: number; readonly beingSent: number }> {
  const calls = (await listCallsById(db, callIds)).map(({ call }) => call);
  const free = calls.filter(({ fate }) => fate !== "sending");
  await deleteCalls(db, free.map(({ id }) => id));
  for (const batchId of new Set(free.map((call) => call.batchId))) {
    const emptied = (await countCalls(db, batchId)).count === 0;
    if (emptied) await deleteBatchRow(db, batchId);
    else await deleteUnusedSources(db, batchId);
  }
  return { deleted: free.length, beingSent: calls.length - free.length };
}
