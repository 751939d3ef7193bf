import "server-only";
import type { Selectable } from "kysely";
import type { Database } from "@/lib/server/db/database";
import type { Schema } from "@/lib/server/db/schema";
import { bumpChange } from "./changes";

/** An agent of a target as last seen. */
export interface StoredAgent {
  readonly targetId: string;
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly provider: string | null;
  /** As Zelto answered it. */
  readonly json: string;
  readonly seenAt: number;
  /** Named by a list of Zelto's, not only by an answer or a landing. */
  readonly listed: boolean;
}

/** Keeps agents as seen now; a known one is replaced, and stays `listed` once it was. */
export async function saveAgents(db: Database, agents: readonly StoredAgent[]): Promise<void> {
  for (const agent of agents) {
    const row = { ...agent, listed: agent.listed ? (1 as const) : (0 as const) };
    await db
      .insertInto("agents")
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(["targetId", "id"]).doUpdateSet({
          externalId: row.externalId,
          name: row.name,
          provider: row.provider,
          json: row.json,
          seenAt: row.seenAt,
          ...(agent.listed ? { listed: 1 as const } : {}),
        }),
      )
      .execute();
  }
  if (agents.length > 0) await bumpChange(db);
}

/** A target's agents by name. */
export async function listAgents(db: Database, targetId: string): Promise<readonly StoredAgent[]> {
  const rows = await db.selectFrom("agents").selectAll().where("targetId", "=", targetId).orderBy("name").limit(2_000).execute();
  return rows.map(toAgent);
}

/** An agent of a target, or null. */
export async function findAgent(db: Database, targetId: string, id: string): Promise<StoredAgent | null> {
  const row = await db.selectFrom("agents").selectAll().where("targetId", "=", targetId).where("id", "=", id).executeTakeFirst();
  return row ? toAgent(row) : null;
}

function toAgent(row: Selectable<Schema["agents"]>): StoredAgent {
  return { ...row, listed: row.listed === 1 };
}
