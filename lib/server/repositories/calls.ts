import "server-only";
import type { Insertable, Selectable } from "kysely";
import * as z from "zod";
import type { Fate } from "@/lib/core/uploads/fate";
import { PROVIDERS, SHAPE_IDS, type CallSummary, type Detection, type Provider } from "@/lib/core/shapes/shape";
import type { Database } from "@/lib/server/db/database";
import type { Schema } from "@/lib/server/db/schema";
import { bumpChange } from "./changes";
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

/** How many problems of each level a call has, and whether Zelto would keep nothing of it. */
export interface ProblemTally {
  readonly blocks: number;
  readonly loses: number;
  readonly odd: number;
  readonly losesAll: boolean;
}

/** What is read from a call's text for lists. */
export type CallFacts = Omit<CallSummary, "startedAt" | "hasRecording">;

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
  readonly facts: CallFacts;
  readonly problems: ProblemTally;
  /** Fate of the newest upload; `draft` when there is none. */
  readonly fate: Fate;
  readonly reason: string | null;
  readonly editedSince: boolean;
  readonly latestUploadId: string | null;
  readonly conversationId: string | null;
  readonly excluded: boolean;
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
  "calls.externalId",
  "calls.agentExternalId",
  "calls.agentId",
  "calls.agentName",
  "calls.turnCount",
  "calls.durationSeconds",
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
  "calls.createdAt",
  "calls.lastNewsAt",
] as const;

/** Keeps a call with its bytes as taken in. */
export async function insertCall(db: Database, call: StoredCall, original: Uint8Array): Promise<void> {
  const { sourceNotes, detection, facts, problems, editedSince, excluded, ...plain } = call;
  const row: Insertable<Schema["calls"]> = {
    ...plain,
    ...factColumns(facts),
    ...tallyColumns(problems),
    shape: detection.shape,
    detectionJson: JSON.stringify(detection),
    sourceNotesJson: JSON.stringify(sourceNotes),
    original,
    editedSince: editedSince ? 1 : 0,
    excluded: excluded ? 1 : 0,
    searchStale: 0,
  };
  await db.insertInto("calls").values(row).execute();
}

/** A call, or null. */
export async function findCall(db: Database, id: string): Promise<StoredCall | null> {
  const row = await db.selectFrom("calls").select(CALL_COLUMNS).where("id", "=", id).executeTakeFirst();
  return row ? toCall(row) : null;
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
    .set({ ...plain, lastNewsAt: at, ...(editedSince === undefined ? {} : { editedSince: editedSince ? 1 : 0 }) })
    .where("id", "=", id)
    .execute();
  await bumpChange(db);
}

function factColumns(facts: CallFacts) {
  const { ribbon, externalId, agentExternalId, agentId, agentName, turnCount, durationSeconds, opening } = facts;
  return { externalId, agentExternalId, agentId, agentName, turnCount, durationSeconds, opening, ribbonJson: JSON.stringify(ribbon) };
}

function tallyColumns(problems: ProblemTally) {
  const { blocks, loses, odd, losesAll } = problems;
  return { blocks, loses, odd, losesAll: losesAll ? (1 as const) : (0 as const) };
}

/** A call from its columns; for the other repository files that read calls. */
export function toCall(row: Omit<Selectable<Schema["calls"]>, "original" | "searchStale">): StoredCall {
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
    facts: {
      externalId: row.externalId,
      agentExternalId: row.agentExternalId,
      agentId: row.agentId,
      agentName: row.agentName,
      turnCount: row.turnCount,
      durationSeconds: row.durationSeconds,
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
    createdAt: row.createdAt,
    lastNewsAt: row.lastNewsAt,
  };
}

