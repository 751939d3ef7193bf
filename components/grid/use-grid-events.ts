"use client";

import type { KeyboardEvent, MouseEvent } from "react";
import type { GridRow, GridSortKey } from "@/lib/contracts/grid";
import type { RowAct } from "@/lib/intake/row-words";
import { GRID_COLUMNS, type ColumnId } from "./grid-columns";
import { moveCursor, type CursorGround, type GridCursor } from "./grid-cursor";
import { placeOf } from "./use-grid-cursor";
import type { Selecting } from "./use-selecting";

export interface GridDoing {
  readonly onOpen: (row: GridRow) => void;
  /** The cell from which a row is to be edited. */
  readonly onEdit: (index: number, row: GridRow, column: ColumnId) => void;
  readonly onAct: (row: GridRow, act: RowAct) => void;
  readonly onSort: (key: GridSortKey) => void;
}

export interface GridEventGround extends GridDoing {
  readonly cursor: GridCursor;
  readonly moveTo: (cursor: GridCursor) => void;
  readonly selecting: Selecting;
  readonly rowAt: (index: number) => GridRow | null;
  readonly ground: () => CursorGround;
}

/** What is pressed and clicked in a grid, heard once for all its rows. */
export function useGridEvents(grid: GridEventGround) {
  return { onKeyDown: (event: KeyboardEvent) => pressKey(event, grid), onClick: (event: MouseEvent) => click(event, grid), onDoubleClick: (event: MouseEvent) => doubleClick(event, grid) };
}

function pressKey(event: KeyboardEvent, grid: GridEventGround): void {
  const { key, altKey } = event;
  const isMod = event.ctrlKey || event.metaKey;
  if (altKey || isField(event.target)) return;
  if (actOnKey(event, grid, isMod)) {
    event.preventDefault();
    return;
  }
  const next = moveCursor(grid.cursor, { key, isMod }, grid.ground());
  if (next === null) return;
  event.preventDefault();
  const extends_ = event.shiftKey && next.index !== grid.cursor.index && next.index >= 0;
  if (extends_) grid.selecting.extendTo(next.index);
  else if (next.index !== grid.cursor.index) grid.selecting.startAt(next.index);
  grid.moveTo(next);
}

/** True where the key was an act of ours. A button, a link and a tick box keep their own keys. */
function actOnKey(event: KeyboardEvent, grid: GridEventGround, isMod: boolean): boolean {
  const { cursor, selecting } = grid;
  const row = grid.rowAt(cursor.index);
  const isOwn = event.target instanceof Element && event.target.matches("button, a, input");
  if (isMod) {
    if (event.key.toLowerCase() !== "a") return false;
    selecting.selectAll();
    return true;
  }
  if (event.key === "Escape") {
    selecting.clear();
    return true;
  }
  if (row === null) return false;
  if (event.key === " " && (!isOwn || event.shiftKey)) {
    if (event.shiftKey) selecting.extendTo(cursor.index);
    else selecting.toggle(cursor.index);
    return true;
  }
  if (event.key === "Enter" && !isOwn) return pressCell(grid, row);
  if (event.key === "Enter" && event.target instanceof Element && event.target.matches("input")) return pressCell(grid, row);
  if (event.key !== "F2") return false;
  grid.onEdit(cursor.index, row, columnOf(cursor.column));
  return true;
}

/** Enter presses the button of an action's cell and opens the call everywhere else. */
function pressCell(grid: GridEventGround, row: GridRow): boolean {
  const isAct = columnOf(grid.cursor.column) === "act";
  const button = isAct ? document.querySelector<HTMLElement>(`#call-row-${grid.cursor.index}-act [data-do]`) : null;
  if (button === null) grid.onOpen(row);
  else button.click();
  return true;
}

function click(event: MouseEvent, grid: GridEventGround): void {
  if (!(event.target instanceof Element)) return;
  const found = placeOf(event.target);
  const sort = event.target.closest<HTMLElement>("[data-sort]")?.dataset["sort"];
  if (sort !== undefined) grid.onSort(sort as GridSortKey); // Written by the head from the same list.
  if (found === null) return;
  const isTick = event.target.closest("[data-tick]") !== null;
  if (found.index < 0) {
    if (isTick) toggleAll(event.target, grid);
    return;
  }
  const row = grid.rowAt(found.index);
  const act = event.target.closest<HTMLElement>("[data-do]")?.dataset["do"];
  if (row === null || (event.target.closest("a") !== null && !isTick)) return;
  if (act !== undefined) {
    if (act === "edit") grid.onEdit(found.index, row, "call");
    else grid.onAct(row, act as RowAct); // Written by the row from the same list.
  } else if (event.shiftKey) grid.selecting.extendTo(found.index);
  else if (isTick || event.ctrlKey || event.metaKey) grid.selecting.toggle(found.index);
  else grid.selecting.startAt(found.index);
}

function toggleAll(target: Element, { selecting }: GridEventGround): void {
  if (target.closest<HTMLElement>("[data-tick]")?.dataset["tick"] === "off") selecting.selectAll();
  else selecting.clear();
}

function doubleClick(event: MouseEvent, grid: GridEventGround): void {
  if (event.target instanceof Element && event.target.closest("button, a, input") !== null) return;
  const found = placeOf(event.target);
  const row = found === null ? null : grid.rowAt(found.index);
  if (found !== null && row !== null) grid.onEdit(found.index, row, columnOf(found.column));
}

function columnOf(column: number | "row"): ColumnId {
  return column === "row" ? "call" : (GRID_COLUMNS[column]?.id ?? "call");
}

function isField(target: EventTarget): boolean {
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, [contenteditable]");
}
