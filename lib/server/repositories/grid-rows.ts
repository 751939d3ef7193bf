import "server-only";
import { sql } from "kysely";
import type { SourceShapeId } from "@/lib/core/shapes/shape";
import type { Fate } from "@/lib/core/uploads/fate";
import { decodeColumnText } from "@/lib/server/db/column-text";
import type { Database } from "@/lib/server/db/database";

/** What a grid sorts, filters and counts a call by. */
export interface GridFacts {
  readonly changeSeq: number;
  readonly id: string;
  readonly batchId: string;
  readonly position: number;
  readonly fate: Fate;
  readonly excluded: boolean;
  readonly shape: SourceShapeId;
  readonly externalId: string | null;
  /** The agent's external id, or its id where there is none. */
  readonly agent: string | null;
  readonly turns: number;
  readonly duration: number | null;
  readonly startedAt: number | null;
  readonly blocks: number;
  readonly loses: number;
  readonly odd: number;
  readonly news: number;
  readonly carried: number;
  readonly changed: number;
  readonly dropped: number;
  /** Ids of the causes of its problems. */
  readonly causes: readonly number[];
  /** External ids under which the target accepted it. */
  readonly sentIds: readonly string[];
}

/** As the statement below writes them. */
type Packed = readonly [
  number, string, string, number, Fate, 0 | 1, SourceShapeId, string | null, string | null, number, number | null, number | null, number, number, number, number,
  number, number, number, readonly number[], readonly string[],
];

/** Where reading goes on: behind the call that was written at that change. */
export interface GridPlace {
  readonly changeSeq: number;
  readonly id: string;
}

/**
 * Facts of calls written behind a place, in the order of their writing. They come as one JSON text: a hundred thousand rows of
 * twenty columns cost a tenth of what row by row costs. A page ends before `limit` only where there is no more.
 */
export async function readGridFacts(db: Database, targetId: string, after: GridPlace, limit: number): Promise<readonly GridFacts[]> {
  const { rows } = await sql<{ page: string }>`
    select json_group_array(json_array(change_seq, id, batch_id, position, fate, excluded, source_shape, external_id, agent, turn_count, duration_seconds, started_at,
      blocks, loses, odd, last_news_at, carried, changed, dropped,
      json((select json_group_array(cause_id) from call_problems where call_id = c.id)),
      json((select json_group_array(external_id) from uploads where call_id = c.id and +target_id = ${targetId} and accepted_at is not null and external_id is not null)))) as page
    from (select change_seq, id, batch_id, position, fate, excluded, source_shape, external_id, coalesce(agent_external_id, agent_id) as agent, turn_count, duration_seconds,
      started_at, blocks, loses, odd, last_news_at, carried, changed, dropped
      from calls indexed by calls_grid where (change_seq, id) > (${after.changeSeq}, ${after.id}) order by change_seq, id limit ${limit}) as c`.execute(db);
  const page = JSON.parse(rows[0]?.page ?? "[]") as readonly Packed[]; // the statement above wrote it just now
  return page.map(unpack);
}

function unpack(row: Packed): GridFacts {
  const [changeSeq, id, batchId, position, fate, excluded, shape, externalId, agent, turns, duration, startedAt, blocks, loses, odd, news, carried, changed, dropped, causes, sentIds] = row;
  return {
    ...{ changeSeq, id, batchId, position, fate, excluded: excluded === 1, shape, externalId: decoded(externalId), agent: decoded(agent), turns, duration, startedAt },
    ...{ blocks, loses, odd, news, carried, changed, dropped, causes, sentIds: sentIds.map(decodeColumnText) },
  };
}

function decoded(text: string | null): string | null {
  return text === null ? null : decodeColumnText(text);
}

/** Calls deleted behind a change. */
export async function listGoneCalls(db: Database, afterChange: number): Promise<readonly string[]> {
  const rows = await db.selectFrom("goneCalls").select("callId").where("changeSeq", ">", afterChange).execute();
  return rows.map(({ callId }) => callId);
}

/** Forgets which calls were deleted; only before anything holds a list of calls. */
export async function forgetGoneCalls(db: Database): Promise<void> {
  await db.deleteFrom("goneCalls").execute();
}

/** Name and age of every batch. */
export async function listBatchNames(db: Database): Promise<readonly { readonly id: string; readonly name: string; readonly createdAt: number }[]> {
  return db.selectFrom("batches").select(["id", "name", "createdAt"]).execute();
}
