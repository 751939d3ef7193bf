import { expect, test } from "vitest";
import { MISSING_CAUSE_CODES, rankMissingCauses, type MissingFacts } from "@/lib/core/landing/missing-causes";

const facts: MissingFacts = {
  agentId: null,
  agentExternalId: "booking-bot",
  agentKnown: null,
  hasTurns: true,
  hasRecording: false,
  droppedEvent: null,
  nativeBody: false,
  listing: "answers",
  otherAgentConversationId: null,
  updateUnproved: false,
  conversationsRead: 40,
  moreUnread: false,
  externalId: "call-1",
};
const codes = (changes: Partial<MissingFacts> = {}) => rankMissingCauses({ ...facts, ...changes }).map(({ code }) => code);

const CASES: readonly (readonly [string, Partial<MissingFacts>, readonly string[]])[] = [
  ["nothing speaks for anything", {}, ["slow", "other-organization", "reference-differs"]],
  ["an agentId that is not listed comes first", { agentId: "a", agentExternalId: null, agentKnown: false }, ["agent-unknown", "slow", "other-organization"]],
  ["an agentId that could not be checked is named later", { agentId: "a", agentExternalId: null }, ["agent-not-checked", "slow", "other-organization"]],
  ["a known agentId is no cause", { agentId: "a", agentExternalId: null, agentKnown: true }, ["slow", "other-organization"]],
  ["nothing to store", { hasTurns: false }, ["nothing-to-store", "slow", "other-organization", "reference-differs"]],
  ["a recording alone is something to store", { hasTurns: false, hasRecording: true }, ["slow", "other-organization", "reference-differs"]],
  ["an event that is not the end", { droppedEvent: "status-update", nativeBody: true, hasTurns: false }, ["event-not-terminal", "not-converted", "slow", "other-organization", "reference-differs"]],
  ["a native body may not have been converted", { nativeBody: true }, ["not-converted", "slow", "other-organization", "reference-differs"]],
  ["no list of conversations", { listing: "missing" }, ["listing-not-available", "slow", "other-organization", "reference-differs"]],
  ["lists that failed", { listing: "failed" }, ["listing-not-available", "slow", "other-organization", "reference-differs"]],
  ["folded agents", { otherAgentConversationId: "c9" }, ["landed-under-another-agent", "slow", "other-organization", "reference-differs"]],
  ["an update that is not proved", { updateUnproved: true }, ["update-not-proved", "slow", "other-organization", "reference-differs"]],
  ["more conversations than are read", { moreUnread: true }, ["older-than-read", "slow", "other-organization", "reference-differs"]],
];
test.each(CASES)("ranks causes: %s", (_name, changes, expected) => {
  expect(codes(changes)).toEqual(expected);
});

test("names at most six, and every code can be reached", () => {
  const all = { updateUnproved: true, otherAgentConversationId: "c", agentId: "a", agentKnown: false, hasTurns: false, listing: "missing", nativeBody: true } as const;
  expect(codes(all)).toHaveLength(6);
  const reached = new Set([...CASES.flatMap(([, changes]) => codes(changes)), ...codes(all)]);
  expect(MISSING_CAUSE_CODES.filter((code) => !reached.has(code))).toEqual([]);
});

test("fills in ids and counts", () => {
  const text = (changes: Partial<MissingFacts>) => rankMissingCauses({ ...facts, ...changes })[0]?.detail ?? "";
  expect(text({ otherAgentConversationId: "c9" })).toContain("Conversation c9");
  expect(text({ moreUnread: true, conversationsRead: 1_000 })).toContain("1,000 conversations");
  expect(text({ listing: "missing" })).toContain("Reference ID call-1");
  expect(text({ listing: "failed" })).toContain("Check the connection");
  expect(text({ agentId: "a1", agentKnown: false })).toContain("Agent a1");
  expect(text({ droppedEvent: "status-update" })).toContain("status-update");
});
