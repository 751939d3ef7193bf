import { expect, test } from "vitest";
import type { Conversation } from "@/lib/core/landing/conversation";
import { matchConversation } from "@/lib/core/landing/match-conversation";
import { proveUpdate } from "@/lib/core/landing/prove-update";

const conversation = (id: string, changes: Partial<Conversation> = {}): Conversation => ({
  id,
  agentId: "agent-1",
  name: "",
  referenceId: "call-1",
  source: "upload",
  createdAt: "2026-11-21T14:00:00Z",
  updatedAt: "2026-11-21T14:00:00Z",
  ...changes,
});
const found = (list: readonly Conversation[], agentId: string | null = "agent-1") => {
  const match = matchConversation(list, { externalId: "call-1", agentId });
  return match.kind === "none" ? "none" : `${match.kind} ${match.conversation.id}`;
};

test("finds by reference and agent, whatever the order", () => {
  expect(found([conversation("a", { referenceId: "call-2" }), conversation("b"), conversation("c", { referenceId: null })])).toBe("found b");
});

test("takes the one updated last among several, and one with a readable date before one without", () => {
  expect(found([conversation("old"), conversation("new", { updatedAt: "2026-11-21T15:00:00+00:00" }), conversation("none", { updatedAt: null })])).toBe("found new");
  expect(found([conversation("none", { updatedAt: "yesterday" }), conversation("dated")])).toBe("found dated");
});

test("tells a conversation of another agent apart instead of taking it", () => {
  expect(found([conversation("x", { agentId: "agent-2" })])).toBe("other-agent x");
  expect(found([conversation("x", { agentId: "agent-2" }), conversation("y")])).toBe("found y");
});

test("matches any agent where ours is not known", () => {
  expect(found([conversation("x", { agentId: "agent-9" })], null)).toBe("found x");
});

test("finds nothing among others, and compares references exactly", () => {
  expect(found([])).toBe("none");
  expect(found([conversation("a", { referenceId: "CALL-1" }), conversation("b", { referenceId: "call-1 " })])).toBe("none");
});

const before = { conversationId: "c1", updatedAt: "2026-11-21T14:00:00.000Z" };
const seen = (updatedAt: string | null, id = "c1") => ({ id, updatedAt });
const PROOFS: readonly (readonly [string, Parameters<typeof proveUpdate>, string])[] = [
  ["a first upload is proved by being there", [null, seen(null), null], "proved"],
  ["another conversation than before is proved by being there", [before, seen(null, "c2"), null], "proved"],
  ["a later updatedAt proves it", [before, seen("2026-11-21T14:00:00.001Z"), null], "proved"],
  ["a later updatedAt in another zone proves it", [before, seen("2026-11-21T16:00:01+02:00"), null], "proved"],
  ["the same updatedAt proves nothing", [before, seen("2026-11-21T14:00:00.000Z"), null], "unproved"],
  ["an earlier updatedAt proves nothing", [before, seen("2026-11-21T13:00:00Z"), null], "unproved"],
  ["a missing date proves nothing", [before, seen(null), null], "unproved"],
  ["a date unknown before proves nothing", [{ ...before, updatedAt: null }, seen("2026-11-21T15:00:00Z"), null], "unproved"],
  ["a transcript equal to the new body and not the old proves it", [before, seen(null), { equalsNew: true, equalsOld: false }], "proved"],
  ["a transcript equal to both proves nothing", [before, seen(null), { equalsNew: true, equalsOld: true }], "unproved"],
  ["a transcript equal to the old one proves nothing", [before, seen(null), { equalsNew: false, equalsOld: true }], "unproved"],
];
test.each(PROOFS)("%s", (_rule, args, expected) => {
  expect(proveUpdate(...args)).toBe(expected);
});
