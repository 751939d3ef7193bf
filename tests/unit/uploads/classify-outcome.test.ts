import { describe, expect, test } from "vitest";
import type { AnswerOutcome, AttemptOutcome } from "@/lib/core/uploads/attempt-outcome";
import { classifyOutcome, needsKeyProbe } from "@/lib/core/uploads/classify-outcome";
import { OUTCOME_CLASSES, POLICY, POLICY_CODES } from "@/lib/core/uploads/policy";

const NOW = Date.UTC(2026, 10, 21, 14, 5, 0);
const context = { nowMs: NOW, host: "api.zelto.ai", provider: "vapi", keyWorksElsewhere: null };
const answer = (status: number, body = "", changes: Partial<AnswerOutcome> = {}): AnswerOutcome => ({
  kind: "answer",
  status,
  contentType: "application/json",
  body,
  truncated: false,
  retryAfter: null,
  ...changes,
});
const error = (text: string) => JSON.stringify({ error: text });

/** Status and body, then code, class, fate and the scope of the pause, written by hand from the policy. */
const STATUSES: readonly (readonly [number, string, string, string, string, string | null])[] = [
  [200, '{"received":true}', "accepted", "accepted", "accepted", null],
  [200, ' \n{ "received" : true , "id": 7 }\n', "accepted", "accepted", "accepted", null],
  [201, '{"received":true}', "acceptedOddly", "accepted", "accepted", null],
  [202, '{"received":true}', "acceptedOddly", "accepted", "accepted", null],
  [204, "", "emptyAnswer", "unconfirmed", "unknown", null],
  [205, '{"received":true}', "emptyAnswer", "unconfirmed", "unknown", null],
  [299, "{}", "notTheAnswer", "unconfirmed", "unknown", null],
  [300, "", "redirect", "configuration", "queued", "queue"],
  [301, "", "redirect", "configuration", "queued", "queue"],
  [302, "", "redirect", "configuration", "queued", "queue"],
  [304, "", "redirect", "configuration", "queued", "queue"],
  [307, "", "redirect", "configuration", "queued", "queue"],
  [308, "", "redirect", "configuration", "queued", "queue"],
  [400, error("Invalid JSON"), "invalidJson", "our-bug", "rejected", null],
  [400, error("Unsupported provider"), "unsupportedProvider", "configuration", "queued", "provider:vapi"],
  [400, error("Validation failed"), "validationFailed", "permanent", "rejected", null],
  [400, error("Something else"), "refused", "permanent", "rejected", null],
  [400, "<html>", "refused", "permanent", "rejected", null],
  [401, error("Unauthorized"), "keyRefused", "key", "queued", "queue"],
  [401, "", "keyRefused", "key", "queued", "queue"],
  [402, error("Payment required"), "accountClosed", "account", "queued", "queue"],
  [403, error("Forbidden"), "forbiddenKey", "key", "queued", "queue"],
  [404, error("Not found"), "wrongAddress", "configuration", "queued", "queue"],
  [405, "", "wrongAddress", "configuration", "queued", "queue"],
  [406, "", "wrongAddress", "configuration", "queued", "queue"],
  [407, "", "proxySignIn", "network", "queued", "queue"],
  [408, "", "slow", "transient", "held", null],
  [409, "", "busy", "transient", "held", null],
  [410, "", "wrongAddress", "configuration", "queued", "queue"],
  [411, "", "unusualRequest", "our-bug", "rejected", null],
  [412, "", "refused", "permanent", "rejected", null],
  [413, "", "tooLarge", "permanent", "rejected", null],
  [414, "", "unusualRequest", "our-bug", "rejected", null],
  [415, "", "wrongAddress", "configuration", "queued", "queue"],
  [418, "", "refused", "permanent", "rejected", null],
  [421, "", "slow", "transient", "held", null],
  [422, error("Validation failed"), "validationFailed", "permanent", "rejected", null],
  [423, "", "busy", "transient", "held", null],
  [425, "", "slow", "transient", "held", null],
  [426, "", "wrongAddress", "configuration", "queued", "queue"],
  [428, "", "unusualRequest", "our-bug", "rejected", null],
  [429, "", "throttled", "throttle", "queued", "queue"],
  [431, "", "unusualRequest", "our-bug", "rejected", null],
  [451, "", "refused", "permanent", "rejected", null],
  [499, "", "refused", "permanent", "rejected", null],
  [500, error("Internal"), "failing", "transient", "held", null],
  [501, "", "wrongAddress", "configuration", "queued", "queue"],
  [502, "<html>Bad gateway</html>", "unavailable", "transient", "held", null],
  [503, "", "unavailable", "transient", "held", null],
  [504, "", "unavailable", "transient", "held", null],
  [505, "", "wrongAddress", "configuration", "queued", "queue"],
  [520, "", "unavailable", "transient", "held", null],
  [530, "", "unavailable", "transient", "held", null],
  [599, "", "unavailable", "transient", "held", null],
  [100, "", "senselessAnswer", "unconfirmed", "unknown", null],
  [199, "", "senselessAnswer", "unconfirmed", "unknown", null],
  [600, "", "senselessAnswer", "unconfirmed", "unknown", null],
  [999, '{"received":true}', "senselessAnswer", "unconfirmed", "unknown", null],
];

