/** Where the keyboard stands in a grid: a row (-1 is the head) and a column of it, or the row as a whole. */
export interface GridCursor {
  readonly index: number;
  readonly column: number | "row";
}

export interface CursorGround {
  /** Rows of the grid. */
  readonly total: number;
  /** Rows that fit into view. */
  readonly page: number;
  /** Columns that are shown, by number, from left to right. */
  readonly columns: readonly number[];
}

export interface CursorKey {
  readonly key: string;
  /** Ctrl or ⌘ is held. */
  readonly isMod: boolean;
}

/**
 * Where a key leads: up and down through rows, right into the cells of a row and left out of them. On a row Home and End lead to
 * the first and last row, in its cells to the first and last cell; with Ctrl always to the first and last row. Null: not ours.
 */
export function moveCursor(cursor: GridCursor, { key, isMod }: CursorKey, ground: CursorGround): GridCursor | null {
  const rowOf = (index: number): GridCursor => place(cursor, index, ground);
  switch (key) {
    case "ArrowDown":
      return rowOf(isMod ? ground.total - 1 : cursor.index + 1);
    case "ArrowUp":
      return rowOf(isMod ? 0 : cursor.index - 1);
    case "PageDown":
      return rowOf(cursor.index + ground.page);
    case "PageUp":
      return rowOf(Math.max(0, cursor.index - ground.page));
    case "Home":
      return isMod || cursor.column === "row" ? rowOf(0) : { ...cursor, column: ground.columns[0] ?? "row" };
    case "End":
      return isMod || cursor.column === "row" ? rowOf(ground.total - 1) : { ...cursor, column: ground.columns.at(-1) ?? "row" };
    case "ArrowRight":
      return { ...cursor, column: besideCursor(cursor.column, 1, ground.columns) };
    case "ArrowLeft":
      return { ...cursor, column: cursor.index < 0 && cursor.column === ground.columns[0] ? cursor.column : besideCursor(cursor.column, -1, ground.columns) };
    default:
      return null;
  }
}

/** The head has no row to stand on as a whole. */
function place({ column }: GridCursor, index: number, { total, columns }: CursorGround): GridCursor {
  const next = Math.min(Math.max(-1, index), total - 1);
  return { index: next, column: next < 0 && column === "row" ? (columns[0] ?? "row") : column };
}

function besideCursor(column: number | "row", step: 1 | -1, columns: readonly number[]): number | "row" {
  const now = column === "row" ? -1 : columns.indexOf(column);
  const next = Math.min(now + step, columns.length - 1);
  return next < 0 ? "row" : (columns[next] ?? "row");
}
