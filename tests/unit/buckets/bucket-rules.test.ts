import { expect, test } from "vitest";
import { canAdd } from "@/lib/core/buckets/can-add";
import { classifyAdd } from "@/lib/core/buckets/classify-add";
import { parseReference } from "@/lib/core/buckets/parse-reference";
import type { AnswerOutcome, AttemptOutcome } from "@/lib/core/uploads/attempt-outcome";

const A = "0f8fad5b-d9cb-469f-a165-70867728950e";
const B = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const REFERENCES: readonly (readonly [string, string | null])[] = [
  [A, A],
  [`  ${A.toUpperCase()} \n`, A],
  [`https://dashboard.zelto.ai/org/acme-1a2b3c4d/conversations/${A}`, A],
  [`https://dashboard.zelto.ai/org/acme-1a2b3c4d/conversations/${A}?tab=transcript&agent=${B}`, A],
  [`https://dashboard.zelto.ai/agents/${B}/conversations/${A}#turn-3`, A],
  [`https://dashboard.zelto.ai/conversations?open=${A}`, A],
  [`Conversation ${A}, please`, A],
  ["", null],
  ["not-an-id", null],
  [A.slice(0, -1), null],
];
test.each(REFERENCES)("the id in %j is %j", (text, expected) => {
  expect(parseReference(text)).toBe(expected);
});

test("a conversation of the bucket's agent can be added", () => {
  expect(canAdd({ bucketAgentId: "a", bucketAgentLabel: "bot", conversationAgentId: "a", conversationAgentLabel: "bot" })).toEqual({ kind: "can-add" });
});

test("another agent is prevented, with both names in the reason", () => {
  const advice = canAdd({ bucketAgentId: "a", bucketAgentLabel: "booking-bot", conversationAgentId: "b", conversationAgentLabel: null });
  expect(advice.kind === "wrong-agent" ? advice.reason : "").toMatch(/booking-bot.*belongs to b\b.*nothing was sent/);
});

test.each([[null, "a"], ["a", null], [null, null]])("with an agent that is not known (%s, %s) Zelto decides", (bucketAgentId, conversationAgentId) => {
  expect(canAdd({ bucketAgentId, bucketAgentLabel: null, conversationAgentId, conversationAgentLabel: null })).toEqual({ kind: "not-known" });
});

const answer = (status: number, body: string): AnswerOutcome => ({ kind: "answer", status, contentType: "application/json", body, truncated: false, retryAfter: null });
const ADDS: readonly (readonly [AttemptOutcome, string, string | null])[] = [
  [answer(200, '{"bucketId":"b","conversationId":"c","alreadyExisted":false}'), "added", null],
  [answer(200, '{"alreadyExisted":true}'), "already-there", null],
  [answer(200, "{}"), "added", null],
  [answer(201, "{}"), "added", null],
  [answer(200, "<html>"), "unknown", null],
  [answer(200, "[]"), "unknown", null],
  [answer(204, ""), "unknown", null],
  [answer(400, '{"error":"Validation failed"}'), "refused", null],
  [answer(404, '{"error":"Not found"}'), "refused", null],
  [answer(405, ""), "refused", null],
  [answer(409, ""), "unknown", null],
  [answer(413, ""), "refused", null],
  [answer(422, ""), "refused", null],
  [answer(401, ""), "waiting", "queue"],
  [answer(403, ""), "waiting", "queue"],
  [answer(429, ""), "waiting", "queue"],
  [answer(302, ""), "waiting", "queue"],
  [answer(500, ""), "unknown", null],
  [answer(503, ""), "unknown", null],
  [{ kind: "unknown", cause: "timeout" }, "unknown", null],
  [{ kind: "not-sent", cause: "refused" }, "waiting", "queue"],
  [{ kind: "local", cause: "key-missing" }, "waiting", "queue"],
];
test.each(ADDS)("adding that ends with %o is %s", (outcome, state, scope) => {
  const verdict = classifyAdd(outcome, { nowMs: 0, host: "api.zelto.ai", provider: "zelto", keyWorksElsewhere: null });
  expect([verdict.state, verdict.pause?.scope ?? null]).toEqual([state, scope]);
});

test("a refusal tells Zelto's reason and the likeliest one", () => {
  const verdict = classifyAdd(answer(400, '{"error":"Validation failed","message":"wrong agent"}'), { nowMs: 0, host: "h", provider: "zelto", keyWorksElsewhere: null });
  expect(verdict.sentence).toMatch(/400: Validation failed, wrong agent.*another agent/);
});
