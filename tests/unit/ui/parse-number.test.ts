import { describe, expect, it } from "vitest";
import { isSameNumber, jsonSpelling, parseTypedNumber } from "@/components/ui/parse-number";

describe("typed numbers", () => {
  it.each([
    ["1", "1.0", true],
    ["1e3", "1000", true],
    ["-0.50", "-.5", true],
    ["9007199254740993", "9007199254740992", false],
    ["0.1", "0.10000000000000001", false],
    ["0", "-0", true],
  ])("%s and %s name the same number: %s", (left, right, expected) => {
    expect(isSameNumber(left, right)).toBe(expected);
  });

  it.each([
    ["+9007199254740993", "9007199254740993"],
    ["009007199254740993", "9007199254740993"],
    ["-.5", "-0.5"],
    ["5.", "5"],
    [" 1E+3 ", "1e+3"],
    ["0", "0"],
  ])("%s is spelled %s in JSON", (typed, json) => {
    expect(jsonSpelling(typed)).toBe(json);
    expect(JSON.parse(json)).toBe(Number(typed));
  });

  it("are no numbers with a comma, with letters or past all doubles", () => {
    expect(["1,204", "12a", "1e400"].map((text) => parseTypedNumber(text).kind)).toEqual(["invalid", "invalid", "invalid"]);
  });
});
