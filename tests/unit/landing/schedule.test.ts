import { expect, test } from "vitest";
import { firstLookAt, nextLookAt } from "@/lib/core/landing/schedule";

test("looks at 2, 5, 10, 30 s, 1, 2, 5 and 10 min after the acceptance, then never", () => {
  const looks = Array.from({ length: 9 }, (_, done) => nextLookAt(1_000_000, done, 1_000_000));
  expect(looks).toEqual([1_002_000, 1_005_000, 1_010_000, 1_030_000, 1_060_000, 1_120_000, 1_300_000, 1_600_000, null]);
  expect(firstLookAt(1_000_000)).toBe(1_002_000);
});

test("after a long sleep the looks are made a second apart, not all at once", () => {
  expect(nextLookAt(0, 1, 3_600_000)).toBe(3_601_000);
});
