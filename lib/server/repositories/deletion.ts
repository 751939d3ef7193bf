import "server-only";
import { sql } from "kysely";
import type { Database } from "@/lib/server/db/database";
import { deleteEmptyBulkChanges } from "./bulk-changes";
import { deleteUnusedCauses } from "./call-problems";
import { bumpChange, nextChange } from "./changes";
import { forgetAllWords, forgetWords } from "./search";

/** How many ids go into one statement; SQLite takes 32,766 parameters. */
const CHUNK = 500;

/** Which of these calls have an exchange with Zelto under way at this moment. */
export async function countInFlight(db: Database, scope: { readonly callId?: string; readonly batchId?: string }): Promise<number> {
  let query = db.selectFrom("uploads").innerJoin("calls", "calls.id", "uploads.callId").where("uploads.fate", "=", "sending");
  if (scope.callId !== undefined) query = query.where("calls.id", "=", scope.callId);
  if (scope.batchId !== undefined) query = query.where("calls.batchId", "=", scope.batchId);
  const row = await query.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  return row.count;
}

/** Ids of a batch's calls. */
export async function listCallIdsOfBatch(db: Database, batchId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom("calls").select("id").where("batchId", "=", batchId).execute();
  return rows.map(({ id }) => id);
}

/** Removes calls with everything that hangs on them: drafts, steps, versions, uploads, attempts, assignments, timeline, words. */
export async function deleteCalls(db: Database, callIds: readonly string[]): Promise<void> {
  for (let at = 0; at < callIds.length; at += CHUNK) {
    const ids = callIds.slice(at, at + CHUNK);
    await forgetWords(db, ids);
    // Uploads before versions, which they name; the rest goes with its call.
    await db.deleteFrom("uploads").where("callId", "in", ids).execute();
    await noteGone(db, ids);
    await db.deleteFrom("calls").where("id", "in", ids).execute();
  }
  await deleteUnusedCauses(db);
  await deleteEmptyBulkChanges(db);
  await bumpChange(db);
}

/** What holds lists of calls learns from this that they are gone. */
async function noteGone(db: Database, callIds: readonly string[]): Promise<void> {
  const gone = callIds.map((callId) => ({ callId, changeSeq: nextChange }));
  if (gone.length > 0) await db.insertInto("goneCalls").values(gone).execute();
}

/** Removes a batch whose calls are gone, with its sources and unfinished records. */
export async function deleteBatchRow(db: Database, batchId: string): Promise<void> {
  await db.deleteFrom("batches").where("id", "=", batchId).execute();
  await bumpChange(db);
}

/** Removes sources that no call came from any more; their names are data too. */
export async function deleteUnusedSources(db: Database, batchId: string): Promise<void> {
  await db
    .deleteFrom("sources")
    .where("batchId", "=", batchId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom("calls").select("calls.id").whereRef("calls.sourceId", "=", "sources.id"))))
    .execute();
}

/** Removes all that was taken in and all that was learned from any Zelto. Targets and sessions stay. */
export async function deleteEverything(db: Database): Promise<{ readonly calls: number; readonly batches: number }> {
  const calls = await db.selectFrom("calls").select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  const batches = await db.selectFrom("batches").select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  await forgetAllWords(db);
  await sql`insert into gone_calls (call_id, change_seq) select id, ${nextChange} from calls`.execute(db);
  for (const table of ["assignments", "uploads", "bulkChanges", "calls", "problemCauses", "batches", "rememberedAnswers", "agents", "buckets", "capabilities"] as const) await db.deleteFrom(table).execute();
  await bumpChange(db);
  return { calls: calls.count, batches: batches.count };
}
