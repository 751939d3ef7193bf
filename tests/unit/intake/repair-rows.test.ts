import { describe, expect, it } from "vitest";
import { repairRows, type RepairRow } from "@/lib/intake/repair-rows";

/** Rows as short texts: the touched part in braces, a folded run with its lines. */
const shown = (rows: readonly RepairRow[]): readonly string[] =>
  rows.map((row) => (row.kind === "gap" ? `${row.first}: ${row.lines} folded` : `${row.number}: ${row.parts.map(({ text, repair }) => (repair === null ? text : `{${text}}`)).join("")}`));

describe("the rows of a repair", () => {
  it("show what goes on the left and what comes on the right", () => {
    const { before, after } = repairRows("{'a': 1,}", [
      { offset: 1, removed: "'a'", inserted: '"a"' },
      { offset: 7, removed: ",", inserted: "" },
    ]);
    expect(shown(before)).toEqual(["1: {{'a'}: 1{,}}"]);
    expect(shown(after)).toEqual(['1: {{"a"}: 1{}}']);
  });

  it("keep two lines around a touched one and fold the others", () => {
    const text = ["1", "2", "3", "4", "5", "6", "7,", "8", "9", "10", "11", "12"].join("\n");
    expect(shown(repairRows(text, [{ offset: text.indexOf(","), removed: ",", inserted: "" }]).after)).toEqual(["1: 4 folded", "5: 5", "6: 6", "7: 7{}", "8: 8", "9: 9", "10: 3 folded"]);
  });

  it("do not fold a line or two, which would take as much room", () => {
    const text = "a,\nb\nc\nd\ne\nf,";
    expect(shown(repairRows(text, [{ offset: 1, removed: ",", inserted: "" }, { offset: text.length - 1, removed: ",", inserted: "" }]).before)).toEqual(["1: a{,}", "2: b", "3: c", "4: d", "5: e", "6: f{,}"]);
  });

  it("count lines on each side by themselves where whole lines go", () => {
    const { before, after } = repairRows("```json\n{}\n```", [{ offset: 0, removed: "```json\n", inserted: "" }, { offset: 10, removed: "\n```", inserted: "" }]);
    expect(shown(before)).toEqual(["1: {```json}", "2: {}{}{}", "3: {```}"]);
    expect(shown(after)).toEqual(["1: {}{}{}"]);
  });

  it("cut a very long line in its middle and leave the touched part in sight", () => {
    const { before } = repairRows(`${"x".repeat(1_000)},`, [{ offset: 1_000, removed: ",", inserted: "" }]);
    expect(shown(before)[0]).toBe(`1: ${"x".repeat(200)} … ${"x".repeat(200)}{,}`);
  });
});
