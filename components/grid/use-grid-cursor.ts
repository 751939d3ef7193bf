"use client";

import { useEffectEvent, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from "react";
import type { GridCursor } from "./grid-cursor";

export interface HeldCursor {
  readonly cursor: GridCursor;
  /** Moves the cursor there and the focus with it. */
  readonly moveTo: (cursor: GridCursor) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

interface Held {
  readonly cursor: GridCursor;
  /** The call that the cursor stands on, so that it can follow it when rows move. */
  readonly id: string | null;
}

const START: Held = { cursor: { index: 0, column: "row" }, id: null };

/**
 * The roving focus of a grid. It holds on to the call and not to the place: when a refetch moves the call, the focus goes with it;
 * and it survives rows leaving the page, because the row with the cursor is always rendered.
 */
export function useGridCursor(box: RefObject<HTMLElement | null>, rows: { readonly total: number; readonly idAt: (index: number) => string | null; readonly indexOf: (id: string) => number | null }): HeldCursor {
  const [held, setHeld] = useState(START);
  const hasFocus = useRef(false);
  const moved = held.id === null ? null : rows.indexOf(held.id);
  const index = Math.min(held.cursor.index < 0 ? -1 : (moved ?? held.cursor.index), Math.max(0, rows.total - 1));
  const { column } = held.cursor;
  const refocus = useEffectEvent(() => {
    const wanted = elementAt(box.current, { index, column });
    if (hasFocus.current && wanted !== null && !wanted.contains(document.activeElement)) focusIn(wanted);
  });
  // Syncs the browser's focus with the cursor, after the row that it moved to is on the page.
  useLayoutEffect(() => refocus(), [index, column]);
  const hold = (cursor: GridCursor) => setHeld({ cursor, id: cursor.index < 0 ? null : rows.idAt(cursor.index) });
  return {
    cursor: { index, column },
    moveTo: (cursor) => {
      hasFocus.current = true;
      hold(cursor);
      const wanted = elementAt(box.current, cursor);
      if (wanted !== null) focusIn(wanted);
    },
    onFocus: (event) => {
      hasFocus.current = true;
      const found = placeOf(event.target);
      if (found !== null && (found.index !== index || found.column !== column)) hold(found);
    },
    onBlur: (event) => {
      // A focused row that React takes away has no successor; a person who leaves has one, or leaves the window.
      if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) hasFocus.current = false;
    },
  };
}

/** The place of an element inside the grid. */
export function placeOf(target: EventTarget): GridCursor | null {
  if (!(target instanceof Element)) return null;
  const line = target.closest<HTMLElement>("[data-index]");
  const cell = target.closest<HTMLElement>("[data-column]");
  if (line === null) return null;
  return { index: Number(line.dataset["index"]), column: cell === null ? "row" : Number(cell.dataset["column"]) };
}

function elementAt(box: HTMLElement | null, { index, column }: GridCursor): HTMLElement | null {
  const line = box?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
  return column === "row" ? line : (line?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? null);
}

/** The tick box and the head's buttons take the focus themselves; other cells hold it. */
function focusIn(element: HTMLElement): void {
  const inner = element.matches("[data-column]") ? element.querySelector<HTMLElement>("[data-tick], [data-sort]") : null;
  (inner ?? element).focus({ preventScroll: true });
}
