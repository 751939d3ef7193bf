import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coalesce } from "@/lib/core/draft/coalesce";
import type { DraftStep } from "@/lib/core/draft/draft-edit";
import { applyEdits } from "@/lib/core/text/apply-edits";
import { typed } from "./steps";

const label = "Turn 7 text";
const step = (offset: number, removed: string, inserted: string): DraftStep => typed(`${offset}${removed}${inserted}`, offset, { removed, inserted, label });

describe("coalesce", () => {
  it.each([
    ["typing on", step(3, "", "ab"), step(5, "", "c"), { offset: 3, removed: "", inserted: "abc" }],
    ["correcting what was just typed", step(3, "", "abx"), step(5, "x", ""), { offset: 3, removed: "", inserted: "ab" }],
    ["typing inside what was just typed", step(3, "", "ac"), step(4, "", "b"), { offset: 3, removed: "", inserted: "abc" }],
    ["deleting backwards", step(5, "c", ""), step(4, "b", ""), { offset: 4, removed: "bc", inserted: "" }],
    ["deleting forwards", step(5, "c", ""), step(5, "d", ""), { offset: 5, removed: "cd", inserted: "" }],
    ["deleting back over what was typed and further", step(5, "", "x"), step(4, "bx", ""), { offset: 4, removed: "b", inserted: "" }],
    ["replacing a selection, then typing on", step(2, "old", "n"), step(3, "", "ew"), { offset: 2, removed: "old", inserted: "new" }],
    ["selecting more than was typed and replacing it", step(2, "x", "abc"), step(1, "1abc5", "Z"), { offset: 1, removed: "1x5", inserted: "Z" }],
  ])("joins %s", (_name, previous, next, expected) => {
    expect(coalesce(previous, next, 200)).toEqual({ ...previous, edits: [expected] });
  });

  it.each([
    ["another place behind", step(3, "", "a"), step(5, "", "b"), 200],
    ["another place before", step(3, "", "a"), step(1, "x", ""), 200],
    ["another field", step(3, "", "a"), { ...step(4, "", "b"), label: "Turn 8 text" }, 200],
    ["a pause", step(3, "", "a"), step(4, "", "b"), 1_001],
    ["an undo", step(3, "", "a"), { ...step(3, "a", ""), kind: "undo", of: "x" } as const, 200],
    ["typing after an undo", { ...step(3, "", "a"), kind: "redo", of: "x" } as const, step(4, "", "b"), 200],
    ["a change of the provider", step(3, "", "a"), { ...step(4, "", "b"), provider: { from: "vapi", to: "zelto" } } as const, 200],
    ["typing after a change of the provider", { ...step(3, "", "a"), provider: { from: "vapi", to: "zelto" } } as const, step(4, "", "b"), 200],
    ["an edit in several places", step(3, "", "a"), { ...step(4, "", "b"), edits: [...step(4, "", "b").edits, ...step(0, "", "c").edits] }, 200],
    ["typing after an edit in several places", { ...step(3, "", "a"), edits: [...step(0, "", "c").edits, ...step(4, "", "a").edits] }, step(5, "", "b"), 200],
    ["a step without edits", { ...step(3, "", "a"), edits: [] }, step(4, "", "b"), 200],
    ["300 characters typed", step(3, "", "a".repeat(299)), step(302, "", "b"), 200],
    ["300 characters taken away", step(3, "a".repeat(299), ""), step(3, "b", ""), 200],
  ])("keeps %s a step of its own", (_name, previous, next, elapsedMs) => {
    expect(coalesce(previous, next, elapsedMs)).toBeNull();
  });

  it("still joins at a second and 299 characters", () => {
    expect(coalesce(step(0, "", "a".repeat(298)), step(298, "", "b"), 1_000)?.edits[0]?.inserted).toHaveLength(299);
  });

  it("does to any text what both steps did", () => {
    const text = "0123456789";
    const wish = fc.tuple(fc.nat(), fc.nat(4), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(wish, wish, ([place1, length1, inserted1], [place2, length2, inserted2]) => {
        const offset1 = place1 % (text.length + 1);
        const first = step(offset1, text.slice(offset1, offset1 + length1), inserted1);
        const between = applyEdits(text, first.edits);
        const offset2 = place2 % (between.length + 1);
        const second = step(offset2, between.slice(offset2, offset2 + length2), inserted2);
        const joined = coalesce(first, second, 0);
        fc.pre(joined !== null);
        expect(applyEdits(text, joined.edits)).toBe(applyEdits(between, second.edits));
      }),
      { seed: 20_261_121, numRuns: 2_000 },
    );
  });
});
