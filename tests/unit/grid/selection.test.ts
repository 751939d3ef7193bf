import { describe, expect, it } from "vitest";
import { ALL_SELECTED, NOTHING_SELECTED, countSelected, isSelected, selectionWords, setSelected, toggleSelected } from "@/components/grid/selection";

const plain = (count: number) => String(count);

describe("a selection", () => {
  it("of all counts without the calls ever being named, less those taken out", () => {
    const selection = toggleSelected(ALL_SELECTED, "b");
    expect([countSelected(ALL_SELECTED, 100_000), countSelected(selection, 100_000)]).toEqual([100_000, 99_999]);
    expect([isSelected(selection, "a"), isSelected(selection, "b")]).toEqual([true, false]);
    expect(countSelected(toggleSelected(selection, "b"), 100_000)).toBe(100_000);
  });

  it("of some holds each call once", () => {
    const selection = setSelected(setSelected(NOTHING_SELECTED, ["a", "b"], true), ["b", "c"], true);
    expect([countSelected(selection, 10), isSelected(selection, "c"), isSelected(selection, "d")]).toEqual([3, true, false]);
    expect(countSelected(setSelected(selection, ["a", "x"], false), 10)).toBe(2);
  });

  it("leaves the selection it came from as it was", () => {
    const one = setSelected(NOTHING_SELECTED, ["a"], true);
    toggleSelected(one, "a");
    expect(isSelected(one, "a")).toBe(true);
  });

  it("says how much it holds, and nothing where it is empty", () => {
    const words = [NOTHING_SELECTED, toggleSelected(NOTHING_SELECTED, "a"), ALL_SELECTED, toggleSelected(ALL_SELECTED, "a")].map((selection) => selectionWords(selection, 12, plain));
    expect(words).toEqual([null, "1 selected", "All 12 matching selected", "11 selected"]);
    expect(selectionWords(ALL_SELECTED, 0, plain)).toBeNull();
  });
});
