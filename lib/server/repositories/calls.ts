import "server-only";
import type { Insertable, Selectable } from "kysely";
import * as z from "zod";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Remark } from "@/lib/core/shapes/remark";
import { PROVIDERS, SHAPE_IDS, type CallSummary, type Detection, type Provider, type Receipt, type SourceShapeId } from "@/lib/core/shapes/shape";
import type { Database } from "@/lib/server/db/database";
import type { Schema } from "@/lib/server/db/schema";
import { bumpChange, NEXT_CHANGE, nextChange } from "./changes";
import { insertRow } from "./insert-row";
import { readJsonColumn } from "./json-column";

const RibbonSchema = z.array(z.strictObject({ role: z.enum(["assistant", "user", "system", "tool"]), weight: z.number() }));
const NotesSchema = z.array(z.string());
const DetectionSchema = z.strictObject({
  shape: z.enum(SHAPE_IDS),
  confidence: z.number(),
  reasons: z.array(z.string()),
  provider: z.enum(PROVIDERS),
  event: z.strictObject({ name: z.string(), terminal: z.boolean() }).exactOptional(),
});

const RemarksSchema = z.array(
  z.strictObject({
    kind: z.enum(["guessed", "unfinished", "no-talk", "no-call", "doubtful"]),
    path: z.array(z.union([z.string(), z.number()])),
    value: z.string().exactOptional(),
    sentence: z.string(),
  }),
);

/** How many problems of each level a call has, and whether Zelto would keep nothing of it. */
export interface ProblemTally {
  readonly blocks: number;
  readonly loses: number;
  readonly odd: number;
  readonly losesAll: boolean;
}

/** What is read from a call's text for lists. */
export interface CallFacts extends Omit<CallSummary, "startedAt" | "hasRecording"> {
  /** Milliseconds. */
  readonly startedAt: number | null;
}

/** How many leaves of a record went which way. */
export type ReceiptCounts = Pick<Receipt, "carried" | "changed" | "dropped">;

/** A call without its bytes. Instants are milliseconds. */
export interface StoredCall {
  readonly id: string;
  readonly batchId: string;
  readonly sourceId: string;
  /** Place in the batch, from 0. */
  readonly position: number;
  readonly sourcePath: string;
  readonly sourceLine: number | null;
  readonly sourceNotes: readonly string[];
  readonly detection: Detection;
  readonly provider: Provider;
  readonly originalSha256: string;
  /** What the record was recognised as when it was taken in. */
  readonly sourceShape: SourceShapeId;
  readonly receipt: ReceiptCounts;
  readonly facts: CallFacts;
  readonly problems: ProblemTally;
  /** Fate of the newest upload; `draft` when there is none. */
  readonly fate: Fate;
  readonly reason: string | null;
  readonly editedSince: boolean;
  readonly latestUploadId: string | null;
  readonly conversationId: string | null;
  readonly excluded: boolean;
  /** Bucket that it is added to once it has landed, where none is chosen at the upload. */
  readonly plannedBucketId: string | null;
  readonly createdAt: number;
  readonly lastNewsAt: number;
}

/** Columns of a call apart from its bytes; lists must never load those. */
export const CALL_COLUMNS = [
  "calls.id",
  "calls.batchId",
  "calls.sourceId",
  "calls.position",
  "calls.sourcePath",
  "calls.sourceLine",
  "calls.sourceNotesJson",
  "calls.shape",
  "calls.detectionJson",
  "calls.provider",
  "calls.originalSha256",
  "calls.sourceShape",
  "calls.carried",
  "calls.changed",
  "calls.dropped",
  "calls.externalId",
  "calls.agentExternalId",
  "calls.agentId",
  "calls.agentName",
  "calls.turnCount",
  "calls.durationSeconds",
  "calls.startedAt",
  "calls.opening",
  "calls.ribbonJson",
  "calls.blocks",
  "calls.loses",
  "calls.odd",
  "calls.losesAll",
  "calls.fate",
  "calls.reason",
  "calls.editedSince",
  "calls.latestUploadId",
  "calls.conversationId",
  "calls.excluded",
  "calls.plannedBucketId",
  "calls.createdAt",
  "calls.lastNewsAt",
] as const;

/** Keeps a call with its bytes as taken in and what their conversion left to say. */
export async function insertCall(db: Database, call: Omit<StoredCall, "plannedBucketId">, original: Uint8Array, remarks: readonly Remark[] = []): Promise<void> {
  const { sourceNotes, detection, receipt, facts, problems, editedSince, excluded, ...plain } = call;
  const row: Insertable<Schema["calls"]> = {
    ...plain,
    ...factColumns(facts),
    ...tallyColumns(problems),
    shape: detection.shape,
    detectionJson: JSON.stringify(detection),
    sourceNotesJson: JSON.stringify(sourceNotes),
    ...receipt,
    remarksJson: JSON.stringify(remarks),
    original,
    editedSince: editedSince ? 1 : 0,
    excluded: excluded ? 1 : 0,
    searchStale: 0,
  };
  await insertRow(db, "calls", row, { changeSeq: NEXT_CHANGE });
}

