import "server-only";
import { rankMissingCauses, type MissingFacts } from "@/lib/core/landing/missing-causes";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import type { StoredVersion } from "@/lib/server/repositories/versions";
import { readBody } from "../uploads/read-body";

/** What was seen while looking. */
export type LookFacts = Pick<MissingFacts, "listing" | "otherAgentConversationId" | "updateUnproved" | "conversationsRead" | "moreUnread">;

/** The facts about an upload that was not seen: what its body says, and what the looks met. */
function missingFacts(version: StoredVersion, agents: readonly KnownAgent[] | null, look: LookFacts): MissingFacts {
  const body = readBody(version.body, version.provider);
  const summary = body?.summary;
  const agentId = summary?.agentId ?? null;
  const event = body?.detection.event;
  return {
    ...look,
    agentId,
    agentExternalId: summary?.agentExternalId ?? null,
    agentKnown: agents === null || agentId === null ? null : agents.some(({ id }) => id.toLowerCase() === agentId.toLowerCase()),
    hasTurns: (summary?.turnCount ?? 0) > 0,
    hasRecording: summary?.hasRecording ?? false,
    droppedEvent: body?.native === true && event?.terminal === false ? event.name : null,
    nativeBody: body?.native ?? false,
    externalId: summary?.externalId ?? "",
  };
}

/** Why Zelto keeps nothing of a body, in a few words for a sentence: "neither transcript nor recording". */
export function describeExpectedLoss(version: StoredVersion, host: string): string {
  const facts = missingFacts(version, null, { listing: "answers", otherAgentConversationId: null, updateUnproved: false, conversationsRead: 0, moreUnread: false });
  if (facts.droppedEvent !== null) return `${facts.droppedEvent} is not the end of a call`;
  if (!facts.hasTurns && !facts.hasRecording) return "no transcript and no recording";
  return facts.agentId === null ? `by its rules ${host} keeps nothing of it` : "its agentId is not known there";
}

/** The ranked causes for the screen. */
export function rankedCauses(version: StoredVersion, agents: readonly KnownAgent[] | null, look: LookFacts): { readonly code: string; readonly title: string; readonly detail: string }[] {
  return rankMissingCauses(missingFacts(version, agents, look)).map((cause) => ({ ...cause }));
}