test.each(STATUSES)("%i with %s is judged as %s", (status, body, code, outcomeClass, fate, scope) => {
  const verdict = classifyOutcome(answer(status, body), context);
  expect([verdict.code, verdict.class, verdict.fate, verdict.pause?.scope ?? null]).toEqual([code, outcomeClass, fate, scope]);
});

const FAULTS: readonly (readonly [AttemptOutcome, string, string, string | null])[] = [
  [{ kind: "not-sent", cause: "dns" }, "noSuchHost", "held", null],
  [{ kind: "not-sent", cause: "refused" }, "connectionRefused", "held", null],
  [{ kind: "not-sent", cause: "unreachable" }, "noRoute", "held", null],
  [{ kind: "not-sent", cause: "connect-timeout" }, "noConnection", "held", null],
  [{ kind: "not-sent", cause: "tls" }, "certificate", "queued", "queue"],
  [{ kind: "unknown", cause: "timeout" }, "timedOut", "unknown", null],
  [{ kind: "unknown", cause: "reset" }, "reset", "unknown", null],
  [{ kind: "unknown", cause: "cut" }, "cut", "unknown", null],
  [{ kind: "unknown", cause: "garbled" }, "senselessAnswer", "unknown", null],
  [{ kind: "unknown", cause: "interrupted" }, "interrupted", "unknown", null],
  [{ kind: "local", cause: "key-missing" }, "keyMissing", "queued", "queue"],
  [{ kind: "local", cause: "store" }, "storeFailed", "queued", "queue"],
];
test.each(FAULTS)("the fault %o is judged as %s", (outcome, code, fate, scope) => {
  const verdict = classifyOutcome(outcome, context);
  expect([verdict.code, verdict.fate, verdict.pause?.scope ?? null]).toEqual([code, fate, scope]);
});

const MALFORMED: readonly (readonly [string, Partial<AnswerOutcome>])[] = [
  ["empty", { body: "" }],
  ["white space", { body: " \r\n\t" }],
  ["HTML", { body: "<html>Sign in</html>", contentType: "text/html" }],
  ["HTML under a JSON type", { body: "<html>Sign in</html>" }],
  ["the right words under an HTML type", { body: '{"received":true}', contentType: "text/html" }],
  ["no content type", { body: '{"received":true}', contentType: null }],
  ["another charset", { body: '{"received":true}', contentType: "application/json; charset=utf-16" }],
  ["received false", { body: '{"received":false}' }],
  ["received as a text", { body: '{"received":"true"}' }],
  ["received as a number", { body: '{"received":1}' }],
  ["received null", { body: '{"received":null}' }],
  ["received in an array", { body: '{"received":[true]}' }],
  ["another case", { body: '{"Received":true}' }],
  ["an array", { body: '[{"received":true}]' }],
  ["a bare true", { body: "true" }],
  ["a bare text", { body: '"received"' }],
  ["null", { body: "null" }],
  ["an empty object", { body: "{}" }],
  ["nested", { body: '{"data":{"received":true}}' }],
  ["inside __proto__", { body: '{"__proto__":{"received":true}}' }],
  ["cut JSON", { body: '{"received":tr' }],
  ["two values", { body: '{"received":true}{"received":true}' }],
  ["trailing text", { body: '{"received":true} ok' }],
  ["the last of a duplicate key says no", { body: '{"received":true,"received":false}' }],
  ["longer than the limit", { body: '{"received":true}', truncated: true }],
  ["an error body under 200", { body: '{"error":"Unauthorized"}' }],
];
test.each(MALFORMED)("a 200 that is malformed (%s) is never called accepted", (_name, changes) => {
  const verdict = classifyOutcome(answer(200, "", changes), context);
  expect([verdict.fate, verdict.class]).toEqual(["unknown", "unconfirmed"]);
});

