import "server-only";
import type { Selectable, Updateable } from "kysely";
import * as z from "zod";
import type { Provider } from "@/lib/core/shapes/shape";
import type { JsonPath } from "@/lib/core/text/json-path";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Database } from "@/lib/server/db/database";
import type { Schema } from "@/lib/server/db/schema";
import { bumpChange } from "./changes";
import { readJsonColumn, readNullableJsonColumn } from "./json-column";

const FieldErrorsSchema = z.array(z.strictObject({ path: z.array(z.union([z.string(), z.int()])), message: z.string() }));
const MissingCausesSchema = z.array(z.strictObject({ code: z.string(), title: z.string(), detail: z.string() }));
const ReadBackSchema = z.strictObject({
  state: z.enum(["matched", "differs", "not-comparable", "unproved"]),
  sentence: z.string(),
  turnsSent: z.int(),
  turnsEqual: z.int(),
  differences: z.array(z.strictObject({ turn: z.int(), what: z.string(), sent: z.string(), seen: z.string() })),
});
type FieldErrors = readonly { readonly path: JsonPath; readonly message: string }[];
type MissingCauses = Readonly<z.output<typeof MissingCausesSchema>>;
type ReadBack = z.output<typeof ReadBackSchema>;

/** The delivery of one version to one target. Instants are milliseconds. */
export interface StoredUpload {
  readonly id: string;
  readonly callId: string;
  readonly versionId: string;
  /** From 1, per call. */
  readonly number: number;
  readonly targetId: string;
  readonly fate: Fate;
  readonly sentence: string;
  readonly provider: Provider;
  readonly externalId: string | null;
  /** Bucket chosen before sending. */
  readonly bucketId: string | null;
  readonly sendAnyway: boolean;
  readonly expectsNothing: boolean;
  readonly previousConversationId: string | null;
  /** `updatedAt` of the earlier conversation as Zelto wrote it. */
  readonly previousUpdatedAt: string | null;
  readonly conversationId: string | null;
  readonly looks: number;
  readonly nextLookAt: number | null;
  readonly readBack: ReadBack | null;
  readonly fieldErrors: FieldErrors;
  readonly missingCauses: MissingCauses;
  readonly createdAt: number;
  readonly queuedAt: number | null;
  /** When the worker may send it (again); null where it is not to be sent by itself. */
  readonly dueAt: number | null;
  /** Attempts that count against the budget of retries, since a person last queued it. */
  readonly tries: number;
  readonly firstAttemptAt: number | null;
  readonly claimedAt: number | null;
  readonly claimToken: string | null;
  readonly acceptedAt: number | null;
  readonly landedAt: number | null;
  readonly matchedAt: number | null;
  readonly settledAt: number | null;
}

/** What may change after an upload was made. */
export type UploadChanges = Partial<Omit<StoredUpload, "id" | "callId" | "versionId" | "number" | "createdAt">>;

/** Keeps a new upload. */
export async function insertUpload(db: Database, upload: StoredUpload): Promise<void> {
  const { id, callId, versionId, number, createdAt } = upload;
  const required = { targetId: upload.targetId, fate: upload.fate, sentence: upload.sentence, provider: upload.provider, looks: upload.looks, tries: upload.tries };
  const flags = { sendAnyway: flag(upload.sendAnyway), expectsNothing: flag(upload.expectsNothing) };
  const lists = { fieldErrorsJson: JSON.stringify(upload.fieldErrors), missingCausesJson: JSON.stringify(upload.missingCauses) };
  await db
    .insertInto("uploads")
    .values({ ...columns(upload), ...required, ...flags, ...lists, id, callId, versionId, number, createdAt })
    .execute();
  await bumpChange(db);
}

/** An upload, or null. */
export async function findUpload(db: Database, id: string): Promise<StoredUpload | null> {
  const row = await db.selectFrom("uploads").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toUpload(row) : null;
}

/** A call's uploads, newest first. */
export async function listUploadsOfCall(db: Database, callId: string): Promise<readonly StoredUpload[]> {
  const rows = await db.selectFrom("uploads").selectAll().where("callId", "=", callId).orderBy("number", "desc").limit(100).execute();
  return rows.map(toUpload);
}

