/** What is known about a call that Zelto accepted and that was not seen. Facts only; the ranking is made of them. */
export interface MissingFacts {
  /** `agentId` of the body, or null where it names the agent by an external id. */
  readonly agentId: string | null;
  readonly agentExternalId: string | null;
  /** Whether the agentId stands in the agents Zelto listed; null where agents cannot be listed. */
  readonly agentKnown: boolean | null;
  readonly hasTurns: boolean;
  readonly hasRecording: boolean;
  /** Name of a native event that Zelto makes no conversation of, or null. */
  readonly droppedEvent: string | null;
  readonly nativeBody: boolean;
  /** Whether conversations can be listed at all. */
  readonly listing: "answers" | "missing" | "failed";
  /** Same call id found under another agent. */
  readonly otherAgentConversationId: string | null;
  /** The conversation of an earlier upload is there, and nothing shows that this one changed it. */
  readonly updateUnproved: boolean;
  /** How many conversations were looked through, and whether Zelto has more. */
  readonly conversationsRead: number;
  readonly moreUnread: boolean;
  readonly externalId: string;
}

export interface RankedCause {
  readonly code: MissingCauseCode;
  readonly title: string;
  readonly detail: string;
}

export const MISSING_CAUSE_CODES = [
  "update-not-proved",
  "landed-under-another-agent",
  "agent-unknown",
  "nothing-to-store",
  "event-not-terminal",
  "listing-not-available",
  "not-converted",
  "agent-not-checked",
  "older-than-read",
  "slow",
  "other-organization",
  "reference-differs",
] as const;
type MissingCauseCode = (typeof MISSING_CAUSE_CODES)[number];

interface CauseRule {
  readonly code: MissingCauseCode;
  readonly holds: (facts: MissingFacts) => boolean;
  readonly title: string;
  readonly detail: (facts: MissingFacts) => string;
}

/**
 * Likely causes, the likeliest first: what was seen with own eyes, then what the vendor's guide names as silent failures, then
 * what would blind us, then what cannot be told from here.
 */
const RULES: readonly CauseRule[] = [
  {
    code: "update-not-proved",
    holds: (facts) => facts.updateUnproved,
    title: "The update is not proved",
    detail: () => "The conversation of the earlier upload is there, but nothing shows that this one changed it. Look again, or compare it in Zelto.",
  },
  {
    code: "landed-under-another-agent",
    holds: (facts) => facts.otherAgentConversationId !== null,
    title: "It stands under another agent",
    detail: (facts) => `Conversation ${facts.otherAgentConversationId ?? ""} has this call id but another agent: Zelto may have folded agents together. If it is the right one, paste its id.`,
  },
  {
    code: "agent-unknown",
    holds: (facts) => facts.agentId !== null && facts.agentKnown === false,
    title: "Zelto does not know this agentId",
    detail: (facts) => `Agent ${facts.agentId ?? ""} is not among the agents of this organization. Zelto answers 200 and stores nothing. Use the agent's external id, or the right agentId.`,
  },
  {
    code: "nothing-to-store",
    holds: (facts) => !facts.hasTurns && !facts.hasRecording && facts.droppedEvent === null,
    title: "Neither transcript nor recording",
    detail: () => "Zelto takes such a call for one that was never answered and makes no conversation of it. Add turns or a recording and upload again.",
  },
  {
    code: "event-not-terminal",
    holds: (facts) => facts.droppedEvent !== null,
    title: "The event is not the end of a call",
    detail: (facts) => `Zelto accepts ${facts.droppedEvent ?? ""} and ignores it. Send the body of the final event instead.`,
  },
  {
    code: "listing-not-available",
    holds: (facts) => facts.listing !== "answers",
    title: "Intake cannot see conversations here",
    detail: (facts) =>
      facts.listing === "missing"
        ? `This Zelto does not list conversations. Search Reference ID ${facts.externalId} in Zelto and paste the conversation's id or link.`
        : "Conversations could not be read at the last looks. Check the connection in Settings and look again.",
  },
  {
    code: "not-converted",
    holds: (facts) => facts.nativeBody,
    title: "Zelto may not have been able to convert the native body",
    detail: () => "The agent's card under Connections in Zelto says when its last webhook failed. Editing the call as canonical avoids the conversion.",
  },
  {
    code: "agent-not-checked",
    holds: (facts) => facts.agentId !== null && facts.agentKnown === null,
    title: "The agentId could not be checked",
    detail: () => "Agents cannot be listed here. If the agentId is wrong, Zelto answers 200 and stores nothing. An external id is safer.",
  },
  {
    code: "older-than-read",
    holds: (facts) => facts.listing === "answers" && facts.moreUnread,
    title: "There are more conversations than Intake reads",
    detail: (facts) => `${facts.conversationsRead.toLocaleString("en-US")} conversations were looked through; Zelto has more. Search Reference ID ${facts.externalId} in Zelto and paste the id.`,
  },
  {
    code: "slow",
    holds: () => true,
    title: "Zelto is slow",
    detail: () => "It processes calls in the background, usually within seconds. Look again later.",
  },
  {
    code: "other-organization",
    holds: () => true,
    title: "The key belongs to another organization",
    detail: () => "A call lands in the organization of the key. Compare the key's last 4 characters in Settings with those in Zelto.",
  },
  {
    code: "reference-differs",
    holds: (facts) => facts.nativeBody || facts.agentExternalId !== null,
    title: "It landed under another id",
    detail: () => "Zelto may show another reference than this call's id. Look through the newest conversations in Zelto and paste the right one.",
  },
];

/** The causes that the facts allow, ranked, at most six: more is not read. */
export function rankMissingCauses(facts: MissingFacts): readonly RankedCause[] {
  return RULES.filter((rule) => rule.holds(facts))
    .slice(0, 6)
    .map((rule) => ({ code: rule.code, title: rule.title, detail: rule.detail(facts) }));
}
