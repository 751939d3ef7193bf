import "server-only";
import { sql } from "kysely";
import type { ProblemCause } from "@/lib/core/problems/problem-cause";
import { PROBLEM_CODES, type ProblemCode } from "@/lib/core/problems/problem-codes";
import type { ProblemLevel } from "@/lib/core/problems/problem";
import type { Database } from "@/lib/server/db/database";
import { insertRow } from "./insert-row";

/** Ours: a call with more different causes than this is a shape of its own; the first, which are the worst, are kept. */
const MAX_CAUSES = 30;

/** A cause as it is kept. */
export interface StoredCause {
  readonly id: number;
  readonly key: string;
  readonly code: ProblemCode;
  readonly level: ProblemLevel;
  readonly pattern: string;
  readonly title: string;
  readonly why: string;
  readonly losesAll: boolean;
  readonly fix: { readonly id: string; readonly label: string } | null;
}

/**
 * Writes down which causes a call has, in place of earlier ones; nothing is written where they are the same. Done in the
 * transaction that judges the call.
 */
export async function replaceCallProblems(db: Database, callId: string, causes: readonly ProblemCause[]): Promise<void> {
  const wanted = await rowsOf(db, callId, causes);
  const earlier = await db.selectFrom("callProblems").select(["causeId", "count"]).where("callId", "=", callId).execute();
  if (earlier.length === wanted.length && wanted.every((row) => earlier.some(({ causeId, count }) => causeId === row.causeId && count === row.count))) return;
  if (earlier.length > 0) await db.deleteFrom("callProblems").where("callId", "=", callId).execute();
  if (wanted.length > 0) await db.insertInto("callProblems").values(wanted).execute();
}

/** The same for a call that was just made. `known` are ids of causes by their keys, which the calls of one chunk share. */
export async function insertCallProblems(db: Database, callId: string, causes: readonly ProblemCause[], known: Map<string, number>): Promise<void> {
  for (const row of await rowsOf(db, callId, causes, known)) await insertRow(db, "callProblems", row);
}

async function rowsOf(db: Database, callId: string, causes: readonly ProblemCause[], known = new Map<string, number>()): Promise<{ callId: string; causeId: number; count: number }[]> {
  const counts = new Map<string, { readonly cause: ProblemCause; count: number }>();
  for (const cause of causes) {
    const counted = counts.get(cause.key);
    if (counted) counted.count += 1;
    else if (counts.size < MAX_CAUSES) counts.set(cause.key, { cause, count: 1 });
  }
  const missing = [...counts.values()].flatMap(({ cause }) => (known.has(cause.key) ? [] : [cause]));
  for (const [key, id] of await causeIds(db, missing)) known.set(key, id);
  return [...counts].flatMap(([key, { count }]) => {
    const causeId = known.get(key);
    return causeId === undefined ? [] : [{ callId, causeId, count }];
  });
}

/** Ids of causes by their keys; new ones are made. */
async function causeIds(db: Database, causes: readonly ProblemCause[]): Promise<ReadonlyMap<string, number>> {
  if (causes.length === 0) return new Map();
  const keys = causes.map(({ key }) => key);
  const known = await db.selectFrom("problemCauses").select(["id", "key"]).where("key", "in", keys).execute();
  const ids = new Map(known.map(({ id, key }) => [key, id]));
  for (const { fix, losesAll, ...plain } of causes) {
    if (ids.has(plain.key)) continue;
    const row = { ...plain, losesAll: losesAll ? (1 as const) : (0 as const), fixId: fix?.id ?? null, fixLabel: fix?.label ?? null };
    const { id } = await db.insertInto("problemCauses").values(row).returning("id").executeTakeFirstOrThrow();
    ids.set(plain.key, id);
  }
  return ids;
}

/** A cause, or null. */
export async function findCause(db: Database, id: number): Promise<StoredCause | null> {
  const [cause] = await listCauses(db, [id]);
  return cause ?? null;
}

/** Causes by their ids, in no order. At most some hundreds at once. */
export async function listCauses(db: Database, ids: readonly number[]): Promise<readonly StoredCause[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("problemCauses").selectAll().where("id", "in", [...ids]).execute();
  return rows.flatMap(({ code, losesAll, fixId, fixLabel, ...plain }) => {
    const known = PROBLEM_CODES.find((candidate) => candidate === code);
    const fix = fixId !== null && fixLabel !== null ? { id: fixId, label: fixLabel } : null;
    return known === undefined ? [] : [{ ...plain, code: known, losesAll: losesAll === 1, fix }];
  });
}

/** Forgets causes that no call has any more: their words come from calls. */
export async function deleteUnusedCauses(db: Database): Promise<void> {
  await sql`delete from problem_causes where not exists (select 1 from call_problems where cause_id = problem_causes.id)`.execute(db);
}
