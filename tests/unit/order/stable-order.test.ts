import fc from "fast-check";
import { expect, test } from "vitest";
import { orderOfNumbers, orderOfTexts } from "@/lib/core/order/stable-order";

const SETTINGS = { seed: 20_261_121, numRuns: 15 };
/** The language's own stable sort, of places. */
function expected(keys: readonly (string | number)[]): number[] {
  return keys.map((_, place) => place).sort((left, right) => (keys[left]! < keys[right]! ? -1 : keys[left]! > keys[right]! ? 1 : left - right));
}

test("numbers stand in ascending order, equal ones as before", () => {
  expect([...orderOfNumbers(Float64Array.of(3, -1, 3, 0.5, -0, 0, -1))]).toEqual([1, 6, 4, 5, 3, 0, 2]);
});

test("texts stand in the order of their code units, a text before what goes on behind it", () => {
  expect([...orderOfTexts(["b", "a\u0000", "a", "", "B", "aa", "\ud83d\ude00", "a"])]).toEqual([3, 4, 2, 7, 1, 5, 0, 6]);
});

// More than 2,048 keys take the way by digits.
test("many numbers come as the language's own sort has them", () => {
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.constantFrom(0, -0, 5e-324, -5e-324, Infinity, -Infinity, 1.7e12, 2 ** 53));
  fc.assert(
    fc.property(fc.array(number, { minLength: 50, maxLength: 200 }), fc.integer({ min: 0, max: 7 }), (some, shift) => {
      const keys = Array.from({ length: 4_000 }, (_, place) => (some[(place * 7 + shift) % some.length] ?? 0) + (place % 5 === 0 ? place : 0));
      expect([...orderOfNumbers(Float64Array.from(keys))]).toEqual(expected(keys.map((key) => key + 0)));
    }),
    SETTINGS,
  );
});

test("many texts come as the language's own sort has them, whatever they begin with", () => {
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 8 }), fc.constantFrom("", "call-", "call-\u0000", "call-10", "call-1"));
  fc.assert(
    fc.property(fc.array(text, { minLength: 5, maxLength: 60 }), fc.constantFrom("", "call-2026-08-", "\uffff"), (some, prefix) => {
      const keys = Array.from({ length: 5_000 }, (_, place) => `${prefix}${some[(place * 13) % some.length] ?? ""}${place % 3 === 0 ? String(place * 7_919 % 4_001) : ""}`);
      expect([...orderOfTexts(keys)]).toEqual(expected(keys));
    }),
    SETTINGS,
  );
});

test("one text a hundred thousand times takes no longer than many", () => {
  expect([...orderOfTexts(Array.from({ length: 100_000 }, () => "the same long id of a call"))].every((place, at) => place === at)).toBe(true);
});
