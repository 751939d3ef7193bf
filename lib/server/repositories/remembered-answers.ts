import "server-only";
import type { Database } from "@/lib/server/db/database";

/** An answer that holds for later intakes too. */
export interface RememberedAnswer {
  readonly key: string;
  readonly value: string;
  readonly at: number;
}

/** Keeps answers; a newer answer takes the place of an earlier one. */
export async function rememberAnswers(db: Database, answers: readonly RememberedAnswer[]): Promise<void> {
  for (const { key, value, at } of answers) {
    await db
      .insertInto("rememberedAnswers")
      .values({ key, value, at })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value, at }))
      .execute();
  }
}

/** The newest `limit` answers. */
export async function listRememberedAnswers(db: Database, limit: number): Promise<readonly RememberedAnswer[]> {
  return db.selectFrom("rememberedAnswers").selectAll().orderBy("at", "desc").orderBy("key").limit(limit).execute();
}

/** Forgets one answer, or all where no key is given. Answers how many there were. */
export async function forgetAnswers(db: Database, key: string | null): Promise<number> {
  const all = db.deleteFrom("rememberedAnswers");
  const result = await (key === null ? all : all.where("key", "=", key)).executeTakeFirst();
  return Number(result.numDeletedRows);
}
