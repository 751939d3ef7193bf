import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { BULK_REASON_SENTENCES, BULK_REASONS, type BulkReason } from "@/lib/core/bulk/bulk-reasons";
import { failure, success, type Result } from "@/lib/core/result";
import type { BulkItems, BulkItemState, BulkList, BulkView } from "@/lib/contracts/bulk";
import type { ServerContext } from "@/lib/server/context";
import { findBulkChange, listBulkChanges, type StoredBulkChange } from "@/lib/server/repositories/bulk-changes";
import { listBulkItems } from "@/lib/server/repositories/bulk-items";
import { actOf } from "./bulk-act";

type BulkContext = Pick<ServerContext, "db">;

/** More are looked at for undo than are shown. */
const SHOWN = 20;
const LOOKED_AT = 100;

/** A bulk change as the screen shows it, or `not_found`. */
export async function readBulk({ db }: BulkContext, id: string): Promise<Result<BulkView, AppError>> {
  const change = await findBulkChange(db, id);
  return change === null ? failure(gone()) : success(viewOf(change));
}

/** The newest bulk changes, and which of them undo and redo take next. */
export async function readBulkList({ db }: BulkContext): Promise<BulkList> {
  const views = (await listBulkChanges(db, LOOKED_AT)).map(viewOf);
  const undo = views.find(({ canUndo, direction }) => canUndo && direction !== "undo");
  // What was taken back last is brought back first; a change made since ends that, as in every editor.
  const newest = undo === undefined ? views.length : views.indexOf(undo);
  const redo = views.slice(0, newest).findLast(({ canRedo }) => canRedo);
  return { changes: views.slice(0, SHOWN), undo: undo?.id ?? null, redo: redo?.id ?? null };
}

/** Calls of a bulk change that stand at a state, with the reason where they were not changed; or `not_found`. */
export async function readBulkItems(
  { db }: BulkContext,
  id: string,
  page: { readonly state?: BulkItemState; readonly offset: number; readonly limit: number },
): Promise<Result<BulkItems, AppError>> {
  if ((await findBulkChange(db, id)) === null) return failure(gone());
  const { total, items } = await listBulkItems(db, id, { state: page.state ?? null, offset: page.offset, limit: page.limit });
  return success({ total, items: items.map(({ reason, ...plain }) => ({ ...plain, reason: knownReason(reason) })) });
}

/** A kept bulk change as the screen shows it. */
export function viewOf(change: StoredBulkChange): BulkView {
  const { tally, state } = change;
  const act = actOf(change);
  const still = state === "ended" || state === "cancelled";
  const reasons = BULK_REASONS.flatMap((reason) => {
    const count = tally.reasons[reason] ?? 0;
    return count === 0 ? [] : [{ reason, sentence: BULK_REASON_SENTENCES[reason], count }];
  });
  return {
    ...{ id: change.id, act, label: change.label, direction: change.direction, state, total: change.total, processed: change.processed },
    counts: tally.states,
    reasons: reasons.sort((left, right) => right.count - left.count),
    canUndo: still && act.kind !== "delete" && tally.states.done > 0,
    canRedo: still && tally.states.undone > 0,
    canCancel: !still,
    createdAt: change.createdAt,
    endedAt: change.endedAt,
  };
}

function knownReason(reason: string | null): BulkReason | null {
  return BULK_REASONS.find((candidate) => candidate === reason) ?? null;
}

/** A bulk change that is not here. */
export function gone(): AppError {
  return appError("not_found", "This change is not here any more. Its calls may have been deleted.");
}
