import "server-only";
import type { Database } from "@/lib/server/db/database";
import { bumpChange } from "./changes";

/** Whether a target answers one of the undocumented reads, as last tried. */
export interface StoredCapability {
  readonly targetId: string;
  readonly name: string;
  readonly state: "untried" | "answers" | "missing";
  readonly status: number | null;
  readonly checkedAt: number | null;
}

/** Remembers what a read answered. The change sequence moves only when the state did. */
export async function saveCapability(db: Database, capability: StoredCapability): Promise<void> {
  const { targetId, name, state, status, checkedAt } = capability;
  const before = await db.selectFrom("capabilities").select("state").where("targetId", "=", targetId).where("name", "=", name).executeTakeFirst();
  await db
    .insertInto("capabilities")
    .values(capability)
    .onConflict((conflict) => conflict.columns(["targetId", "name"]).doUpdateSet({ state, status, checkedAt }))
    .execute();
  if (before?.state !== state) await bumpChange(db);
}

/** What is known of a target's reads. */
export async function listCapabilities(db: Database, targetId: string): Promise<readonly StoredCapability[]> {
  return db.selectFrom("capabilities").selectAll().where("targetId", "=", targetId).execute();
}

/** Forgets it, so that the next read tries again. */
export async function forgetCapabilities(db: Database, targetId: string): Promise<void> {
  await db.deleteFrom("capabilities").where("targetId", "=", targetId).execute();
  await bumpChange(db);
}
