import "server-only";
import { sql, type ExpressionBuilder } from "kysely";
import type { Provider } from "@/lib/core/shapes/shape";
import type { Database } from "@/lib/server/db/database";
import type { Schema } from "@/lib/server/db/schema";
import { bumpChange } from "./changes";
import { toUpload, type StoredUpload } from "./uploads";

interface ClaimRequest {
  readonly targetId: string;
  readonly pausedProviders: readonly Provider[];
  readonly token: string;
  readonly now: number;
  /** How long another body of the same external id waits after an unknown outcome: that request may still be travelling. */
  readonly unknownHoldMs: number;
}

type Queue = ExpressionBuilder<Schema & { u: Schema["uploads"] }, "u">;

/**
 * Takes the oldest upload that may be sent now and marks it `sending` under the token, or answers null. Of one external id only
 * one is in flight, the queue of an id keeps its order even where a newer one could go, and after an unknown outcome a
 * different version waits. Run inside a transaction.
 */
export async function claimUpload(db: Database, request: ClaimRequest): Promise<StoredUpload | null> {
  const row = await db
    .selectFrom("uploads as u")
    .selectAll("u")
    .where("u.targetId", "=", request.targetId)
    .where("u.dueAt", "<=", request.now)
    .$if(request.pausedProviders.length > 0, (query) => query.where("u.provider", "not in", [...request.pausedProviders]))
    .where((eb) => eb.not(blockedBySibling(eb, request.now - request.unknownHoldMs)))
    .orderBy("u.dueAt")
    .orderBy(sql`u.rowid`)
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const claimed = { fate: "sending" as const, claimToken: request.token, claimedAt: request.now, dueAt: null, sentence: "Being sent to Zelto now." };
  await db.updateTable("uploads").set(claimed).where("id", "=", row.id).execute();
  await bumpChange(db);
  return toUpload({ ...row, ...claimed });
}

function blockedBySibling(eb: Queue, unknownSince: number) {
  return eb.exists(
    eb
      .selectFrom("uploads as o")
      .select("o.id")
      .whereRef("o.targetId", "=", "u.targetId")
      .whereRef("o.id", "!=", "u.id")
      .where((other) => other.or([other("o.externalId", "=", other.ref("u.externalId")), other("o.callId", "=", other.ref("u.callId"))]))
      .where((other) =>
        other.or([
          other("o.fate", "=", "sending"),
          other.and([other("o.fate", "=", "queued"), sql<boolean>`(o.queued_at, o.rowid) < (u.queued_at, u.rowid)`]),
          // What may have arrived is not sent again over something newer.
          other.and([other("u.fate", "=", "unknown"), other("o.fate", "!=", "cancelled"), sql<boolean>`o.rowid > u.rowid`]),
          other.and([other("o.fate", "=", "unknown"), other("o.versionId", "!=", other.ref("u.versionId")), other("o.settledAt", ">", unknownSince)]),
        ]),
      ),
  );
}

/** When the hold after the oldest recent unknown outcome ends, or null where none holds anything back. */
export async function findUnknownHoldEnd(db: Database, targetId: string, request: { readonly now: number; readonly unknownHoldMs: number }): Promise<number | null> {
  const row = await db
    .selectFrom("uploads")
    .select(({ fn }) => fn.min("settledAt").as("oldest"))
    .where("targetId", "=", targetId)
    .where("fate", "=", "unknown")
    .where("settledAt", ">", request.now - request.unknownHoldMs)
    .executeTakeFirst();
  return row?.oldest == null ? null : row.oldest + request.unknownHoldMs;
}

