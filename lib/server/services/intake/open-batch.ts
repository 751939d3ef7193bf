import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { OpenBatchAnswer, OpenBatchInput } from "@/lib/contracts/intake";
import { failure, success, type Result } from "@/lib/core/result";
import type { ServerContext } from "@/lib/server/context";
import { findBatch, insertBatch, listBatchCalls, listSources } from "@/lib/server/repositories/batches";

/**
 * Opens a batch, or goes on with the one of that id.
 * @returns `conflict` when the id belongs to another intake.
 */
export async function openBatch({ db, now, newId }: ServerContext, input: OpenBatchInput): Promise<Result<OpenBatchAnswer, AppError>> {
  return db.transaction().execute(async (trx) => {
    const known = await findBatch(trx, input.id);
    if (known) {
      const sources = await listSources(trx, input.id);
      const same = known.recordCount === input.recordCount && sources.map(({ sha256 }) => sha256).join() === input.sources.map(({ sha256 }) => sha256).join();
      if (!same) return failure(appError("conflict", "This intake was begun with other sources. Nothing was saved; take the source in once more."));
      const calls = await listBatchCalls(trx, input.id);
      return success({ batchId: input.id, stored: calls.map(({ position }) => position) });
    }
    const { id, name, kind, recordCount } = input;
    const sources = input.sources.map((source, ordinal) => ({ ...source, id: newId(), batchId: id, ordinal }));
    await insertBatch(trx, { id, name, kind, recordCount, complete: false, createdAt: now() }, sources);
    return success({ batchId: id, stored: [] });
  });
}
