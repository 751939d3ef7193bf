import "server-only";
import { sql, type SelectQueryBuilder } from "kysely";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Database } from "@/lib/server/db/database";
import type { Schema } from "@/lib/server/db/schema";
import { CALL_COLUMNS, toCall, type StoredCall } from "./calls";

/** Which calls are wanted. Fields left out do not narrow. */
export interface CallSelection {
  readonly fates?: readonly Fate[];
  /** An agent's external id, or its id where there is none. */
  readonly agent?: string;
  readonly batchId?: string;
  /** Only these calls: what a search found. */
  readonly ids?: readonly string[];
}

/** A call in a list, with its batch's name. */
export interface ListedCall {
  readonly call: StoredCall;
  readonly batchName: string;
}

/** Where a page of a list begins: behind this call. Inside a batch the order is by position, else newest news first. */
export interface ListPlace {
  readonly key: number;
  readonly id: string;
}

const agentOf = sql<string | null>`coalesce(calls.agent_external_id, calls.agent_id)`;

/** One page of calls, at most `limit`. */
export async function listCalls(db: Database, selection: CallSelection, page: { readonly after: ListPlace | null; readonly limit: number }): Promise<readonly ListedCall[]> {
  let query = narrowed(db.selectFrom("calls"), selection);
  if (selection.batchId === undefined) {
    query = query.orderBy("calls.lastNewsAt", "desc").orderBy("calls.id", "desc");
    if (page.after) query = query.where(sql<boolean>`(calls.last_news_at, calls.id) < (${page.after.key}, ${page.after.id})`);
  } else {
    query = query.orderBy("calls.position");
    if (page.after) query = query.where("calls.position", ">", page.after.key);
  }
  const rows = await query.innerJoin("batches", "batches.id", "calls.batchId").select(CALL_COLUMNS).select("batches.name as batchName").limit(page.limit).execute();
  return rows.map(({ batchName, ...row }) => ({ call: toCall(row), batchName }));
}

/** Calls by their ids, in no order; those that are gone are left out. */
export async function listCallsById(db: Database, ids: readonly string[]): Promise<readonly ListedCall[]> {
  const rows = await narrowed(db.selectFrom("calls"), { ids }).innerJoin("batches", "batches.id", "calls.batchId").select(CALL_COLUMNS).select("batches.name as batchName").execute();
  return rows.map(({ batchName, ...row }) => ({ call: toCall(row), batchName }));
}

/** The place behind a call, for the next page. */
export function placeOf(call: StoredCall, selection: CallSelection): ListPlace {
  return { key: selection.batchId === undefined ? call.lastNewsAt : call.position, id: call.id };
}

/** How many of the selected calls stand at each fate. */
export async function countByFate(db: Database, selection: CallSelection): Promise<readonly { readonly fate: Fate; readonly count: number }[]> {
  return narrowed(db.selectFrom("calls"), selection)
    .select(["calls.fate", ({ fn }) => fn.countAll<number>().as("count")])
    .groupBy("calls.fate")
    .execute();
}

/** Agents of the selected calls, the most frequent first. */
export async function countByAgent(db: Database, selection: CallSelection): Promise<readonly { readonly agent: string; readonly count: number }[]> {
  const rows = await narrowed(db.selectFrom("calls"), selection)
    .select([agentOf.as("agent"), ({ fn }) => fn.countAll<number>().as("count")])
    .groupBy(agentOf)
    .orderBy("count", "desc")
    .limit(201)
    .execute();
  return rows.flatMap(({ agent, count }) => (agent === null ? [] : [{ agent, count }])).slice(0, 200);
}

/** Batches of the selected calls, the newest first. */
export async function countByBatch(db: Database, selection: CallSelection): Promise<readonly { readonly id: string; readonly name: string; readonly count: number }[]> {
  // Counted before the join: the index on batches alone answers it.
  const counted = narrowed(db.selectFrom("calls"), selection)
    .select(["calls.batchId", ({ fn }) => fn.countAll<number>().as("count")])
    .groupBy("calls.batchId");
  return db
    .with("counted", () => counted)
    .selectFrom("counted")
    .innerJoin("batches", "batches.id", "counted.batchId")
    .select(["batches.id", "batches.name", "counted.count"])
    .orderBy("batches.createdAt", "desc")
    .limit(50)
    .execute();
}

/** The calls beside one in its batch, and its place from 1. */
export async function findNeighbours(
  db: Database,
  call: Pick<StoredCall, "batchId" | "position">,
): Promise<{ readonly previousId: string | null; readonly nextId: string | null; readonly place: number; readonly total: number }> {
  const inBatch = db.selectFrom("calls").where("batchId", "=", call.batchId);
  const previous = await inBatch.select("id").where("position", "<", call.position).orderBy("position", "desc").limit(1).executeTakeFirst();
  const next = await inBatch.select("id").where("position", ">", call.position).orderBy("position").limit(1).executeTakeFirst();
  const counted = await inBatch
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .select(sql<number>`count(*) filter (where position <= ${call.position})`.as("place"))
    .executeTakeFirstOrThrow();
  return { previousId: previous?.id ?? null, nextId: next?.id ?? null, place: counted.place, total: counted.total };
}

function narrowed<Output>(query: SelectQueryBuilder<Schema, "calls", Output>, selection: CallSelection): SelectQueryBuilder<Schema, "calls", Output> {
  let chosen = query;
  if (selection.fates) chosen = chosen.where("calls.fate", "in", [...selection.fates]);
  if (selection.agent !== undefined) chosen = chosen.where(agentOf, "=", selection.agent);
  if (selection.batchId !== undefined) chosen = chosen.where("calls.batchId", "=", selection.batchId);
  // One parameter however many ids there are.
  if (selection.ids) chosen = chosen.where(sql<boolean>`calls.id in (select value from json_each(${JSON.stringify(selection.ids)}))`);
  return chosen;
}
