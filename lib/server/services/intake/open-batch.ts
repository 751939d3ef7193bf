import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { MAX_SOURCES_AT_ONCE, type AnnouncedSource, type AnnounceSourcesAnswer, type AnnounceSourcesInput, type OpenBatchAnswer, type OpenBatchInput } from "@/lib/contracts/intake";
import { failure, success, type Result } from "@/lib/core/result";
import { NO_ANSWERS } from "@/lib/core/shapes/answers";
import type { ServerContext } from "@/lib/server/context";
import { countSources, findAnswers, findBatch, insertBatch, insertSources, listSources, listStoredRanges, type StoredBatch } from "@/lib/server/repositories/batches";
import { rememberFrom } from "./remembered-answers";

/**
 * Opens a batch, or goes on with the one of that id. What was answered for it holds for all of its records, and some of it for later
 * intakes too.
 * @returns `conflict` when the id belongs to another intake.
 */
export async function openBatch(context: ServerContext, input: OpenBatchInput): Promise<Result<OpenBatchAnswer, AppError>> {
  return context.db.transaction().execute(async (trx) => {
    const inside = { ...context, db: trx };
    const answers = input.answers ?? NO_ANSWERS;
    const known = await findBatch(trx, input.id);
    if (known) {
      const same = known.recordCount === input.recordCount && known.sourceCount === (input.sourceCount ?? input.sources.length) && sameAnswers(await findAnswers(trx, input.id), answers);
      if (!same || !(await keepSources(inside, input.id, 0, input.sources))) return failure(otherIntake());
    } else {
      const { id, name, kind, recordCount, sources } = input;
      await insertBatch(trx, { id, name, kind, recordCount, sourceCount: input.sourceCount ?? sources.length, complete: false, createdAt: context.now() }, [], answers);
      await keepSources(inside, id, 0, sources);
      await rememberFrom(inside, answers);
    }
    const stored = await listStoredRanges(trx, input.id);
    return success({ batchId: input.id, stored: stored.map(([from, to]): [number, number] => [from, to]), announced: await countSources(trx, input.id) });
  });
}

/** Takes further sources of an open batch down; those that are known already stay. @returns `not_found`, `invalid_input`, `conflict`. */
export async function announceSources(context: ServerContext, batchId: string, { first, sources }: AnnounceSourcesInput): Promise<Result<AnnounceSourcesAnswer, AppError>> {
  return context.db.transaction().execute(async (trx) => {
    const batch = await findBatch(trx, batchId);
    if (!batch) return failure(appError("not_found", "This batch is not here any more. Nothing was saved; take the source in once more."));
    if (!fits(batch, first, sources)) return failure(appError("invalid_input", "These are more sources than the batch was opened with. Nothing was saved; take the source in once more."));
    if (!(await keepSources({ ...context, db: trx }, batchId, first, sources))) return failure(otherIntake());
    return success({ announced: await countSources(trx, batchId) });
  });
}

function fits({ sourceCount }: StoredBatch, first: number, sources: readonly AnnouncedSource[]): boolean {
  return first + sources.length <= sourceCount;
}

/** Keeps what is not known yet. False where another source stands in a place already. */
async function keepSources({ db, newId }: ServerContext, batchId: string, first: number, sources: readonly AnnouncedSource[]): Promise<boolean> {
  const known = new Map((await listSources(db, batchId, { from: first, limit: MAX_SOURCES_AT_ONCE })).map(({ ordinal, sha256 }) => [ordinal, sha256]));
  const placed = sources.map((source, place) => ({ ...source, id: newId(), batchId, ordinal: first + place }));
  if (placed.some(({ ordinal, sha256 }) => (known.get(ordinal) ?? sha256) !== sha256)) return false;
  await insertSources(db, placed.filter(({ ordinal }) => !known.has(ordinal)));
  return true;
}

function sameAnswers(left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}

function otherIntake(): AppError {
  return appError("conflict", "This intake was begun with other sources or other answers. Nothing was saved; take the source in once more.");
}
