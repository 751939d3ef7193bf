import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "@/lib/server/db/database";
import { callText, takeIn } from "../support/take-in";
import type { TestServer } from "../support/test-server";

const FATES = ["draft", "draft", "draft", "accepted", "matched", "landed", "rejected", "ignored"] as const;

/**
 * A batch of that many calls over the real store: some are taken in through the intake, and the rest are copies of their rows with
 * ids, agents, times and fates of their own. Answers the batch's id.
 */
export async function seedBatch(server: TestServer, calls: number, texts: readonly string[]): Promise<string> {
  const { context } = server;
  const { batchId, callIds } = await takeIn(context, texts, "Seeded");
  const db = context.db;
  for (let at = callIds.length; at < calls; at += 1_000) {
    await db.transaction().execute(async (trx) => {
      for (let position = at; position < Math.min(at + 1_000, calls); position += 1) await copyCall(trx, { model: callIds[position % callIds.length]!, batchId, position });
    });
  }
  await sql`update changes set seq = seq + 1`.execute(db);
  return batchId;
}

async function copyCall(db: Database, { model, batchId, position }: { readonly model: string; readonly batchId: string; readonly position: number }): Promise<void> {
  const id = randomUUID();
  const externalId = `call-${(position * 7919) % 1_000_003}`;
  const fate = FATES[position % FATES.length]!;
  await sql`insert into calls (id, batch_id, source_id, position, source_path, source_line, source_notes_json, shape, detection_json, provider, original, original_sha256, external_id,
    agent_external_id, agent_id, agent_name, turn_count, duration_seconds, opening, ribbon_json, blocks, loses, odd, loses_all, fate, reason, edited_since, latest_upload_id,
    conversation_id, excluded, search_stale, created_at, last_news_at, source_shape, remarks_json, carried, changed, dropped, started_at, change_seq)
    select ${id}, ${batchId}, source_id, ${position}, source_path, source_line, source_notes_json, shape, detection_json, provider, original, original_sha256, ${externalId},
    ${`agent-${position % 37}`}, null, agent_name, turn_count + ${position % 13}, ${(position * 31) % 4_000}, opening, ribbon_json, blocks, loses, odd, loses_all, ${fate}, reason, 0, null,
    null, 0, 0, created_at, created_at + ${position}, source_shape, remarks_json, carried, changed, dropped, ${1_700_000_000_000 + ((position * 104_729) % 90_000_000)}, ${position}
    from calls where id = ${model}`.execute(db);
  await sql`insert into drafts (call_id, text, provider, revision, saved_at) select ${id}, text, provider, 0, saved_at from drafts where call_id = ${model}`.execute(db);
  await sql`insert into call_problems (call_id, cause_id, count) select ${id}, cause_id, count from call_problems where call_id = ${model}`.execute(db);
  await sql`insert into search_keys (call_id) values (${id})`.execute(db);
  await sql`insert into search (rowid, words) select last_insert_rowid(), words from search where rowid = (select rowid from search_keys where call_id = ${model})`.execute(db);
}

/** Calls of 20 turns with the usual faults: every tenth has an empty turn, every twentieth an unknown role. */
export function modelTexts(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const turns = Array.from({ length: 20 }, (_turn, turn) => ({
      role: index % 20 === 3 && turn === 4 ? "agent" : turn % 2 === 0 ? "assistant" : "user",
      content: index % 10 === 7 && turn === 9 ? "" : `Turn ${turn} of model ${index}: would the appointment on Thursday at half past ten suit you, or shall we look for another day?`,
      startSeconds: turn * 6,
      endSeconds: turn * 6 + 5,
    }));
    const base = JSON.parse(callText(`model-${index}`)) as object;
    return JSON.stringify({ ...base, systemPrompt: `You book appointments, edition ${index % 5}.`, transcript: { turns } });
  });
}
