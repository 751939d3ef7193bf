/** What is known of the agents on both sides; null where it is not known here. */
export interface AddFacts {
  readonly bucketAgentId: string | null;
  readonly bucketAgentLabel: string | null;
  readonly conversationAgentId: string | null;
  readonly conversationAgentLabel: string | null;
}

export type AddAdvice =
  | { readonly kind: "can-add" }
  /** One of the agents is not known: Zelto decides. */
  | { readonly kind: "not-known" }
  | { readonly kind: "wrong-agent"; readonly reason: string };

/** A bucket holds conversations of one agent, and Zelto refuses others (its page on buckets): said before anything is sent. */
export function canAdd(facts: AddFacts): AddAdvice {
  if (facts.bucketAgentId === null || facts.conversationAgentId === null) return { kind: "not-known" };
  if (facts.bucketAgentId === facts.conversationAgentId) return { kind: "can-add" };
  const bucketAgent = facts.bucketAgentLabel ?? facts.bucketAgentId;
  const conversationAgent = facts.conversationAgentLabel ?? facts.conversationAgentId;
  return {
    kind: "wrong-agent",
    reason: `This bucket holds conversations of agent ${bucketAgent}; this one belongs to ${conversationAgent}. Zelto would refuse it, so nothing was sent. Choose a bucket of ${conversationAgent}.`,
  };
}
