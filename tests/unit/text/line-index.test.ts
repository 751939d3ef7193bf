import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineIndex } from "@/lib/core/text/line-index";
import { SEED } from "./json-arbitrary";

describe("lineIndex", () => {
  it("counts lines and columns from 1", () => {
    const lines = lineIndex("ab\ncd\n");
    expect(lines.lineCount).toBe(3);
    expect(lines.position(0)).toEqual({ line: 1, column: 1 });
    expect(lines.position(2)).toEqual({ line: 1, column: 3 });
    expect(lines.position(3)).toEqual({ line: 2, column: 1 });
    expect(lines.position(6)).toEqual({ line: 3, column: 1 });
  });

  it("takes CR LF and a lone CR for one line break each", () => {
    const lines = lineIndex("a\r\nb\rc\n\rd");
    expect(lines.lineCount).toBe(5);
    expect(lines.position(3)).toEqual({ line: 2, column: 1 });
    expect([1, 2, 3, 4, 5].map((line) => lines.lineEnd(line))).toEqual([1, 4, 6, 7, 9]);
  });

  it("brings what lies outside to the nearest place", () => {
    const lines = lineIndex("ab\r\ncd");
    expect(lines.position(-5)).toEqual({ line: 1, column: 1 });
    expect(lines.position(99)).toEqual({ line: 2, column: 3 });
    expect(lines.offset(1, 99)).toBe(2);
    expect(lines.offset(0, 0)).toBe(0);
    expect(lines.offset(9, 2)).toBe(5);
  });

  it("has one empty line for an empty text", () => {
    expect(lineIndex("")).toMatchObject({ lineCount: 1 });
    expect(lineIndex("").lineEnd(1)).toBe(0);
  });

  it("leads from every offset back to it, save inside a line break", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "bc", "\n", "\r\n", "\r"), { maxLength: 30 }), fc.nat(), (parts, seed) => {
        const text = parts.join("");
        const offset = seed % (text.length + 1);
        const lines = lineIndex(text);
        const { line, column } = lines.position(offset);
        expect(lines.offset(line, column)).toBe(text.slice(offset - 1, offset + 1) === "\r\n" ? offset - 1 : offset);
        expect(line).toBe(text.slice(0, offset).replace(/\r$/, text[offset] === "\n" ? "" : "\r").split(/\r\n|\r|\n/).length);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});
