import "server-only";
import { sql } from "kysely";
import type { Database } from "@/lib/server/db/database";

/** A signed-in browser; known by the hash of its cookie's value. */
export interface StoredSession {
  readonly idHash: string;
  readonly createdAt: number;
  readonly usedAt: number;
}

/** Keeps a new session. */
export async function insertSession(db: Database, session: StoredSession): Promise<void> {
  await db.insertInto("sessions").values(session).execute();
}

/** The session of that hash, or null. */
export async function findSession(db: Database, idHash: string): Promise<StoredSession | null> {
  return (await db.selectFrom("sessions").selectAll().where("idHash", "=", idHash).executeTakeFirst()) ?? null;
}

/** Notes that a session was used. */
export async function touchSession(db: Database, idHash: string, usedAt: number): Promise<void> {
  await db.updateTable("sessions").set({ usedAt }).where("idHash", "=", idHash).execute();
}

/** Ends a session. */
export async function deleteSession(db: Database, idHash: string): Promise<void> {
  await db.deleteFrom("sessions").where("idHash", "=", idHash).execute();
}

/** Removes sessions that have ended: made before `createdBefore` or unused since `usedBefore`. */
export async function sweepSessions(db: Database, limits: { readonly createdBefore: number; readonly usedBefore: number }): Promise<void> {
  await db
    .deleteFrom("sessions")
    .where((eb) => eb.or([eb("createdAt", "<", limits.createdBefore), eb("usedAt", "<", limits.usedBefore)]))
    .execute();
}

/**
 * Takes one of `limit` guesses inside a window, in one statement, so that guesses made at the same moment cannot share one.
 * False: none is left, and nothing may be compared.
 */
export async function takeGuess(db: Database, guess: { readonly id: string; readonly at: number }, window: { readonly since: number; readonly limit: number }): Promise<boolean> {
  await db.deleteFrom("guesses").where("at", "<=", window.since).execute();
  const result = await sql`insert into guesses (id, at) select ${guess.id}, ${guess.at} where (select count(*) from guesses) < ${window.limit}`.execute(db);
  return result.numAffectedRows === 1n;
}

/** Gives the guesses back after a right one. */
export async function clearGuesses(db: Database): Promise<void> {
  await db.deleteFrom("guesses").execute();
}
