import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, diffToEdit, inSequence, invertEdits, rebaseEdits } from "@/lib/core/text/apply-edits";
import { applyEdit, type TextEdit } from "@/lib/core/text/text-edit";
import { SEED } from "./json-arbitrary";

const edit = (offset: number, removed: string, inserted: string): TextEdit => ({ offset, removed, inserted });

/** A text and edits in sequence that fit it. */
const textAndEdits = fc
  .tuple(fc.string({ maxLength: 30 }), fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.string({ maxLength: 4 })), { maxLength: 8 }))
  .map(([text, wishes]) => {
    let current = text;
    const edits = wishes.map(([place, length, inserted]) => {
      const offset = place % (current.length + 1);
      const made = edit(offset, current.slice(offset, offset + length), inserted);
      current = applyEdit(current, made);
      return made;
    });
    return { text, edits, after: current };
  });

describe("applyEdits", () => {
  it("gives what applying one after the other gives", () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, edits, after }) => {
        expect(applyEdits(text, edits)).toBe(after);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it("goes back to the start with the inverse", () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, edits, after }) => {
        expect(applyEdits(after, invertEdits(edits))).toBe(text);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it("refuses an edit that does not fit, in the first pass and after going back", () => {
    expect(() => applyEdits("abc", [edit(0, "x", "")])).toThrow(RangeError);
    expect(() => applyEdit("abc", edit(0, "x", ""))).toThrow(RangeError);
    expect(() => applyEdits("abc", [edit(4, "", "x")])).toThrow(RangeError);
    expect(() => applyEdits("abc", [edit(2, "c", "dd"), edit(0, "b", "")])).toThrow(RangeError);
  });

  it("applies ten thousand edits to a megabyte without copying it each time", () => {
    const text = "ab".repeat(500_000);
    const edits = inSequence(Array.from({ length: 10_000 }, (_, index) => edit(index * 100, "a", "xyz")));
    expect(applyEdits(text, edits)).toHaveLength(1_020_000);
  });
});

describe("inSequence", () => {
  it("moves each edit by those before it and keeps the order at one offset", () => {
    const edits = inSequence([edit(4, "e", ""), edit(2, "", "X"), edit(0, "a", "AA"), edit(2, "", "Y")]);
    expect(applyEdits("abcdef", edits)).toBe("AAbXYcdf");
  });
});

describe("diffToEdit", () => {
  it("finds what was typed", () => {
    expect(diffToEdit("Helo", "Hello")).toEqual(edit(3, "", "l"));
    expect(diffToEdit("abc", "abc")).toBeNull();
    expect(diffToEdit("", "a")).toEqual(edit(0, "", "a"));
    expect(diffToEdit("aaa", "aa")).toEqual(edit(2, "a", ""));
  });

  it("never cuts a character of two units", () => {
    expect(diffToEdit("x😀y", "x😁y")).toEqual(edit(1, "😀", "😁"));
    // U+1F600 and U+1FA00 share the second unit only.
    expect(diffToEdit("\u{1F600}", "\u{1FA00}")).toEqual(edit(0, "\u{1F600}", "\u{1FA00}"));
    expect(diffToEdit("😀", "😀😀")).toEqual(edit(2, "", "😀"));
  });

  it("turns one text into the other with whole characters", () => {
    const text = fc.array(fc.constantFrom("a", "b", "😀", "😁", "\u{1FA00}"), { maxLength: 6 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = diffToEdit(before, after);
        if (found === null) expect(before).toBe(after);
        else {
          expect(applyEdit(before, found)).toBe(after);
          expect(`${found.removed}${found.inserted}`.isWellFormed()).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});

describe("rebaseEdits", () => {
  const rebased = (mine: readonly TextEdit[], over: readonly TextEdit[]): readonly TextEdit[] | string => {
    const result = rebaseEdits(mine, over);
    return result.ok ? result.value : result.error;
  };

  it("moves an edit by what was put in or taken before it", () => {
    expect(rebased([edit(5, "x", "y")], [edit(0, "", "abc")])).toEqual([edit(8, "x", "y")]);
    expect(rebased([edit(5, "x", "y")], [edit(0, "abc", "")])).toEqual([edit(2, "x", "y")]);
    expect(rebased([edit(0, "", "abc")], [edit(5, "x", "")])).toEqual([edit(0, "", "abc")]);
  });

  it("keeps edits that only touch each other", () => {
    expect(rebased([edit(2, "", "new")], [edit(0, "ab", "long")])).toEqual([edit(4, "", "new")]);
    expect(rebased([edit(0, "ab", "")], [edit(2, "cd", "")])).toEqual([edit(0, "ab", "")]);
    expect(rebased([edit(2, "cd", "")], [edit(2, "", "new")])).toEqual([edit(5, "cd", "")]);
  });

  it.each([
    ["both change the same characters", edit(1, "bc", "x"), edit(2, "c", "y")],
    ["both put something in at one place", edit(2, "", "x"), edit(2, "", "y")],
    ["one writes inside what the other takes away", edit(2, "", "x"), edit(1, "bc", "")],
    ["one takes away around what the other writes", edit(0, "abcd", ""), edit(2, "", "x")],
  ])("is an overlap where %s", (_name, mine, over) => {
    expect(rebased([mine], [over])).toBe("overlap");
  });

  it("follows sequences on both sides", () => {
    // Base "abcdef": mine makes "Abcdef" and then "AbcdeF"; theirs "abXcdef" and then "abXYcdef".
    const mine = [edit(0, "a", "A"), edit(5, "f", "F")];
    const theirs = [edit(2, "", "X"), edit(3, "", "Y")];
    const result = rebased(mine, theirs);
    expect(result).toEqual([edit(0, "a", "A"), edit(7, "f", "F")]);
    expect(applyEdits("abXYcdef", result as TextEdit[])).toBe("AbXYcdeF");
  });

  it("comes to the same text whichever side is rebased", () => {
    const base = "0123456789abcdefghij";
    const side = (from: number): fc.Arbitrary<readonly TextEdit[]> =>
      fc.array(fc.tuple(fc.nat(4), fc.nat(2), fc.string({ maxLength: 3 })), { maxLength: 3 }).map((wishes) => {
        const places = new Map(wishes.map(([place, length, inserted]) => [from + place * 4, { length, inserted }]));
        return inSequence([...places].map(([offset, { length, inserted }]) => edit(offset, base.slice(offset, offset + length), inserted)));
      });
    // One side edits at 0, 4, 8 …, the other at 2, 6, 10 …, at most two characters each: they never overlap.
    fc.assert(
      fc.property(side(0), side(2), (mine, theirs) => {
        const left = applyEdits(applyEdits(base, theirs), rebased(mine, theirs) as TextEdit[]);
        const right = applyEdits(applyEdits(base, mine), rebased(theirs, mine) as TextEdit[]);
        expect(left).toBe(right);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});
