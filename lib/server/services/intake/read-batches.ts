import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { BatchView } from "@/lib/contracts/intake";
import { failure, success, type Result } from "@/lib/core/result";
import type { Fate } from "@/lib/core/uploads/fate";
import type { ServerContext } from "@/lib/server/context";
import { countBatchFates, findBatch, listBatches, listSources, type StoredBatch } from "@/lib/server/repositories/batches";

/** A list of batches is for finding the last ones again; older ones are reached through their calls. */
const SHOWN_BATCHES = 50;
/** Of the contract. The list of all batches shows none of them. */
const SHOWN_SOURCES = 1_000;

/** The newest batches, with their sums. */
export async function readBatches({ db }: Pick<ServerContext, "db">): Promise<readonly BatchView[]> {
  const views: BatchView[] = [];
  for (const batch of await listBatches(db, SHOWN_BATCHES)) views.push(await viewBatch({ db }, batch));
  return views;
}

/** One batch with its sum, or `not_found`. */
export async function readBatch({ db }: Pick<ServerContext, "db">, batchId: string): Promise<Result<BatchView, AppError>> {
  const batch = await findBatch(db, batchId);
  if (!batch) return failure(appError("not_found", "There is no such batch. It may have been deleted."));
  return success(await viewBatch({ db }, batch));
}

type SumPart = Exclude<keyof BatchView["sum"], "takenIn" | "excluded">;

/** The words of the sum on screen (product words): every fate stands in exactly one of them. */
const SUM_OF: Readonly<Record<Fate, SumPart>> = {
  draft: "notStarted",
  queued: "waiting",
  sending: "waiting",
  unknown: "waiting",
  accepted: "accepted",
  landed: "accepted",
  matched: "accepted",
  missing: "accepted",
  ignored: "accepted",
  rejected: "attention",
  held: "attention",
  cancelled: "cancelled",
};

async function viewBatch({ db }: Pick<ServerContext, "db">, batch: StoredBatch): Promise<BatchView> {
  const sum = { notStarted: 0, waiting: 0, accepted: 0, attention: 0, cancelled: 0, excluded: 0, takenIn: 0 };
  for (const { fate, excluded, count } of await countBatchFates(db, batch.id)) {
    sum[excluded ? "excluded" : SUM_OF[fate]] += count;
    sum.takenIn += count;
  }
  const sources = await listSources(db, batch.id, { from: 0, limit: SHOWN_SOURCES });
  return {
    id: batch.id,
    name: batch.name,
    kind: batch.kind,
    complete: batch.complete,
    recordCount: batch.recordCount,
    storedCount: sum.takenIn,
    createdAt: batch.createdAt,
    sources: sources.map(({ name, byteLength, notes }) => ({ name, byteLength, notes: [...notes] })),
    sourceCount: batch.sourceCount,
    sum,
  };
}
