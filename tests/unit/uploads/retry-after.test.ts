import { expect, test } from "vitest";
import { parseRetryAfter } from "@/lib/core/uploads/retry-after";

const NOW = Date.UTC(2026, 10, 21, 14, 0, 0);
const DAY = 86_400_000;

const CASES: readonly (readonly [string | null, { readonly waitMs: number; readonly capped: boolean } | null])[] = [
  ["120", { waitMs: 120_000, capped: false }],
  ["1", { waitMs: 1_000, capped: false }],
  ["0", { waitMs: 1_000, capped: false }],
  [" 30 ", { waitMs: 30_000, capped: false }],
  ["86400", { waitMs: DAY, capped: false }],
  ["86401", { waitMs: DAY, capped: true }],
  ["31536000", { waitMs: DAY, capped: true }],
  ["999999999999999999999999", { waitMs: DAY, capped: true }],
  ["Sat, 21 Nov 2026 14:00:45 GMT", { waitMs: 45_000, capped: false }],
  ["Saturday, 21-Nov-26 14:01:00 GMT", { waitMs: 60_000, capped: false }],
  ["Sat, 21 Nov 2026 13:00:00 GMT", { waitMs: 1_000, capped: false }],
  ["Sun, 21 Nov 2027 14:00:00 GMT", { waitMs: DAY, capped: true }],
  ["-5", null],
  ["1.5", null],
  ["1e3", null],
  ["soon", null],
  ["2026-11-21T14:00:45Z", null],
  ["Xyz, 99 Foo 2026 99:99:99 GMT", null],
  ["", null],
  [null, null],
];

test.each(CASES)("Retry-After %j waits %j", (header, expected) => {
  expect(parseRetryAfter(header, NOW)).toEqual(expected);
});
