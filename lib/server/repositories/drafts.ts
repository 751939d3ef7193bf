import "server-only";
import * as z from "zod";
import type { DraftStep } from "@/lib/core/draft/draft-edit";
import { PROVIDERS, type Provider, type ShapeId } from "@/lib/core/shapes/shape";
import type { Database } from "@/lib/server/db/database";
import { insertRow } from "./insert-row";
import { readJsonColumn } from "./json-column";

const StepSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(["edit", "undo", "redo"]),
  of: z.string().exactOptional(),
  label: z.string(),
  edits: z.array(z.strictObject({ offset: z.int(), removed: z.string(), inserted: z.string() })),
  provider: z.strictObject({ from: z.enum(PROVIDERS), to: z.enum(PROVIDERS) }).exactOptional(),
});

/** The live text of a call. `revision` counts its steps: 0 is the text as taken in. */
export interface StoredDraft {
  readonly callId: string;
  /** UTF-8 of the text. */
  readonly bytes: Uint8Array;
  readonly provider: Provider;
  readonly revision: number;
  readonly savedAt: number;
}

/** Keeps the first draft of a call. */
export async function insertDraft(db: Database, draft: StoredDraft): Promise<void> {
  const { bytes, ...plain } = draft;
  await insertRow(db, "drafts", { ...plain, text: bytes });
}

/** A call's draft, or null. */
export async function findDraft(db: Database, callId: string): Promise<StoredDraft | null> {
  const row = await db.selectFrom("drafts").selectAll().where("callId", "=", callId).executeTakeFirst();
  if (!row) return null;
  const { text, ...plain } = row;
  return { ...plain, bytes: text };
}

/** Drafts of some calls, by call. */
export async function listDrafts(db: Database, callIds: readonly string[]): Promise<ReadonlyMap<string, StoredDraft>> {
  const rows = await db.selectFrom("drafts").selectAll().where("callId", "in", [...callIds]).execute();
  return new Map(rows.map(({ text, ...plain }) => [plain.callId, { ...plain, bytes: text }]));
}

/** The revision of a call's draft without its text; 0 where there is none. */
export async function findDraftRevision(db: Database, callId: string): Promise<number> {
  const row = await db.selectFrom("drafts").select("revision").where("callId", "=", callId).executeTakeFirst();
  return row?.revision ?? 0;
}

/** Replaces a draft that still stands at `baseRevision`. False: another save came first, nothing was changed. */
export async function replaceDraft(db: Database, draft: StoredDraft, baseRevision: number): Promise<boolean> {
  const result = await db
    .updateTable("drafts")
    .set({ text: draft.bytes, provider: draft.provider, revision: draft.revision, savedAt: draft.savedAt })
    .where("callId", "=", draft.callId)
    .where("revision", "=", baseRevision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Appends a step that made `revision`. */
export async function insertDraftStep(db: Database, callId: string, revision: number, entry: { readonly step: DraftStep; readonly at: number }): Promise<void> {
  const stepJson = new TextEncoder().encode(JSON.stringify(entry.step));
  await db.insertInto("draftSteps").values({ callId, revision, id: entry.step.id, stepJson, createdAt: entry.at }).execute();
}

/** Steps that made a revision later than `revision`, oldest first; the newest `limit` of them. */
export async function listStepsSince(db: Database, callId: string, revision: number, limit: number): Promise<readonly DraftStep[]> {
  const rows = await db
    .selectFrom("draftSteps")
    .select("stepJson")
    .where("callId", "=", callId)
    .where("revision", ">", revision)
    .orderBy("revision", "desc")
    .limit(limit)
    .execute();
  return rows.reverse().map((row) => readJsonColumn(StepSchema, new TextDecoder().decode(row.stepJson)));
}

/** Which of these steps are on disk already, with the revision that each made. */
export async function findStepRevisions(db: Database, callId: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom("draftSteps").select(["id", "revision"]).where("callId", "=", callId).where("id", "in", [...ids]).execute();
  return new Map(rows.map((row) => [row.id, row.revision]));
}

/** A draft with what tells whether and how it can be changed. */
export interface DraftText {
  readonly callId: string;
  readonly externalId: string | null;
  readonly shape: ShapeId;
  readonly provider: Provider;
  readonly bytes: Uint8Array;
}

/** Drafts of some calls, in no order. */
export async function listDraftTexts(db: Database, callIds: readonly string[]): Promise<readonly DraftText[]> {
  const rows = await db
    .selectFrom("drafts")
    .innerJoin("calls", "calls.id", "drafts.callId")
    .select(["drafts.callId", "drafts.text", "drafts.provider", "calls.externalId", "calls.shape"])
    .where("drafts.callId", "in", [...callIds])
    .execute();
  return rows.map(({ text, ...plain }) => ({ ...plain, bytes: text }));
}
