import "server-only";
import { instantOf, type Conversation } from "@/lib/core/landing/conversation";
import { matchConversation } from "@/lib/core/landing/match-conversation";
import { proveUpdate, type BeforeSending } from "@/lib/core/landing/prove-update";
import { listAgents } from "@/lib/server/repositories/agents";
import { findPreviousUpload, listDueLooks } from "@/lib/server/repositories/upload-queue";
import { updateUpload, type StoredUpload } from "@/lib/server/repositories/uploads";
import { findVersion, type StoredVersion } from "@/lib/server/repositories/versions";
import { resolveAgentId } from "../buckets/known-agents";
import { isMissing, recordRead } from "../connection/capabilities";
import type { DeliveryContext } from "../delivery-context";
import { readBody } from "../uploads/read-body";
import { keepReadBack, landUpload } from "./land-upload";
import type { LookFacts } from "./missing-facts";
import { noteNotSeen } from "./not-seen";
import { proofOf, readBack } from "./read-back";
import { readConversations, type ConversationsView } from "./read-conversations";

/** Clocks of two machines differ: a conversation counts as older than the upload only beyond this. Ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Looks once for every upload that is due, reading the conversations a single time for all. Answers how many were looked for. */
export async function lookForLandings(context: DeliveryContext): Promise<number> {
  const due = await listDueLooks(context.db, context.target.id, context.now());
  if (due.length === 0) return 0;
  const searched = due.filter(({ fate }) => fate !== "landed");
  const wanted = searched.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
  const view: ConversationsView = searched.length === 0 ? { kind: "failed" } : await readConversations(context, wanted);
  for (const upload of due) await lookForOne(context, upload, view);
  return due.length;
}

async function lookForOne(context: DeliveryContext, upload: StoredUpload, view: ConversationsView): Promise<void> {
  const version = await findVersion(context.db, upload.versionId);
  if (version === null || !["accepted", "missing", "ignored", "landed"].includes(upload.fate)) {
    await updateUpload(context.db, upload.id, { nextLookAt: null });
    return;
  }
  if (upload.fate === "landed") return compareLanded(context, upload, version);
  const look = lookFacts(view);
  const match = await findMatch(context, upload, version, view);
  if (match.kind === "found") return considerFound(context, { upload, version, look }, match.conversation);
  await noteNotSeen(context, upload, { look: { ...look, otherAgentConversationId: match.kind === "other-agent" ? match.conversation.id : null }, comparison: null });
}

async function compareLanded(context: DeliveryContext, upload: StoredUpload, version: StoredVersion): Promise<void> {
  const result = upload.conversationId === null ? null : await readBack(context, version, upload.conversationId);
  await keepReadBack(context, upload.id, result?.comparison ?? null);
}

async function findMatch(context: DeliveryContext, upload: StoredUpload, version: StoredVersion, view: ConversationsView) {
  const summary = readBody(version.body, version.provider)?.summary;
  const agentId = summary ? resolveAgentId(await listAgents(context.db, context.target.id), summary) : null;
  if (view.kind === "read" && upload.externalId !== null) {
    const match = matchConversation(view.conversations, { externalId: upload.externalId, agentId });
    // Zelto may fold agents of different external ids into one, so only an agent named by Zelto's own id has to be that one.
    if (match.kind === "other-agent" && summary?.agentId === null) return { kind: "found", conversation: match.conversation } as const;
    if (match.kind !== "none") return match;
  }
  const known = await readKnownConversation(context, upload);
  return known === null ? ({ kind: "none" } as const) : ({ kind: "found", conversation: known } as const);
}

/** A repeat knows where to look even where nothing can be listed. */
async function readKnownConversation(context: DeliveryContext, upload: StoredUpload): Promise<Conversation | null> {
  if (upload.previousConversationId === null || (await isMissing(context, "getConversation"))) return null;
  const result = await recordRead(context, "getConversation", await context.zelto.getConversation(upload.previousConversationId));
  return result.kind === "ok" ? result.value : null;
}

/** A conversation with the right id is there: lands it if it is proved to be this upload's, else goes on watching. */
async function considerFound(context: DeliveryContext, seen: { readonly upload: StoredUpload; readonly version: StoredVersion; readonly look: LookFacts }, conversation: Conversation): Promise<void> {
  const { upload, version, look } = seen;
  const previous = await findPreviousUpload(context.db, upload);
  const before = beforeSending(upload, previous, conversation);
  let result = null;
  if (proveUpdate(before, conversation, null) === "unproved") {
    result = await readBack(context, version, conversation.id);
    const previousVersion = previous === null ? null : await findVersion(context.db, previous.versionId);
    if (proveUpdate(before, conversation, proofOf(result, previousVersion)) === "unproved") {
      return noteNotSeen(context, upload, { look: { ...look, updateUnproved: true }, comparison: result?.comparison ?? null });
    }
  }
  const how = before === null ? "Landed: the conversation is in Zelto." : "Landed: the conversation in Zelto was updated.";
  if (!(await landUpload(context, upload, conversation, how))) return;
  result ??= await readBack(context, version, conversation.id);
  await keepReadBack(context, upload.id, result?.comparison ?? null);
}

/** What was there before this upload, as far as it is known; null where the conversation can only be its own. */
function beforeSending(upload: StoredUpload, previous: StoredUpload | null, seen: Conversation): BeforeSending | null {
  if (upload.previousConversationId !== null) return { conversationId: upload.previousConversationId, updatedAt: upload.previousUpdatedAt };
  // An earlier upload was accepted and its conversation never seen: what is found now may be that one's work.
  if (previous !== null) return { conversationId: seen.id, updatedAt: null };
  // Made by somebody else long before: being there proves nothing about this upload.
  const lastMoved = instantOf(seen.updatedAt) ?? instantOf(seen.createdAt);
  const acceptedAt = upload.acceptedAt ?? upload.createdAt;
  return lastMoved !== null && lastMoved < acceptedAt - CLOCK_SKEW_MS ? { conversationId: seen.id, updatedAt: seen.updatedAt } : null;
}

function lookFacts(view: ConversationsView): LookFacts {
  const base = { otherAgentConversationId: null, updateUnproved: false };
  if (view.kind !== "read") return { ...base, listing: view.kind, conversationsRead: 0, moreUnread: false };
  return { ...base, listing: "answers", conversationsRead: view.conversations.length, moreUnread: view.moreUnread };
}
