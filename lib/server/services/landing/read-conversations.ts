import "server-only";
import type { Conversation } from "@/lib/core/landing/conversation";
import { isMissing, recordRead } from "../connection/capabilities";
import type { Page } from "@/lib/server/zelto/client";
import type { ReadResult } from "@/lib/server/zelto/read-answer";
import type { DeliveryContext } from "../delivery-context";

type ConversationPage = ReadResult<Page<Conversation>>;

/** What could be seen of Zelto's conversations in one look. */
export type ConversationsView =
  | { readonly kind: "read"; readonly conversations: readonly Conversation[]; readonly moreUnread: boolean }
  | { readonly kind: "missing" }
  | { readonly kind: "failed" };

/** Ours: 1,000 conversations in a look. More would make each look long; beyond it the reference filter is tried. */
const PAGE_SIZE = 200;
const MAX_PAGES = 5;
/** At most so many single searches in a look. */
const MAX_SEARCHES = 10;

/**
 * Reads the conversations of the target once for all calls that are looked for. Nothing is assumed about order or filters: pages are
 * read until every id was met, and only then is `referenceId`, which Zelto may not know, tried for the rest.
 */
export async function readConversations(context: DeliveryContext, wanted: readonly string[]): Promise<ConversationsView> {
  if (await isMissing(context, "listConversations")) return { kind: "missing" };
  const open = new Set(wanted);
  const conversations: Conversation[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer: ConversationPage = await context.zelto.listConversations({ limit: PAGE_SIZE, cursor });
    const result = await recordRead(context, "listConversations", answer);
    if (result.kind === "missing") return { kind: "missing" };
    if (result.kind === "failed") return { kind: "failed" };
    conversations.push(...result.value.items);
    for (const { referenceId } of result.value.items) if (referenceId !== null) open.delete(referenceId);
    cursor = result.value.nextCursor;
    if (cursor === null || open.size === 0) break;
  }
  const moreUnread = cursor !== null && open.size > 0;
  if (moreUnread) conversations.push(...(await searchByReference(context, [...open])));
  return { kind: "read", conversations, moreUnread };
}

async function searchByReference(context: DeliveryContext, references: readonly string[]): Promise<readonly Conversation[]> {
  const found: Conversation[] = [];
  for (const referenceId of references.slice(0, MAX_SEARCHES)) {
    const result = await context.zelto.listConversations({ limit: PAGE_SIZE, referenceId });
    // A Zelto that refuses the unknown filter is asked no more in this look; the pages have been read all the same.
    if (result.kind !== "ok") break;
    found.push(...result.value.items);
  }
  return found;
}
