import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { MAX_SOURCES_AT_ONCE, type PendingBatches, type SourcePage } from "@/lib/contracts/intake";
import { failure, success, type Result } from "@/lib/core/result";
import type { ServerContext } from "@/lib/server/context";
import { countCalls, findAnswers, findBatch, listPendingBatches, listSources } from "@/lib/server/repositories/batches";

/** Ours: what the door offers to go on with. */
const SHOWN_BATCHES = 20;

/** Intakes that broke off, the newest first, with how far they came. */
export async function readPendingBatches({ db }: Pick<ServerContext, "db">): Promise<Result<PendingBatches, AppError>> {
  const batches: PendingBatches["batches"] = [];
  for (const { id, name, kind, recordCount, createdAt } of await listPendingBatches(db, SHOWN_BATCHES)) {
    batches.push({ id, name, kind, recordCount, createdAt, stored: (await countCalls(db, id)).count });
  }
  return success({ batches });
}

/** A page of a batch's sources with their hashes, and what was answered for it: by these the same intake can be made again. */
export async function readSourcePage({ db }: Pick<ServerContext, "db">, batchId: string, from: number): Promise<Result<SourcePage, AppError>> {
  const batch = await findBatch(db, batchId);
  if (!batch) return failure(appError("not_found", "This batch is not here any more. It may have been deleted."));
  const sources = await listSources(db, batchId, { from, limit: MAX_SOURCES_AT_ONCE });
  const answers = await findAnswers(db, batchId);
  return success({ sources: sources.map(({ ordinal, name, byteLength, sha256 }) => ({ ordinal, name, byteLength, sha256 })), sourceCount: batch.sourceCount, answers: { ...answers } });
}
