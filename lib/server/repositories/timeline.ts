import "server-only";
import { sql } from "kysely";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Database } from "@/lib/server/db/database";
import { bumpChange } from "./changes";
import { insertRow } from "./insert-row";

/** One thing that happened to a call, in words for people. */
export interface StoredTimelineEntry {
  readonly id: string;
  readonly callId: string;
  readonly at: number;
  readonly kind: "taken-in" | "edited" | "upload" | "attempt" | "fate" | "bucket" | "note";
  readonly fate: Fate | null;
  readonly title: string;
  readonly sentence: string;
  readonly attemptId: string | null;
}

/** The first entry of a call that is being made; whoever makes it moves the change sequence. */
export async function insertFirstEntry(db: Database, entry: StoredTimelineEntry): Promise<void> {
  await insertRow(db, "timeline", entry);
}

/** Appends to a call's timeline. */
export async function insertTimelineEntry(db: Database, entry: StoredTimelineEntry): Promise<void> {
  await db.insertInto("timeline").values(entry).execute();
  await bumpChange(db);
}

/** A call's timeline, newest first, at most 500; what happened in one millisecond stands in the order it was written. */
export async function listTimeline(db: Database, callId: string): Promise<readonly StoredTimelineEntry[]> {
  return db.selectFrom("timeline").selectAll().where("callId", "=", callId).orderBy("at", "desc").orderBy(sql`rowid`, "desc").limit(500).execute();
}

/** Notes an edit: one entry stands for all edits that follow each other, with the time of the newest. */
export async function noteEdited(db: Database, entry: { readonly id: string; readonly callId: string; readonly at: number }): Promise<void> {
  const newest = await db.selectFrom("timeline").select(["id", "kind"]).where("callId", "=", entry.callId).orderBy("at", "desc").orderBy(sql`rowid`, "desc").limit(1).executeTakeFirst();
  if (newest?.kind === "edited") {
    await db.updateTable("timeline").set({ at: entry.at }).where("id", "=", newest.id).execute();
    await bumpChange(db);
    return;
  }
  await insertTimelineEntry(db, { ...entry, kind: "edited", fate: null, title: "Edited", sentence: "Changed here; nothing was sent.", attemptId: null });
}
