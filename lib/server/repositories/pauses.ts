import "server-only";
import type { Database } from "@/lib/server/db/database";
import { bumpChange } from "./changes";

/** A reason for which sending to a target stands still. `scope` is `queue` or `provider:<header>`; one pause per scope. */
export interface StoredPause {
  readonly id: string;
  readonly targetId: string;
  readonly scope: string;
  readonly code: string;
  readonly sentence: string;
  readonly since: number;
  /** When a timed pause ends by itself; null waits for a person. */
  readonly until: number | null;
}

/** Sets a pause; one that stands already for that scope keeps its id and `since` and takes the newer reason. */
export async function savePause(db: Database, pause: StoredPause): Promise<void> {
  const { code, sentence, until } = pause;
  await db
    .insertInto("pauses")
    .values(pause)
    .onConflict((conflict) => conflict.columns(["targetId", "scope"]).doUpdateSet({ code, sentence, until }))
    .execute();
  await bumpChange(db);
}

/** A target's pauses, oldest first. */
export async function listPauses(db: Database, targetId: string): Promise<readonly StoredPause[]> {
  return db.selectFrom("pauses").selectAll().where("targetId", "=", targetId).orderBy("since").limit(20).execute();
}

/** Ends a pause. False: there was none. */
export async function deletePause(db: Database, id: string): Promise<boolean> {
  const result = await db.deleteFrom("pauses").where("id", "=", id).executeTakeFirst();
  if (result.numDeletedRows === 0n) return false;
  await bumpChange(db);
  return true;
}
