import "server-only";
import { sql } from "kysely";
import type { ReceiptGroup } from "@/lib/core/shapes/receipt/group-receipt";
import type { Database } from "@/lib/server/db/database";

/** A batch's leaves that went the same way, over how many calls. */
export interface StoredReceiptGroup extends ReceiptGroup {
  readonly calls: number;
}

/** Adds the receipts of some calls to a batch's sums. */
export async function addReceiptGroups(db: Database, batchId: string, groups: readonly StoredReceiptGroup[]): Promise<void> {
  for (const { kind, from, to, reason, leaves, calls } of groups) {
    await db
      .insertInto("receiptGroups")
      .values({ batchId, kind, fromPattern: from, toPattern: to, reason, leaves, calls })
      .onConflict((conflict) =>
        conflict.columns(["batchId", "kind", "fromPattern", "toPattern", "reason"]).doUpdateSet({
          leaves: sql`receipt_groups.leaves + excluded.leaves`,
          calls: sql`receipt_groups.calls + excluded.calls`,
        }),
      )
      .execute();
  }
}

/** A batch's sums, the largest first, at most `limit` of each kind of leaf. */
export async function listReceiptGroups(db: Database, batchId: string, limit: number): Promise<readonly StoredReceiptGroup[]> {
  const rows = await Promise.all(
    (["changed", "dropped", "carried"] as const).map((kind) =>
      db.selectFrom("receiptGroups").selectAll().where("batchId", "=", batchId).where("kind", "=", kind).orderBy("leaves", "desc").orderBy("fromPattern").limit(limit).execute(),
    ),
  );
  return rows.flat().map(({ kind, fromPattern, toPattern, reason, leaves, calls }) => ({ kind, from: fromPattern, to: toPattern, reason, leaves, calls }));
}
