import "server-only";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Database } from "@/lib/server/db/database";
import { bumpChange } from "./changes";

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

/** Appends to a call's timeline. */
export async function insertTimelineEntry(db: Database, entry: StoredTimelineEntry): Promise<void> {
  await db.insertInto("timeline").values(entry).execute();
  await bumpChange(db);
}

/** A call's timeline, newest first, at most 500. */
export async function listTimeline(db: Database, callId: string): Promise<readonly StoredTimelineEntry[]> {
  return db.selectFrom("timeline").selectAll().where("callId", "=", callId).orderBy("at", "desc").orderBy("id", "desc").limit(500).execute();
}