/** The number that the call's next upload gets. */
export async function nextUploadNumber(db: Database, callId: string): Promise<number> {
  const row = await db.selectFrom("uploads").select("number").where("callId", "=", callId).orderBy("number", "desc").limit(1).executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

/** The newest upload of an external id to a target that Zelto accepted, or null. */
export async function findAcceptedUpload(db: Database, targetId: string, externalId: string): Promise<StoredUpload | null> {
  const row = await db
    .selectFrom("uploads")
    .selectAll()
    .where("targetId", "=", targetId)
    .where("externalId", "=", externalId)
    .where("acceptedAt", "is not", null)
    .orderBy("acceptedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? toUpload(row) : null;
}

/** Which of these external ids a target accepted a call of. */
export async function listAcceptedIds(db: Database, targetId: string, externalIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (externalIds.length === 0) return new Set();
  const rows = await db.selectFrom("uploads").select("externalId").distinct().where("targetId", "=", targetId).where("externalId", "in", [...externalIds]).where("acceptedAt", "is not", null).execute();
  return new Set(rows.flatMap(({ externalId }) => externalId ?? []));
}

/** Which of these external ids were accepted by a target before, with the newest such upload of each. */
export async function findAcceptedUploads(db: Database, targetId: string, externalIds: readonly string[]): Promise<ReadonlyMap<string, { readonly acceptedAt: number; readonly conversationId: string | null }>> {
  if (externalIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("uploads")
    .select(["externalId", "acceptedAt", "conversationId"])
    .where("targetId", "=", targetId)
    .where("externalId", "in", [...externalIds])
    .where("acceptedAt", "is not", null)
    .orderBy("acceptedAt")
    .execute();
  return new Map(rows.flatMap(({ externalId, acceptedAt, conversationId }) => (externalId === null || acceptedAt === null ? [] : [[externalId, { acceptedAt, conversationId }] as const])));
}

/** Changes an upload. */
export async function updateUpload(db: Database, id: string, changes: UploadChanges): Promise<void> {
  await db.updateTable("uploads").set(columns(changes)).where("id", "=", id).execute();
  await bumpChange(db);
}

/** Changes an upload that is still held under this claim. False: the claim was lost, nothing was changed. */
export async function settleUpload(db: Database, id: string, claimToken: string, changes: UploadChanges): Promise<boolean> {
  const result = await db.updateTable("uploads").set(columns(changes)).where("id", "=", id).where("claimToken", "=", claimToken).executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await bumpChange(db);
  return true;
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}

function columns(changes: UploadChanges): Updateable<Schema["uploads"]> {
  const { sendAnyway, expectsNothing, readBack, fieldErrors, missingCauses, ...plain } = changes;
  return {
    ...plain,
    ...(sendAnyway === undefined ? {} : { sendAnyway: flag(sendAnyway) }),
    ...(expectsNothing === undefined ? {} : { expectsNothing: flag(expectsNothing) }),
    ...(readBack === undefined ? {} : { readBackJson: readBack === null ? null : JSON.stringify(readBack) }),
    ...(fieldErrors === undefined ? {} : { fieldErrorsJson: JSON.stringify(fieldErrors) }),
    ...(missingCauses === undefined ? {} : { missingCausesJson: JSON.stringify(missingCauses) }),
  };
}

/** An upload from its columns; for the other repository files that read uploads. */
export function toUpload(row: Selectable<Schema["uploads"]>): StoredUpload {
  const { sendAnyway, expectsNothing, readBackJson, fieldErrorsJson, missingCausesJson, ...plain } = row;
  return {
    ...plain,
    sendAnyway: sendAnyway === 1,
    expectsNothing: expectsNothing === 1,
    readBack: readNullableJsonColumn(ReadBackSchema, readBackJson),
    fieldErrors: readJsonColumn(FieldErrorsSchema, fieldErrorsJson),
    missingCauses: readJsonColumn(MissingCausesSchema, missingCausesJson),
  };
}
