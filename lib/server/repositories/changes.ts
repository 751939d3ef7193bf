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

/**
 * The number that the change sequence will have once the write at hand has moved it. Every write of what a grid shows puts it into
 * the row, so that what holds lists of calls reads only the rows that are new.
 */
export const nextChange = sql<number>`(select seq + 1 from changes)`;

/** The newest number of the change sequence. */
export async function readChange(db: Database): Promise<number> {
  const row = await db.selectFrom("changes").select("seq").where("id", "=", 1).executeTakeFirstOrThrow();
  return row.seq;
}
