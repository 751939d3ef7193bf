import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import type { BulkAct, BulkView, StartBulkInput } from "@/lib/contracts/bulk";
import type { ServerContext } from "@/lib/server/context";
import type { StoredBucket } from "@/lib/server/repositories/buckets";
import { findBucket } from "@/lib/server/repositories/buckets";
import { EMPTY_TALLY, findBulkChange, insertBulkChange, updateBulkChange, type StoredBulkChange } from "@/lib/server/repositories/bulk-changes";
import { findCause, type StoredCause } from "@/lib/server/repositories/call-problems";
import { labelOf } from "./bulk-act";
import { bulkRunner } from "./bulk-runner";
import { gone, readBulk, viewOf } from "./bulk-view";
import { resolveSelection } from "./resolve-selection";

/** A change of so few calls has most often ended before the page is answered. */
const SMALL = 50;
const WAIT_MS = 400;

/**
 * Orders a bulk change: what it is and for which calls is on disk when this answers. The same order again answers the same change.
 * @returns `invalid_input` (no call is selected, or the act does not fit the selection), `not_found` (the problem or the bucket is gone).
 */
export async function startBulk(context: ServerContext, { id, selection, act }: StartBulkInput): Promise<Result<BulkView, AppError>> {
  const earlier = await findBulkChange(context.db, id);
  if (earlier !== null) return success(viewOf(earlier));
  const callIds = await resolveSelection(context, selection);
  if (callIds.length === 0) return failure(appError("invalid_input", "None of the selected calls is here any more. Nothing was changed."));
  if (act.kind === "set-external-id" && callIds.length > 1) return failure(appError("invalid_input", "An external ID names one call, so it is set for one call at a time. Nothing was changed."));
  const known = await knownOf(context, act);
  if (!known.ok) return known;
  const change: StoredBulkChange = {
    ...{ id, act, label: labelOf(act, known.value), direction: "do", state: "waiting", total: callIds.length, processed: 0 },
    ...{ tally: EMPTY_TALLY, createdAt: context.now(), startedAt: null, endedAt: null },
  };
  await context.db.transaction().execute((trx) => insertBulkChange(trx, change, callIds));
  return answer(context, id, callIds.length);
}

/** Takes a bulk change back, in every call where nobody changed the same place since. @returns `not_found`, `conflict`. */
export async function undoBulk(context: ServerContext, id: string): Promise<Result<BulkView, AppError>> {
  return runAgain(context, id, "undo");
}

/** Brings back what was taken back. @returns `not_found`, `conflict`. */
export async function redoBulk(context: ServerContext, id: string): Promise<Result<BulkView, AppError>> {
  return runAgain(context, id, "redo");
}

/** Stops a bulk change behind the slice at hand; what it did stays and can be undone. @returns `not_found`, `conflict` once it has ended. */
export async function cancelBulk(context: ServerContext, id: string): Promise<Result<BulkView, AppError>> {
  const cancelled = await context.db.transaction().execute(async (trx) => {
    const change = await findBulkChange(trx, id);
    if (change === null) return failure(gone());
    if (!viewOf(change).canCancel) return failure(appError("conflict", "This change has ended already. It can be undone."));
    await updateBulkChange(trx, id, { state: "cancelled", endedAt: context.now() });
    return success(null);
  });
  return cancelled.ok ? readBulk(context, id) : cancelled;
}

async function runAgain(context: ServerContext, id: string, direction: "undo" | "redo"): Promise<Result<BulkView, AppError>> {
  const ordered = await context.db.transaction().execute(async (trx) => {
    const change = await findBulkChange(trx, id);
    if (change === null) return failure(gone());
    const view = viewOf(change);
    if (direction === "undo" ? !view.canUndo : !view.canRedo) {
      const sentence = view.canCancel ? "This change is still under way. Cancel it, or wait until it has ended." : `There is nothing left of this change to ${direction}.`;
      return failure(appError("conflict", sentence, { retryable: view.canCancel }));
    }
    const total = direction === "undo" ? view.counts.done : view.counts.undone;
    await updateBulkChange(trx, id, { direction, state: "waiting", total, processed: 0, startedAt: null, endedAt: null });
    return success(total);
  });
  return ordered.ok ? answer(context, id, ordered.value) : ordered;
}

async function answer(context: ServerContext, id: string, calls: number): Promise<Result<BulkView, AppError>> {
  const runner = bulkRunner(context);
  runner.wake();
  if (calls <= SMALL) await runner.settled(WAIT_MS);
  return readBulk(context, id);
}

async function knownOf({ db, target }: ServerContext, act: BulkAct): Promise<Result<{ readonly cause: StoredCause | null; readonly bucket: StoredBucket | null }, AppError>> {
  const cause = act.kind === "fix" ? await findCause(db, Number(act.cause)) : null;
  if (act.kind === "fix" && cause?.fix == null) return failure(appError("not_found", "No call has this problem any more. Nothing was changed."));
  const bucket = act.kind === "set-bucket" && act.bucketId !== null ? await findBucket(db, target.id, act.bucketId) : null;
  if (act.kind === "set-bucket" && act.bucketId !== null && bucket === null) return failure(appError("not_found", "This bucket is not known here. Nothing was changed; read the buckets again."));
  return success({ cause, bucket });
}
