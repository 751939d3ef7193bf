import "server-only";
import { sql } from "kysely";
import type { Database } from "@/lib/server/db/database";

/**
 * Moves the change sequence by one. Each write that a person could see does this in its own transaction; pages refetch when
 * the number moves.
 */
export async function bumpChange(db: Database): Promise<void> {
  await db
    .updateTable("changes")
    .set({ seq: sql`seq + 1` })
    .where("id", "=", 1)
    .execute();
}

/** The newest number of the change sequence. */
export async function readChange(db: Database): Promise<number> {
  const row = await db.selectFrom("changes").select("seq").where("id", "=", 1).executeTakeFirstOrThrow();
  return row.seq;
}
