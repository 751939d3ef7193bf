import { describe, expect, it } from "vitest";
import { addStep, parseTypedNumber } from "@/components/ui/parse-number";

describe("a number field", () => {
  it("reads numbers with a point and around blanks", () => {
    expect(parseTypedNumber(" 41.2 ")).toEqual({ kind: "number", value: 41.2 });
    expect(parseTypedNumber(".5")).toEqual({ kind: "number", value: 0.5 });
    expect(parseTypedNumber("-1e3")).toEqual({ kind: "number", value: -1000 });
  });

  it("takes an empty field as no number", () => {
    expect(parseTypedNumber("  ")).toEqual({ kind: "empty" });
  });

  it("refuses what means two things or nothing", () => {
    for (const text of ["1,204", "41,2", "0x10", "Infinity", "1e999", "12 s", "--1", "."]) {
      expect(parseTypedNumber(text), text).toEqual({ kind: "invalid" });
    }
  });

  it("steps without the tail of binary fractions", () => {
    expect(addStep(0.1, 0.2)).toBe(0.3);
    expect(addStep(52.6, 0.1)).toBe(52.7);
    expect(addStep(1, -1)).toBe(0);
  });
});
