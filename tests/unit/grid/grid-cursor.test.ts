import { describe, expect, it } from "vitest";
import { moveCursor, type GridCursor } from "@/components/grid/grid-cursor";

/** Columns 4 and 5 are hidden. */
const ground = { total: 1_000, page: 20, columns: [0, 1, 2, 3, 6] } as const;
const press = (cursor: GridCursor, key: string, isMod = false) => moveCursor(cursor, { key, isMod }, ground);
const row = (index: number): GridCursor => ({ index, column: "row" });

describe("the keyboard in a grid", () => {
  it("walks rows by one and by a page, and stops at the ends", () => {
    expect([press(row(5), "ArrowDown"), press(row(5), "ArrowUp"), press(row(5), "PageDown"), press(row(5), "PageUp"), press(row(999), "ArrowDown"), press(row(990), "PageDown")]).toEqual([row(6), row(4), row(25), row(0), row(999), row(999)]);
  });

  it("leads from a row to the first and the last row by Home and End, from a cell with Ctrl", () => {
    expect([press(row(5), "Home"), press(row(5), "End"), press({ index: 5, column: 2 }, "Home", true), press({ index: 5, column: 2 }, "End", true)]).toEqual([row(0), row(999), { index: 0, column: 2 }, { index: 999, column: 2 }]);
  });

  it("enters the cells of a row to the right and leaves them to the left, past columns that are hidden", () => {
    expect(press(row(5), "ArrowRight")).toEqual({ index: 5, column: 0 });
    expect(press({ index: 5, column: 3 }, "ArrowRight")).toEqual({ index: 5, column: 6 });
    expect(press({ index: 5, column: 6 }, "ArrowRight")).toEqual({ index: 5, column: 6 });
    expect(press({ index: 5, column: 0 }, "ArrowLeft")).toEqual(row(5));
    expect([press({ index: 5, column: 2 }, "Home"), press({ index: 5, column: 2 }, "End")]).toEqual([{ index: 5, column: 0 }, { index: 5, column: 6 }]);
  });

  it("reaches the head above the first row, which is never focused as a whole", () => {
    expect([press(row(0), "ArrowUp"), press({ index: 0, column: 3 }, "ArrowUp"), press({ index: -1, column: 0 }, "ArrowLeft")]).toEqual([{ index: -1, column: 0 }, { index: -1, column: 3 }, { index: -1, column: 0 }]);
  });

  it("leaves other keys alone", () => {
    expect([press(row(5), "x"), press(row(5), "Tab"), press(row(5), "Enter")]).toEqual([null, null, null]);
  });
});
