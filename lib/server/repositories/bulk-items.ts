import "server-only";
import type { Database } from "@/lib/server/db/database";
import { nextChange } from "./changes";
import type { StoredItemState } from "./bulk-changes";

/** What became of one call of a bulk change. */
export interface StoredBulkItem {
  readonly ordinal: number;
  readonly callId: string;
  readonly state: StoredItemState;
  readonly reason: string | null;
  /** The draft's step that made the change. */
  readonly stepId: string | null;
  /** For changes outside of the draft: what stood there before, as JSON. */
  readonly beforeJson: string | null;
}

/** How many rows go into one statement. */
const CHUNK = 500;

/** Writes down what became of calls. */
export async function insertBulkItems(db: Database, changeId: string, items: readonly StoredBulkItem[]): Promise<void> {
  for (let at = 0; at < items.length; at += CHUNK) {
    await db
      .insertInto("bulkItems")
      .values(items.slice(at, at + CHUNK).map((item) => ({ ...item, changeId })))
      .execute();
  }
}

/** The next calls of a change that stand at a state: the last first when it is taken back, the first first when it is brought back. */
export async function listNextItems(db: Database, changeId: string, next: { readonly state: StoredItemState; readonly order: "asc" | "desc"; readonly limit: number }): Promise<readonly StoredBulkItem[]> {
  return db
    .selectFrom("bulkItems")
    .select(["ordinal", "callId", "state", "reason", "stepId", "beforeJson"])
    .where("changeId", "=", changeId)
    .where("state", "=", next.state)
    .orderBy("ordinal", next.order)
    .limit(next.limit)
    .execute();
}

/** Moves one call of a change to another state. */
export async function updateBulkItem(db: Database, changeId: string, item: StoredBulkItem): Promise<void> {
  const { ordinal, state, reason, stepId, beforeJson } = item;
  await db.updateTable("bulkItems").set({ state, reason, stepId, beforeJson }).where("changeId", "=", changeId).where("ordinal", "=", ordinal).execute();
}

/** A page of a change's calls with their present external ids. */
export async function listBulkItems(
  db: Database,
  changeId: string,
  page: { readonly state: StoredItemState | null; readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly items: readonly { readonly callId: string; readonly externalId: string | null; readonly state: StoredItemState; readonly reason: string | null }[] }> {
  let query = db.selectFrom("bulkItems").where("changeId", "=", changeId);
  if (page.state !== null) query = query.where("bulkItems.state", "=", page.state);
  const { total } = await query.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const items = await query
    .innerJoin("calls", "calls.id", "bulkItems.callId")
    .select(["bulkItems.callId", "calls.externalId", "bulkItems.state", "bulkItems.reason"])
    .orderBy("bulkItems.ordinal")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return { total, items };
}

/** Leaves a call out of uploads, or takes it back in. */
export async function setExcluded(db: Database, callId: string, excluded: boolean, at: number): Promise<void> {
  await db.updateTable("calls").set({ excluded: excluded ? 1 : 0, lastNewsAt: at, changeSeq: nextChange }).where("id", "=", callId).execute();
}

/** Chooses the bucket that a call is added to once it has landed. */
export async function setPlannedBucket(db: Database, callId: string, bucketId: string | null): Promise<void> {
  await db.updateTable("calls").set({ plannedBucketId: bucketId, changeSeq: nextChange }).where("id", "=", callId).execute();
}
