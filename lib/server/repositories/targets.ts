import "server-only";
import type { Database } from "@/lib/server/db/database";

/** A Zelto that was spoken to: an origin under one key. Everything learned from it carries its id. */
export interface StoredTarget {
  readonly id: string;
  readonly kind: "sandbox" | "live";
  readonly origin: string;
  /** Keyed hash of the API key; the key itself is never stored. */
  readonly keyFingerprint: string;
  readonly keyLast4: string | null;
  readonly createdAt: number;
}

/** Remembers a target; a known one is left as it is. */
export async function saveTarget(db: Database, target: StoredTarget): Promise<void> {
  await db
    .insertInto("targets")
    .values(target)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** The target of that id, or null. */
export async function findTarget(db: Database, id: string): Promise<StoredTarget | null> {
  return (await db.selectFrom("targets").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}
