import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { CompleteBatchAnswer } from "@/lib/contracts/intake";
import { failure, success, type Result } from "@/lib/core/result";
import type { ServerContext } from "@/lib/server/context";
import { completeBatch, countCalls, findBatch } from "@/lib/server/repositories/batches";

/** Closes an intake once every record is on disk. @returns `conflict` while some are missing, `not_found`. */
export async function finishBatch({ db }: ServerContext, batchId: string): Promise<Result<CompleteBatchAnswer, AppError>> {
  return db.transaction().execute(async (trx) => {
    const batch = await findBatch(trx, batchId);
    if (!batch) return failure(appError("not_found", "There is no such batch. It may have been deleted."));
    const { count, firstCallId } = await countCalls(trx, batchId);
    // Calls may be deleted once a batch is whole; completing it again then still answers.
    if (firstCallId === null || (!batch.complete && count < batch.recordCount)) {
      const sentence = `${count} of ${batch.recordCount} records have arrived; those are saved. Take the source in once more to add the others.`;
      return failure(appError("conflict", sentence, { retryable: true }));
    }
    if (!batch.complete) await completeBatch(trx, batchId);
    return success({ batchId, recordCount: batch.recordCount, firstCallId });
  });
}
