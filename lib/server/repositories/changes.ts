import "server-only";
import { sql } from "kysely";
import type { Database } from "@/lib/server/db/database";

/**
 * Moves the change sequence by one. Each write that a person could see does this in its own transaction; pages refetch when
 * the number moves.
 */
export async function bumpChange(db: Database): Promise<void> {
  if (gathering.has(db)) return;
  await db
    .updateTable("changes")
    .set({ seq: sql`seq + 1` })
    .where("id", "=", 1)
    .execute();
}

/** Transactions whose moves of the sequence are made as one, at their end. */
const gathering = new WeakSet<Database>();

/** Lets many writes of one transaction move the change sequence once: for work that writes hundreds of rows at a time. */
export async function gatherChanges<Value>(trx: Database, work: () => Promise<Value>): Promise<Value> {
  gathering.add(trx);
  const value = await work();
  gathering.delete(trx);
  await bumpChange(trx);
  return value;
}

/**
 * The number that the change sequence will have once the write at hand has moved it. Every write of what a grid shows puts it into
 * the row, so that what holds lists of calls reads only the rows that are new.
 */
export const NEXT_CHANGE = "(select seq + 1 from changes)";
export const nextChange = sql<number>`${sql.raw(NEXT_CHANGE)}`;

/** The newest number of the change sequence. */
export async function readChange(db: Database): Promise<number> {
  const row = await db.selectFrom("changes").select("seq").where("id", "=", 1).executeTakeFirstOrThrow();
  return row.seq;
}
