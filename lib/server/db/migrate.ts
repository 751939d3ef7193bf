import "server-only";
import { sql } from "kysely";
import type { Database } from "./database";
import type { Migration } from "./migration";

/**
 * Brings the store to the newest form, each step in a transaction of its own: a process that dies in between leaves the old
 * form or the new one. Run under the owner lock.
 * @throws when the store was written by a newer Intake, whose tables this one cannot read.
 */
export async function migrate(db: Database, migrations: readonly Migration[], now: () => number): Promise<{ readonly applied: readonly number[] }> {
  await sql`create table if not exists migrations (number integer primary key, name text not null, applied_at integer not null) strict`.execute(db);
  const done = await db.selectFrom("migrations").select("number").orderBy("number").execute();
  const newest = done.at(-1)?.number ?? 0;
  const known = migrations.at(-1)?.number ?? 0;
  if (newest > known) throw new Error(`The data folder was written by a newer Intake (store form ${newest}, this one knows ${known}). Nothing was changed.`);
  const applied: number[] = [];
  for (const migration of migrations.filter(({ number }) => number > newest)) {
    await db.transaction().execute(async (trx) => {
      for (const statement of migration.statements) await sql.raw(statement).execute(trx);
      await trx.insertInto("migrations").values({ number: migration.number, name: migration.name, appliedAt: now() }).execute();
    });
    applied.push(migration.number);
  }
  return { applied };
}
