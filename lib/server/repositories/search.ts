import "server-only";
import { sql } from "kysely";
import type { Database } from "@/lib/server/db/database";
import { insertRow } from "./insert-row";

/** Puts a call's words into the search index, in place of earlier ones. */
export async function indexWords(db: Database, callId: string, words: string): Promise<void> {
  await forgetWords(db, [callId]);
  await indexNewWords(db, callId, words);
  await db.updateTable("calls").set({ searchStale: 0 }).where("id", "=", callId).execute();
}

/** Puts the words of a call that was just made into the search index. */
export async function indexNewWords(db: Database, callId: string, words: string): Promise<void> {
  const rowid = await insertRow(db, "searchKeys", { callId });
  if (rowid === undefined) throw new Error("The search index gave no number for a call");
  await insertRow(db, "search", { rowid: Number(rowid), words });
}

/** Takes calls out of the search index. */
export async function forgetWords(db: Database, callIds: readonly string[]): Promise<void> {
  const keys = await db.selectFrom("searchKeys").select("rowid").where("callId", "in", [...callIds]).execute();
  if (keys.length === 0) return;
  const rows = keys.map(({ rowid }) => rowid);
  await db.deleteFrom("search").where("rowid", "in", rows).execute();
  await db.deleteFrom("searchKeys").where("rowid", "in", rows).execute();
}

/** Empties the search index. */
export async function forgetAllWords(db: Database): Promise<void> {
  await db.deleteFrom("search").execute();
  await db.deleteFrom("searchKeys").execute();
}

/** Calls whose draft is newer than their words in the index. */
export async function listStaleSearch(db: Database, limit: number): Promise<readonly string[]> {
  // Written out: with a parameter SQLite cannot know that the index of stale calls answers it, and reads all calls.
  const rows = await db.selectFrom("calls").select("id").where(sql<boolean>`search_stale = 1`).limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** Words of fewer characters than this are not in a trigram index. */
export const INDEXED_CHARS = 3;
/**
 * Ours: a search answers the newest so many calls. A word that stands in 100,000 calls tells nothing, and counting them all
 * would hold up everything else for a second.
 */
const MAX_MATCHES = 5_000;

/**
 * Ids of the calls in which every word of a search is found: longer words anywhere in the indexed text, shorter ones in the
 * ids and the agent's name. Words are data: quotes and wildcards in them mean themselves. Null where there is no word.
 */
export async function findMatches(db: Database, search: string): Promise<readonly string[] | null> {
  const words = search.split(/\s+/u).filter((word) => word !== "").slice(0, 20);
  if (words.length === 0) return null;
  const indexed = words.filter((word) => Array.from(word).length >= INDEXED_CHARS);
  const short = words.filter((word) => Array.from(word).length < INDEXED_CHARS).map(inNames);
  if (indexed.length === 0) {
    const { rows } = await sql<{ id: string }>`select id from calls where ${sql.join(short, sql` and `)} order by last_news_at desc limit ${MAX_MATCHES}`.execute(db);
    return rows.map(({ id }) => id);
  }
  const query = indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(" ");
  const found = sql`select calls.id from (select rowid from search where search match ${query} order by rowid desc limit ${MAX_MATCHES}) as hits
    join search_keys on search_keys.rowid = hits.rowid join calls on calls.id = search_keys.call_id`;
  const { rows } = await sql<{ id: string }>`${found} where ${short.length === 0 ? sql`1` : sql.join(short, sql` and `)}`.execute(db);
  return rows.map(({ id }) => id);
}

function inNames(word: string) {
  const pattern = `%${word.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return sql<boolean>`(coalesce(calls.external_id, '') || ' ' || coalesce(calls.agent_external_id, '') || ' ' || coalesce(calls.agent_name, '')) like ${pattern} escape '\\'`;
}
