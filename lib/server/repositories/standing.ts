import "server-only";
import type { Provider } from "@/lib/core/shapes/shape";
import { PROVIDERS } from "@/lib/core/shapes/shape";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Database } from "@/lib/server/db/database";

/** How many calls stand at one of these fates. */
export async function countStanding(db: Database, fates: readonly Fate[]): Promise<number> {
  const row = await db.selectFrom("calls").select(({ fn }) => fn.countAll<number>().as("count")).where("fate", "in", [...fates]).executeTakeFirstOrThrow();
  return row.count;
}

/** How many uploads of a target wait behind a pause of that scope (`queue` or `provider:<header>`). */
export async function countWaiting(db: Database, targetId: string, scope: string): Promise<number> {
  const provider = providerOf(scope);
  let query = db.selectFrom("uploads").where("targetId", "=", targetId).where("fate", "=", "queued");
  if (provider) query = query.where("provider", "=", provider);
  const row = await query.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  return row.count;
}

/** How many uploads wait for a target other than this one. */
export async function countElsewhere(db: Database, targetId: string): Promise<number> {
  const row = await db
    .selectFrom("uploads")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("targetId", "!=", targetId)
    .where("fate", "in", ["queued", "held"])
    .executeTakeFirstOrThrow();
  return row.count;
}

function providerOf(scope: string): Provider | undefined {
  return PROVIDERS.find((provider) => scope === `provider:${provider}`);
}