/** A call, or null. */
export async function findCall(db: Database, id: string): Promise<StoredCall | null> {
  const row = await db.selectFrom("calls").select(CALL_COLUMNS).where("id", "=", id).executeTakeFirst();
  return row ? toCall(row) : null;
}

/** What the conversion of a call's record left to say; empty for a call that is not here. */
export async function findRemarks(db: Database, callId: string): Promise<readonly Remark[]> {
  const row = await db.selectFrom("calls").select("remarksJson").where("id", "=", callId).executeTakeFirst();
  return row && row.remarksJson !== "[]" ? readJsonColumn(RemarksSchema, row.remarksJson) : [];
}

/** The same of some calls, by call; calls of which nothing is left to say are not in it. */
export async function listRemarks(db: Database, callIds: readonly string[]): Promise<ReadonlyMap<string, readonly Remark[]>> {
  const rows = await db.selectFrom("calls").select(["id", "remarksJson"]).where("id", "in", [...callIds]).where("remarksJson", "!=", "[]").execute();
  return new Map(rows.map(({ id, remarksJson }) => [id, readJsonColumn(RemarksSchema, remarksJson)]));
}

/** The bytes of the record as taken in, or null. */
export async function findOriginal(db: Database, callId: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom("calls").select("original").where("id", "=", callId).executeTakeFirst();
  return row?.original ?? null;
}

/** What changes when the draft's text or provider does. */
export interface CallRefresh {
  readonly detection: Detection;
  readonly provider: Provider;
  readonly facts: CallFacts;
  readonly problems: ProblemTally;
  readonly editedSince: boolean;
  readonly at: number;
}

/** Writes down what the newest draft text says. */
export async function refreshCall(db: Database, id: string, refresh: CallRefresh): Promise<void> {
  await db
    .updateTable("calls")
    .set({
      ...factColumns(refresh.facts),
      ...tallyColumns(refresh.problems),
      shape: refresh.detection.shape,
      detectionJson: JSON.stringify(refresh.detection),
      provider: refresh.provider,
      editedSince: refresh.editedSince ? 1 : 0,
      searchStale: 1,
      lastNewsAt: refresh.at,
      changeSeq: nextChange,
    })
    .where("id", "=", id)
    .execute();
  await bumpChange(db);
}

/** Where a call stands after its newest upload moved. Fields left out stay as they are. */
export interface CallStanding {
  readonly fate: Fate;
  readonly reason: string | null;
  readonly at: number;
  readonly latestUploadId?: string;
  readonly conversationId?: string | null;
  readonly editedSince?: boolean;
}

/** Shows a call where its newest upload stands. */
export async function setCallStanding(db: Database, id: string, standing: CallStanding): Promise<void> {
  const { at, editedSince, ...plain } = standing;
  await db
    .updateTable("calls")
    .set({ ...plain, lastNewsAt: at, changeSeq: nextChange, ...(editedSince === undefined ? {} : { editedSince: editedSince ? 1 : 0 }) })
    .where("id", "=", id)
    .execute();
  await bumpChange(db);
}

function factColumns(facts: CallFacts) {
  const { ribbon, externalId, agentExternalId, agentId, agentName, turnCount, durationSeconds, startedAt, opening } = facts;
  return { externalId, agentExternalId, agentId, agentName, turnCount, durationSeconds, startedAt, opening, ribbonJson: JSON.stringify(ribbon) };
}

function tallyColumns(problems: ProblemTally) {
  const { blocks, loses, odd, losesAll } = problems;
  return { blocks, loses, odd, losesAll: losesAll ? (1 as const) : (0 as const) };
}

/** A call from its columns; for the other repository files that read calls. */
export function toCall(row: Omit<Selectable<Schema["calls"]>, "original" | "searchStale" | "remarksJson" | "changeSeq">): StoredCall {
  return {
    id: row.id,
    batchId: row.batchId,
    sourceId: row.sourceId,
    position: row.position,
    sourcePath: row.sourcePath,
    sourceLine: row.sourceLine,
    sourceNotes: readJsonColumn(NotesSchema, row.sourceNotesJson),
    detection: readJsonColumn(DetectionSchema, row.detectionJson),
    provider: row.provider,
    originalSha256: row.originalSha256,
    sourceShape: row.sourceShape,
    receipt: { carried: row.carried, changed: row.changed, dropped: row.dropped },
    facts: {
      externalId: row.externalId,
      agentExternalId: row.agentExternalId,
      agentId: row.agentId,
      agentName: row.agentName,
      turnCount: row.turnCount,
      durationSeconds: row.durationSeconds,
      startedAt: row.startedAt,
      opening: row.opening,
      ribbon: readJsonColumn(RibbonSchema, row.ribbonJson),
    },
    problems: { blocks: row.blocks, loses: row.loses, odd: row.odd, losesAll: row.losesAll === 1 },
    fate: row.fate,
    reason: row.reason,
    editedSince: row.editedSince === 1,
    latestUploadId: row.latestUploadId,
    conversationId: row.conversationId,
    excluded: row.excluded === 1,
    plannedBucketId: row.plannedBucketId,
    createdAt: row.createdAt,
    lastNewsAt: row.lastNewsAt,
  };
}

