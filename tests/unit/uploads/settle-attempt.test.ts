import { describe, expect, it } from "vitest";
import { classifyOutcome } from "@/lib/core/uploads/classify-outcome";
import type { AttemptOutcome } from "@/lib/core/uploads/attempt-outcome";
import { settleAttempt } from "@/lib/core/uploads/settle-attempt";

const NOON = Date.UTC(2026, 10, 21, 12);
const answer = (status: number, body = ""): AttemptOutcome => ({ kind: "answer", status, contentType: "application/json", body, retryAfter: null, truncated: false });
const settle = (outcome: AttemptOutcome, tries = 0) => {
  const verdict = classifyOutcome(outcome, { nowMs: NOON, host: "api.example", provider: "zelto", keyWorksElsewhere: null });
  return settleAttempt(verdict, { tries, firstAttemptAt: null, now: NOON, random: 1 });
};

describe("after an attempt", () => {
  it("an accepted or refused call is over", () => {
    expect(settle(answer(200, '{"received":true}'))).toMatchObject({ fate: "accepted", dueAt: null, tries: 1 });
    expect(settle(answer(400, '{"error":"Validation failed"}'))).toMatchObject({ fate: "rejected", dueAt: null, tries: 1 });
  });

  it("an outage leaves it queued until its next try, which is named", () => {
    expect(settle(answer(503))).toEqual({
      fate: "queued",
      sentence: "Zelto is not available (503). It was sent and not accepted. Nothing is lost. The same bytes go again by themselves at 12:00:01 UTC (try 2 of 25), which is safe.",
      dueAt: NOON + 1_000,
      tries: 1,
    });
  });

  it("an unknown outcome stays unknown while it is repeated", () => {
    expect(settle({ kind: "unknown", cause: "timeout" }, 3)).toMatchObject({ fate: "unknown", dueAt: NOON + 8_000, tries: 4 });
  });

  it("it waits for a person once the tries are used up", () => {
    expect(settle({ kind: "unknown", cause: "timeout" }, 24)).toEqual({
      fate: "held",
      sentence: "Zelto did not answer within 30 s. The request may or may not have arrived. It was tried 25 times; send it again when you think it can succeed, the same bytes are safe.",
      dueAt: null,
      tries: 25,
    });
  });

  it("waiting for the key or for a slower pace uses no try up", () => {
    expect(settle(answer(401), 3)).toMatchObject({ fate: "queued", dueAt: NOON, tries: 3 });
    expect(settle(answer(429), 3)).toMatchObject({ fate: "queued", dueAt: NOON, tries: 3 });
  });

  it("what only this process cut short goes again at once", () => {
    expect(settle({ kind: "unknown", cause: "interrupted" }, 2)).toMatchObject({ fate: "unknown", dueAt: NOON, tries: 3 });
  });
});
