import "server-only";
import { sql } from "kysely";
import * as z from "zod";
import { NO_ANSWERS, type Answers } from "@/lib/core/shapes/answers";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Database } from "@/lib/server/db/database";
import { bumpChange } from "./changes";
import { readJsonColumn } from "./json-column";

const NotesSchema = z.array(z.string());
const AnswersSchema = z.record(z.string(), z.string());

/** The calls of one intake. */
export interface StoredBatch {
  readonly id: string;
  readonly name: string;
  readonly kind: "paste" | "file" | "sample" | "blank";
  /** How many records the page found; `complete` once all are on disk. */
  readonly recordCount: number;
  /** How many sources it has; fewer may have been announced so far. */
  readonly sourceCount: number;
  readonly complete: boolean;
  readonly createdAt: number;
}

/** The bytes a person gave, described; the bytes themselves stand in its calls. */
export interface StoredSource {
  readonly id: string;
  readonly batchId: string;
  readonly ordinal: number;
  readonly name: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly notes: readonly string[];
}

/** Without the answers, which can be large. */
const BATCH_COLUMNS = ["id", "name", "kind", "recordCount", "sourceCount", "complete", "createdAt"] as const;

/** Keeps a new batch with what was answered for it and the sources that are known so far. */
export async function insertBatch(db: Database, batch: Omit<StoredBatch, "sourceCount"> & { readonly sourceCount?: number }, sources: readonly StoredSource[], answers: Answers = NO_ANSWERS): Promise<void> {
  await db
    .insertInto("batches")
    .values({ ...batch, sourceCount: batch.sourceCount ?? sources.length, complete: batch.complete ? 1 : 0, answersJson: JSON.stringify(answers) })
    .execute();
  await insertSources(db, sources);
  await bumpChange(db);
}

/** Keeps further sources of a batch. */
export async function insertSources(db: Database, sources: readonly StoredSource[]): Promise<void> {
  for (const { notes, ...plain } of sources) {
    await db
      .insertInto("sources")
      .values({ ...plain, notesJson: JSON.stringify(notes) })
      .execute();
  }
}

/** What a person has said about how a batch's sources are to be read. */
export async function findAnswers(db: Database, batchId: string): Promise<Answers> {
  const row = await db.selectFrom("batches").select("answersJson").where("id", "=", batchId).executeTakeFirst();
  return row ? readJsonColumn(AnswersSchema, row.answersJson) : NO_ANSWERS;
}

/** A batch, or null. */
export async function findBatch(db: Database, id: string): Promise<StoredBatch | null> {
  const row = await db.selectFrom("batches").select(BATCH_COLUMNS).where("id", "=", id).executeTakeFirst();
  return row ? { ...row, complete: row.complete === 1 } : null;
}

/** The newest batches. */
export async function listBatches(db: Database, limit: number): Promise<readonly StoredBatch[]> {
  const rows = await db.selectFrom("batches").select(BATCH_COLUMNS).orderBy("createdAt", "desc").orderBy("id").limit(limit).execute();
  return rows.map((row) => ({ ...row, complete: row.complete === 1 }));
}

/** A batch's sources in order, from a place on, at most `limit`. */
export async function listSources(db: Database, batchId: string, page: { readonly from: number; readonly limit: number }): Promise<readonly StoredSource[]> {
  const rows = await db.selectFrom("sources").selectAll().where("batchId", "=", batchId).where("ordinal", ">=", page.from).orderBy("ordinal").limit(page.limit).execute();
  return rows.map(({ notesJson, ...plain }) => ({ ...plain, notes: readJsonColumn(NotesSchema, notesJson) }));
}

/** How many of a batch's sources are known. They are announced in order, so this is the place of the next. */
export async function countSources(db: Database, batchId: string): Promise<number> {
  const { count } = await db.selectFrom("sources").select(({ fn }) => fn.countAll<number>().as("count")).where("batchId", "=", batchId).executeTakeFirstOrThrow();
  return count;
}

