import "server-only";
import { sql, type Selectable } from "kysely";
import * as z from "zod";
import type { Database } from "@/lib/server/db/database";
import type { Schema } from "@/lib/server/db/schema";
import { bumpChange } from "./changes";
import { readJsonColumn } from "./json-column";

const ITEM_STATES = ["done", "unchanged", "skipped", "failed", "undone", "left"] as const;
export type StoredItemState = (typeof ITEM_STATES)[number];

const TallySchema = z.strictObject({ states: z.record(z.enum(ITEM_STATES), z.int()), reasons: z.record(z.string(), z.int()) });

/** How many calls of a bulk change stand at each state, and for which reasons calls were not changed. */
export type BulkTally = z.output<typeof TallySchema>;

/** A change of many calls. */
export interface StoredBulkChange {
  readonly id: string;
  /** As ordered; the service that runs it knows its form. */
  readonly act: unknown;
  readonly label: string;
  readonly direction: "do" | "undo" | "redo";
  readonly state: "waiting" | "running" | "ended" | "cancelled";
  readonly total: number;
  readonly processed: number;
  readonly tally: BulkTally;
  readonly createdAt: number;
  /** When the run under way began. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

/** A tally of nothing. */
export const EMPTY_TALLY: BulkTally = { states: { done: 0, unchanged: 0, skipped: 0, failed: 0, undone: 0, left: 0 }, reasons: {} };

const ID_CHARS = 36;

/** Keeps a new bulk change with the ids of its calls. */
export async function insertBulkChange(db: Database, change: StoredBulkChange, callIds: readonly string[]): Promise<void> {
  const { act, tally, ...plain } = change;
  await db.insertInto("bulkChanges").values({ ...plain, actJson: bytesOf(JSON.stringify(act)), tallyJson: JSON.stringify(tally) }).execute();
  await db.insertInto("bulkSelections").values({ changeId: change.id, ids: bytesOf(callIds.join("")) }).execute();
  await bumpChange(db);
}

/** A bulk change, or null. */
export async function findBulkChange(db: Database, id: string): Promise<StoredBulkChange | null> {
  const row = await db.selectFrom("bulkChanges").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toChange(row) : null;
}

/** The newest bulk changes. */
export async function listBulkChanges(db: Database, limit: number): Promise<readonly StoredBulkChange[]> {
  const rows = await db.selectFrom("bulkChanges").selectAll().orderBy("number", "desc").limit(limit).execute();
  return rows.map(toChange);
}

/** The bulk change whose turn it is: the one that runs, else the one that waits longest; null where none is open. */
export async function findOpenBulkChange(db: Database): Promise<StoredBulkChange | null> {
  const row = await db.selectFrom("bulkChanges").selectAll().where("state", "in", ["waiting", "running"]).orderBy("state").orderBy("startedAt").orderBy("number").limit(1).executeTakeFirst();
  return row ? toChange(row) : null;
}

/** Ids of the calls that a change was ordered for, in their order. */
export async function findSelection(db: Database, changeId: string): Promise<readonly string[]> {
  const row = await db.selectFrom("bulkSelections").select("ids").where("changeId", "=", changeId).executeTakeFirst();
  const text = row ? new TextDecoder().decode(row.ids) : "";
  return Array.from({ length: text.length / ID_CHARS }, (_, index) => text.slice(index * ID_CHARS, (index + 1) * ID_CHARS));
}

/** Moves a bulk change on. */
export async function updateBulkChange(db: Database, id: string, changes: Partial<Omit<StoredBulkChange, "id" | "act">>): Promise<void> {
  const { tally, ...plain } = changes;
  await db
    .updateTable("bulkChanges")
    .set({ ...plain, ...(tally === undefined ? {} : { tallyJson: JSON.stringify(tally) }) })
    .where("id", "=", id)
    .execute();
  await bumpChange(db);
}

/** Forgets ended changes of which no call is here any more: what was ordered may hold words of theirs. */
export async function deleteEmptyBulkChanges(db: Database): Promise<void> {
  await sql`delete from bulk_changes where state in ('ended', 'cancelled') and not exists (select 1 from bulk_items where change_id = bulk_changes.id)`.execute(db);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function toChange(row: Selectable<Schema["bulkChanges"]>): StoredBulkChange {
  const { id, label, direction, state, total, processed, createdAt, startedAt, endedAt } = row;
  const act = JSON.parse(new TextDecoder().decode(row.actJson)) as unknown;
  return { id, act, label, direction, state, total, processed, tally: readJsonColumn(TallySchema, row.tallyJson), createdAt, startedAt, endedAt };
}