/** Whether anything of a target waits to be sent, now or later. */
export async function hasQueuedUpload(db: Database, targetId: string): Promise<boolean> {
  const row = await db.selectFrom("uploads").select("id").where("targetId", "=", targetId).where("dueAt", "is not", null).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Makes due at once what waits for a retry: a person has said that the trouble is over. Unknown outcomes keep their wait. */
export async function hastenRetries(db: Database, targetId: string, now: number): Promise<void> {
  await db.updateTable("uploads").set({ dueAt: now }).where("targetId", "=", targetId).where("fate", "=", "queued").where("dueAt", ">", now).execute();
}

/** When the next upload falls due after an instant, or null. */
export async function findNextDue(db: Database, targetId: string, after: number): Promise<number | null> {
  const row = await db.selectFrom("uploads").select(({ fn }) => fn.min("dueAt").as("at")).where("targetId", "=", targetId).where("dueAt", ">", after).executeTakeFirst();
  return row?.at ?? null;
}

/**
 * Ends the automatic repeats of earlier uploads of an external id whose outcome is unknown: they would overwrite what is newer.
 */
export async function supersedeUnknown(db: Database, upload: Pick<StoredUpload, "id" | "targetId" | "callId" | "externalId">, sentence: string): Promise<void> {
  await db
    .updateTable("uploads")
    .set({ dueAt: null, sentence })
    .where("targetId", "=", upload.targetId)
    .where("id", "!=", upload.id)
    .where("fate", "=", "unknown")
    .where("dueAt", "is not", null)
    .where((eb) => eb.or([eb("callId", "=", upload.callId), ...(upload.externalId === null ? [] : [eb("externalId", "=", upload.externalId)])]))
    .execute();
}

/** Uploads whose landing is to be looked for by now, the longest due first. */
export async function listDueLooks(db: Database, targetId: string, now: number): Promise<readonly StoredUpload[]> {
  const rows = await db.selectFrom("uploads").selectAll().where("targetId", "=", targetId).where("nextLookAt", "<=", now).orderBy("nextLookAt").limit(200).execute();
  return rows.map(toUpload);
}

/** The next instant at which a look is due, or null. */
export async function findNextLook(db: Database, targetId: string): Promise<number | null> {
  const row = await db.selectFrom("uploads").select(({ fn }) => fn.min("nextLookAt").as("at")).where("targetId", "=", targetId).where("nextLookAt", "is not", null).executeTakeFirst();
  return row?.at ?? null;
}

/** Uploads of a target, or of all others, that stand in this fate. At most 10,000, the oldest first. */
export async function listUploadsByFate(
  db: Database,
  fate: StoredUpload["fate"],
  target: { readonly id: string; readonly others: boolean },
): Promise<readonly StoredUpload[]> {
  const rows = await db
    .selectFrom("uploads")
    .selectAll()
    .where("fate", "=", fate)
    .where("targetId", target.others ? "!=" : "=", target.id)
    .orderBy("createdAt")
    .limit(10_000)
    .execute();
  return rows.map(toUpload);
}

/** Whether an upload of the same external id (or call) and target was made after this one and is not cancelled. */
export async function hasNewerUpload(db: Database, upload: StoredUpload): Promise<boolean> {
  const row = await db
    .selectFrom("uploads as o")
    .select("o.id")
    .where("o.targetId", "=", upload.targetId)
    .where("o.fate", "!=", "cancelled")
    .where((eb) => eb.or([eb("o.callId", "=", upload.callId), ...(upload.externalId === null ? [] : [eb("o.externalId", "=", upload.externalId)])]))
    .where(sql<boolean>`o.rowid > (select rowid from uploads where id = ${upload.id})`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The newest accepted upload of the same external id and target that was made before this one, or null. */
export async function findPreviousUpload(db: Database, upload: StoredUpload): Promise<StoredUpload | null> {
  if (upload.externalId === null) return null;
  const row = await db
    .selectFrom("uploads")
    .selectAll()
    .where("targetId", "=", upload.targetId)
    .where("externalId", "=", upload.externalId)
    .where("acceptedAt", "is not", null)
    .where(sql<boolean>`rowid < (select rowid from uploads where id = ${upload.id})`)
    .orderBy(sql`rowid`, "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? toUpload(row) : null;
}

/** The conversation that uploads of this external id were seen in before, or null. */
export async function findKnownConversation(db: Database, targetId: string, externalId: string): Promise<string | null> {
  const row = await db
    .selectFrom("uploads")
    .select("conversationId")
    .where("targetId", "=", targetId)
    .where("externalId", "=", externalId)
    .where("conversationId", "is not", null)
    .orderBy(sql`rowid`, "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.conversationId ?? null;
}

/** Calls that hold these conversations of a target, by conversation id. */
export async function findCallsOfConversations(db: Database, targetId: string, conversationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("uploads")
    .select(["conversationId", "callId"])
    .where("targetId", "=", targetId)
    .where("conversationId", "in", [...conversationIds])
    .orderBy(sql`rowid`)
    .execute();
  return new Map(rows.flatMap((row) => (row.conversationId === null ? [] : [[row.conversationId, row.callId] as const])));
}
