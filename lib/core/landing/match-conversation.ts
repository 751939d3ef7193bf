import { instantOf } from "./conversation";
import type { Conversation } from "./conversation";

/** What an upload knows of the conversation it waits for. */
export interface LandingQuery {
  readonly externalId: string;
  /** Zelto's id of the agent the call names, where Intake knows it; null matches any agent. */
  readonly agentId: string | null;
}

export type ConversationMatch =
  | { readonly kind: "found"; readonly conversation: Conversation }
  /** Right call id, but under an agent that the call does not name: agents may have been folded together. */
  | { readonly kind: "other-agent"; readonly conversation: Conversation }
  | { readonly kind: "none" };

/**
 * Finds the conversation of a call among those Zelto listed. Matches on our side by `referenceId`, whatever filters were sent,
 * and assumes nothing about order: among several the one updated last wins.
 */
export function matchConversation(conversations: readonly Conversation[], query: LandingQuery): ConversationMatch {
  const sameId = conversations.filter((conversation) => conversation.referenceId === query.externalId);
  const sameAgent = query.agentId === null ? sameId : sameId.filter((conversation) => conversation.agentId === query.agentId);
  const found = newest(sameAgent);
  if (found) return { kind: "found", conversation: found };
  const elsewhere = newest(sameId);
  return elsewhere ? { kind: "other-agent", conversation: elsewhere } : { kind: "none" };
}

function newest(conversations: readonly Conversation[]): Conversation | undefined {
  return conversations.reduce<Conversation | undefined>((best, candidate) => (best === undefined || updatedMs(candidate) > updatedMs(best) ? candidate : best), undefined);
}

function updatedMs(conversation: Conversation): number {
  return instantOf(conversation.updatedAt) ?? Number.NEGATIVE_INFINITY;
}
