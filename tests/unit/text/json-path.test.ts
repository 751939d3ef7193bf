import { describe, expect, it } from "vitest";
import { formatPath, samePath, type JsonPath } from "@/lib/core/text/json-path";

describe("formatPath", () => {
  it.each<[JsonPath, string]>([
    [[], ""],
    [["transcript", "turns", 6, "endSeconds"], "transcript.turns[6].endSeconds"],
    [[3, "call"], "[3].call"],
    [["call", "metadata", "a b", "x.y"], 'call.metadata["a b"]["x.y"]'],
    [["__proto__", "0", ""], '__proto__["0"][""]'],
    [["call", "é", "x-id"], 'call["é"].x-id'],
  ])("writes %j so that every segment can be told", (path, expected) => {
    expect(formatPath(path)).toBe(expected);
  });
});

describe("samePath", () => {
  it("tells an index from a key and a path from its beginning", () => {
    expect(samePath(["a", 0], ["a", 0])).toBe(true);
    expect(samePath(["a", 0], ["a", "0"])).toBe(false);
    expect(samePath(["a"], ["a", 0])).toBe(false);
  });
});
