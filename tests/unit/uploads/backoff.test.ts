import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoffMs } from "@/lib/core/uploads/backoff";
import { nextTry } from "@/lib/core/uploads/next-try";

const SEED = { seed: 20261121 };
const HOUR = 3_600_000;

describe("the wait before a retry", () => {
  it.each([
    [0, 500, 1_000],
    [1, 1_000, 2_000],
    [4, 8_000, 16_000],
    [8, 128_000, 256_000],
    [9, 150_000, 300_000],
    [24, 150_000, 300_000],
  ])("of number %i lies between %i and %i ms", (retry, least, most) => {
    expect(backoffMs(retry, 0)).toBe(least);
    expect(backoffMs(retry, 1)).toBe(most);
  });

  it("never leaves its bounds, whatever the numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (retry, random) => {
        const wait = backoffMs(retry, random);
        expect(wait).toBeGreaterThanOrEqual(500);
        expect(wait).toBeLessThanOrEqual(300_000);
      }),
      { ...SEED, numRuns: 10_000 },
    );
  });
});

describe("the next try", () => {
  const facts = { tries: 1, firstAttemptAt: 0, now: 0, random: 1 };

  it("follows the table: an outage 25 times, an odd answer 5 times, a fault of one call 6 times", () => {
    expect(nextTry({ ...facts, code: "unavailable", tries: 24 })).toEqual({ kind: "again", at: 300_000 });
    expect(nextTry({ ...facts, code: "unavailable", tries: 25 })).toEqual({ kind: "given-up" });
    expect(nextTry({ ...facts, code: "notTheAnswer", tries: 4 })).toEqual({ kind: "again", at: 8_000 });
    expect(nextTry({ ...facts, code: "notTheAnswer", tries: 5 })).toEqual({ kind: "given-up" });
    expect(nextTry({ ...facts, code: "failing", tries: 6 })).toEqual({ kind: "given-up" });
  });

  it("comes never for what Zelto refused, and at once for what it only asked to wait", () => {
    expect(nextTry({ ...facts, code: "validationFailed" })).toEqual({ kind: "over" });
    expect(nextTry({ ...facts, code: "keyRefused" })).toEqual({ kind: "over" });
    expect(nextTry({ ...facts, code: "throttled", tries: 90, now: 7 })).toEqual({ kind: "again", at: 7 });
  });

  it("ends a day after the first attempt", () => {
    expect(nextTry({ ...facts, code: "timedOut", now: 24 * HOUR - 1_000 })).toEqual({ kind: "again", at: 24 * HOUR });
    expect(nextTry({ ...facts, code: "timedOut", now: 24 * HOUR })).toEqual({ kind: "given-up" });
  });
});
