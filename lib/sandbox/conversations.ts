import { createHash, randomUUID } from "node:crypto";
import * as z from "zod";
import type { Delivery } from "./delivery";
import { ConversationSchema, TranscriptSchema } from "./documents";
import type { Agent, Conversation, Transcript } from "./documents";
import { jsonColumn } from "./store";
import type { SandboxStore } from "./store";

export const ConversationRowSchema = z.object({ seq: z.number(), document: jsonColumn(ConversationSchema) });
const StoredSchema = z.object({
  updated_at: z.number(),
  document: jsonColumn(ConversationSchema),
  transcript: jsonColumn(TranscriptSchema),
});
const TranscriptRowSchema = z.object({ transcript: jsonColumn(TranscriptSchema) });

export function findConversation(store: SandboxStore, id: string): Conversation | null {
  return store.first(ConversationRowSchema, "select seq, document from conversations where id = ?", id.toLowerCase())?.document ?? null;
}

export function findTranscript(store: SandboxStore, id: string): Transcript | null {
  return store.first(TranscriptRowSchema, "select transcript from conversations where id = ?", id.toLowerCase())?.transcript ?? null;
}

/**
 * Where the recording can be heard. Zelto copies the audio, so its address is not the one that was sent; Vapi's alone
 * are kept by reference. The sandbox copies nothing, and a name under .invalid can never lead anywhere.
 */
function recordingAddress(delivery: Delivery, conversationId: string): string | null {
  if (delivery.recordingUrl === null || delivery.source === "vapi") return delivery.recordingUrl;
  const mark = createHash("sha256").update(delivery.recordingUrl).digest("hex").slice(0, 12);
  return `https://recordings.sandbox.invalid/${conversationId}/${mark}`;
}

function create(store: SandboxStore, delivery: Delivery, options: { readonly agent: Agent; readonly at: number }): string {
  const id = randomUUID();
  const createdAt = new Date(options.at).toISOString();
  const document: Conversation = {
    id,
    agentId: options.agent.id,
    name: delivery.name,
    source: delivery.source,
    createdAt,
    updatedAt: createdAt,
    receiverId: null,
    referenceId: delivery.referenceId,
    endedReason: delivery.endedReason,
    cost: delivery.cost,
  };
  const transcript: Transcript = {
    conversationId: id,
    createdAt,
    recordingUrl: recordingAddress(delivery, id),
    durationSeconds: delivery.durationSeconds,
    content: delivery.turns,
    systemPrompt: delivery.systemPrompt,
  };
  store.run(
    "insert into conversations (id, agent_id, reference_key, updated_at, document, transcript) values (?, ?, ?, ?, ?, ?)",
    id,
    options.agent.id,
    JSON.stringify(delivery.referenceId),
    options.at,
    JSON.stringify(document),
    JSON.stringify(transcript),
  );
  return id;
}

function update(store: SandboxStore, delivery: Delivery, options: { readonly stored: z.infer<typeof StoredSchema>; readonly at: number }): string {
  const { document: before, transcript: heard, updated_at: lastUpdate } = options.stored;
  // Two landings within one millisecond still have to read as one after the other.
  const at = Math.max(options.at, lastUpdate + 1);
  const document: Conversation = {
    ...before,
    endedReason: delivery.endedReason ?? before.endedReason,
    cost: delivery.cost ?? before.cost,
    updatedAt: new Date(at).toISOString(),
  };
  const transcript: Transcript = {
    ...heard,
    recordingUrl: recordingAddress(delivery, before.id) ?? heard.recordingUrl,
    durationSeconds: delivery.durationSeconds ?? heard.durationSeconds,
    content: delivery.turns ?? heard.content,
    systemPrompt: delivery.systemPrompt ?? heard.systemPrompt,
  };
  store.run(
    "update conversations set updated_at = ?, document = ?, transcript = ? where id = ?",
    at,
    JSON.stringify(document),
    JSON.stringify(transcript),
    before.id,
  );
  return before.id;
}

/**
 * Lets one delivery land at an instant (ms). The reference id alone decides whether it creates or updates, as the
 * vendor calls it the key for the whole organization. Unknown about the real API and decided here: an update keeps
 * the agent, the name and the source of the first, and what it leaves out.
 */
export function landConversation(
  store: SandboxStore,
  delivery: Delivery,
  options: { readonly agent: Agent; readonly at: number },
): { readonly id: string; readonly outcome: "created" | "updated" } {
  const key = JSON.stringify(delivery.referenceId);
  const stored = store.first(StoredSchema, "select updated_at, document, transcript from conversations where reference_key = ?", key);
  if (stored === null) return { id: create(store, delivery, options), outcome: "created" };
  return { id: update(store, delivery, { stored, at: options.at }), outcome: "updated" };
}