test("more than sixty cases and twenty malformed answers stand in these tables", () => {
  expect(STATUSES.length + FAULTS.length).toBeGreaterThanOrEqual(60);
  expect(MALFORMED.length).toBeGreaterThanOrEqual(20);
});

test("every row of the policy is reached by some case", () => {
  const reached = new Set([...STATUSES.map(([, , code]) => code), ...FAULTS.map(([, code]) => code), "answerTooLong", "forbiddenCall"]);
  expect(POLICY_CODES.filter((code) => !reached.has(code))).toEqual([]);
  expect(new Set(POLICY_CODES.map((code) => POLICY[code].class))).toEqual(new Set(OUTCOME_CLASSES));
});

describe("403", () => {
  test("is asked about with the same key before it is judged", () => {
    expect(needsKeyProbe(answer(403))).toBe(true);
    expect(needsKeyProbe(answer(401))).toBe(false);
    expect(needsKeyProbe({ kind: "unknown", cause: "reset" })).toBe(false);
  });
  test("refuses this call alone where the key works elsewhere", () => {
    const verdict = classifyOutcome(answer(403, error("Forbidden")), { ...context, keyWorksElsewhere: true });
    expect([verdict.code, verdict.fate, verdict.pause]).toEqual(["forbiddenCall", "rejected", null]);
  });
  test("stops the queue where the key is refused elsewhere too", () => {
    expect(classifyOutcome(answer(403), { ...context, keyWorksElsewhere: false }).code).toBe("forbiddenKey");
  });
});

describe("429", () => {
  const pauseOf = (retryAfter: string | null) => classifyOutcome(answer(429, "", { retryAfter }), context).pause;
  test("waits as long as Zelto asks, and says until when", () => {
    const pause = pauseOf("90");
    expect(pause?.untilMs).toBe(NOW + 90_000);
    expect(pause?.sentence).toBe("Zelto asks to slow down (429): uploads wait 90 s (until 14:06:30 UTC) and then go on by themselves. Nothing is lost.");
  });
  test("waits 5 s where nothing or nonsense is asked", () => {
    expect(pauseOf(null)?.untilMs).toBe(NOW + 5_000);
    expect(pauseOf("soon")?.untilMs).toBe(NOW + 5_000);
  });
  test("says long waits in minutes", () => {
    expect(pauseOf("600")?.sentence).toContain("wait 10 min (until 14:15:00 UTC)");
  });
  test("caps a wish of a year at a day and says so", () => {
    const pause = pauseOf("31536000");
    expect(pause?.untilMs).toBe(NOW + 86_400_000);
    expect(pause?.sentence).toContain("24 h (until 2026-11-22 14:05:00 UTC; Zelto asked for longer, Intake waits a day at most)");
  });
});

test("Zelto's own reason is quoted in a line, and HTML never is", () => {
  const reasoned = classifyOutcome(answer(409, JSON.stringify({ error: "Conflict", message: "still\n processing" })), context);
  expect(reasoned.sentence).toContain("(409: Conflict, still processing)");
  expect(classifyOutcome(answer(502, "<b>Bad</b>"), context).sentence).not.toContain("<b>");
  expect(classifyOutcome(answer(418, JSON.stringify({ error: "x".repeat(1_000) })), context).sentence.length).toBeLessThan(400);
});

test("every sentence says whether something may have been stored, and none names a key", () => {
  for (const code of POLICY_CODES) {
    const sentence = POLICY[code].sentence({ host: "api.zelto.ai", status: 500, provider: "zelto", reason: null, wait: "5 s" });
    expect(sentence, code).toMatch(/sent|stored|arrived|accepted|lost|saw nothing|took the call|Accepted/);
    expect(sentence, code).not.toMatch(/uploaded successfully|Bearer/);
  }
});
