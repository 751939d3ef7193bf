import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import type { ServerContext } from "@/lib/server/context";
import { countCalls, findBatch } from "@/lib/server/repositories/batches";
import { findCall } from "@/lib/server/repositories/calls";
import { countInFlight, deleteBatchRow, deleteCalls, deleteEverything as deleteEveryRow, deleteUnusedSources, listCallIdsOfBatch } from "@/lib/server/repositories/deletion";

/** How much was deleted. What is in Zelto stays there. */
export interface Deleted {
  readonly calls: number;
  readonly batches: number;
}

/**
 * Deletes a call with its source, versions, edits, uploads, attempts and timeline; an emptied batch goes with it.
 * @returns `not_found`, `already_running` while it is being sent.
 */
export async function deleteCall({ db, store }: ServerContext, callId: string): Promise<Result<Deleted, AppError>> {
  const deleted = await db.transaction().execute(async (trx) => {
    const call = await findCall(trx, callId);
    if (!call) return failure(appError("not_found", "This call is not here any more. It may have been deleted already."));
    if ((await countInFlight(trx, { callId })) > 0) return failure(inFlight("This call is"));
    await deleteCalls(trx, [callId]);
    const emptied = (await countCalls(trx, call.batchId)).count === 0;
    if (emptied) await deleteBatchRow(trx, call.batchId);
    else await deleteUnusedSources(trx, call.batchId);
    return success({ calls: 1, batches: emptied ? 1 : 0 });
  });
  if (deleted.ok) store.truncateLog();
  return deleted;
}

/** Deletes a batch with all its calls. @returns `not_found`, `already_running` while one of them is being sent. */
export async function deleteBatch({ db, store }: ServerContext, batchId: string): Promise<Result<Deleted, AppError>> {
  const deleted = await db.transaction().execute(async (trx) => {
    if (!(await findBatch(trx, batchId))) return failure(appError("not_found", "This batch is not here any more. It may have been deleted already."));
    if ((await countInFlight(trx, { batchId })) > 0) return failure(inFlight("A call of this batch is"));
    const callIds = await listCallIdsOfBatch(trx, batchId);
    await deleteCalls(trx, callIds);
    await deleteBatchRow(trx, batchId);
    return success({ calls: callIds.length, batches: 1 });
  });
  if (deleted.ok) store.truncateLog();
  return deleted;
}

/** Deletes all calls and all that was learned from Zelto, and rewrites the files. @returns `already_running` while one is being sent. */
export async function deleteEverything({ db, store }: ServerContext): Promise<Result<Deleted, AppError>> {
  const deleted = await db.transaction().execute(async (trx) => {
    if ((await countInFlight(trx, {})) > 0) return failure(inFlight("A call is"));
    return success(await deleteEveryRow(trx));
  });
  if (deleted.ok) store.compact();
  return deleted;
}

function inFlight(what: string): AppError {
  return appError("already_running", `${what} being sent at this moment. Nothing was deleted; try again in half a minute.`, { retryable: true });
}