/** Ids and names of some of a batch's sources by their places. */
export async function findSourcesAt(db: Database, batchId: string, ordinals: readonly number[]): Promise<ReadonlyMap<number, Pick<StoredSource, "id" | "name">>> {
  const rows = await db.selectFrom("sources").select(["id", "name", "ordinal"]).where("batchId", "=", batchId).where("ordinal", "in", [...ordinals]).execute();
  return new Map(rows.map(({ ordinal, id, name }) => [ordinal, { id, name }]));
}

/** A source, or null. */
export async function findSource(db: Database, id: string): Promise<StoredSource | null> {
  const row = await db.selectFrom("sources").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  const { notesJson, ...plain } = row;
  return { ...plain, notes: readJsonColumn(NotesSchema, notesJson) };
}

/** Marks a batch whole. */
export async function completeBatch(db: Database, id: string): Promise<void> {
  await db.updateTable("batches").set({ complete: 1 }).where("id", "=", id).execute();
  await bumpChange(db);
}

/** How many of a batch's calls stand at each fate, excluded ones apart. */
export async function countBatchFates(db: Database, batchId: string): Promise<readonly { readonly fate: Fate; readonly excluded: boolean; readonly count: number }[]> {
  const rows = await db
    .selectFrom("calls")
    .select(["fate", "excluded", ({ fn }) => fn.countAll<number>().as("count")])
    .where("batchId", "=", batchId)
    .groupBy(["fate", "excluded"])
    .execute();
  return rows.map((row) => ({ ...row, excluded: row.excluded === 1 }));
}

/** Ids of a batch's calls by position. */
export async function listBatchCalls(db: Database, batchId: string): Promise<readonly { readonly id: string; readonly position: number }[]> {
  return db.selectFrom("calls").select(["id", "position"]).where("batchId", "=", batchId).orderBy("position").execute();
}

/** How many calls a batch has, and the first of them. */
export async function countCalls(db: Database, batchId: string): Promise<{ readonly count: number; readonly firstCallId: string | null }> {
  const { count } = await db.selectFrom("calls").select(({ fn }) => fn.countAll<number>().as("count")).where("batchId", "=", batchId).executeTakeFirstOrThrow();
  const first = await db.selectFrom("calls").select("id").where("batchId", "=", batchId).orderBy("position").limit(1).executeTakeFirst();
  return { count, firstCallId: first?.id ?? null };
}

/** Places of a batch's calls as ranges with both ends in them. */
export async function listStoredRanges(db: Database, batchId: string): Promise<readonly (readonly [number, number])[]> {
  const { rows } = await sql<{ low: number; high: number }>`select min(position) as low, max(position) as high
    from (select position, position - row_number() over (order by position) as run from calls where batch_id = ${batchId}) group by run order by low`.execute(db);
  return rows.map(({ low, high }) => [low, high] as const);
}

/** Batches of which records are missing, the newest first. */
export async function listPendingBatches(db: Database, limit: number): Promise<readonly StoredBatch[]> {
  const rows = await db.selectFrom("batches").select(BATCH_COLUMNS).where("complete", "=", 0).orderBy("createdAt", "desc").orderBy("id").limit(limit).execute();
  return rows.map((row) => ({ ...row, complete: false }));
}

/** The calls that some records of a batch became, with the hashes of their bytes, by place. */
export async function findTakenIn(db: Database, batchId: string, positions: readonly number[]): Promise<ReadonlyMap<number, { readonly callId: string; readonly sha256: string }>> {
  const rows = await db.selectFrom("calls").select(["position", "id", "originalSha256"]).where("batchId", "=", batchId).where("position", "in", [...positions]).execute();
  return new Map(rows.map(({ position, id, originalSha256 }) => [position, { callId: id, sha256: originalSha256 }]));
}
