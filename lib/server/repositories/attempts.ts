import "server-only";
import type { Selectable, Updateable } from "kysely";
import * as z from "zod";
import type { Database } from "@/lib/server/db/database";
import type { Schema } from "@/lib/server/db/schema";
import { bumpChange } from "./changes";
import { readJsonColumn, readNullableJsonColumn } from "./json-column";

const HeaderListSchema = z.array(z.tuple([z.string(), z.string()]));
export type HeaderList = readonly (readonly [string, string])[];

/** One HTTP exchange of an upload; the request's body is its version's. */
export interface StoredAttempt {
  readonly id: string;
  readonly uploadId: string;
  /** From 1, per upload. */
  readonly number: number;
  readonly requestId: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly method: string;
  readonly url: string;
  /** With the Authorization header masked. */
  readonly requestHeaders: HeaderList;
  readonly bodySha256: string;
  readonly bodyBytes: number;
  readonly status: number | null;
  readonly responseHeaders: HeaderList | null;
  readonly responseBody: Uint8Array | null;
  readonly truncated: boolean;
  readonly durationMs: number | null;
  readonly outcome: string;
  readonly sentence: string;
}

export type AttemptChanges = Partial<
  Pick<StoredAttempt, "endedAt" | "status" | "responseHeaders" | "responseBody" | "truncated" | "durationMs" | "outcome" | "sentence">
>;

/** Keeps an attempt; committed before the socket opens. */
export async function insertAttempt(db: Database, attempt: StoredAttempt): Promise<void> {
  const { requestHeaders, responseHeaders, truncated, ...plain } = attempt;
  await db
    .insertInto("attempts")
    .values({
      ...plain,
      requestHeadersJson: JSON.stringify(requestHeaders),
      responseHeadersJson: responseHeaders === null ? null : JSON.stringify(responseHeaders),
      truncated: truncated ? 1 : 0,
    })
    .execute();
  await bumpChange(db);
}

/** An attempt, or null. */
export async function findAttempt(db: Database, id: string): Promise<StoredAttempt | null> {
  const row = await db.selectFrom("attempts").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toAttempt(row) : null;
}

/** An upload's attempts, newest first, at most 100. */
export async function listAttemptsOfUpload(db: Database, uploadId: string): Promise<readonly StoredAttempt[]> {
  const rows = await db.selectFrom("attempts").selectAll().where("uploadId", "=", uploadId).orderBy("number", "desc").limit(100).execute();
  return rows.map(toAttempt);
}

/** Attempts that never got an outcome: their process ended in flight. */
export async function listOpenAttempts(db: Database): Promise<readonly StoredAttempt[]> {
  const rows = await db.selectFrom("attempts").selectAll().where("endedAt", "is", null).execute();
  return rows.map(toAttempt);
}

/** The number that the upload's next attempt gets. */
export async function nextAttemptNumber(db: Database, uploadId: string): Promise<number> {
  const row = await db.selectFrom("attempts").select("number").where("uploadId", "=", uploadId).orderBy("number", "desc").limit(1).executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

/** Writes down what was heard. */
export async function updateAttempt(db: Database, id: string, changes: AttemptChanges): Promise<void> {
  await db.updateTable("attempts").set(columns(changes)).where("id", "=", id).execute();
  await bumpChange(db);
}

function columns(changes: AttemptChanges): Updateable<Schema["attempts"]> {
  const { responseHeaders, truncated, ...plain } = changes;
  return {
    ...plain,
    ...(responseHeaders === undefined ? {} : { responseHeadersJson: responseHeaders === null ? null : JSON.stringify(responseHeaders) }),
    ...(truncated === undefined ? {} : { truncated: truncated ? 1 : 0 }),
  };
}

function toAttempt(row: Selectable<Schema["attempts"]>): StoredAttempt {
  const { requestHeadersJson, responseHeadersJson, truncated, ...plain } = row;
  return {
    ...plain,
    requestHeaders: readJsonColumn(HeaderListSchema, requestHeadersJson),
    responseHeaders: readNullableJsonColumn(HeaderListSchema, responseHeadersJson),
    truncated: truncated === 1,
  };
}
