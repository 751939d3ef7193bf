"use client";

import { useEffect, useState } from "react";
import type { GridFilter, GridRow, GridSort, GridWindow } from "@/lib/contracts/grid";
import { useGridRows, WINDOW_ROWS } from "@/lib/queries/grid";
import { isSameFilter } from "./grid-address";

/** Rows in view, both included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

export interface GridRequest {
  readonly filter: GridFilter;
  readonly sort: GridSort;
}

/** How many calls a place has to show. It does not move while a person scrolls: what draws the place must not follow every row. */
export interface GridTotal {
  readonly total: number;
  /** What is shown; it follows the request once its first rows are there. */
  readonly shown: GridRequest;
  /** The first rows as the server's page brought them, and what for. */
  readonly opening: GridRequest;
  readonly initial: GridWindow;
  readonly error: Error | null;
}

/** The rows around what is in view. */
export interface RowsInView {
  readonly rowAt: (index: number) => GridRow | null;
  /** The place of a call among them. */
  readonly indexOf: (id: string) => number | null;
  readonly onRange: (range: RowRange) => void;
}

/** A drag of the scroll bar passes hundreds of windows; only where it rests is asked for. */
const REST_MS = 80;
const START: RowRange = { first: 0, last: 40 };

/**
 * The first window is always read, so that the total is known wherever a person jumps; the rows of the filter before stay until the
 * first of the new one are there, so that nothing flashes while a person types. `initial` is what the server read for `opening`.
 */
export function useGridTotal(request: GridRequest, opening: GridRequest, initial: GridWindow): GridTotal {
  const [shown, setShown] = useState(request);
  const head = useGridRows({ ...request, first: 0, last: 0, ...opened(request, opening, initial) });
  const [total, setTotal] = useState(initial.total);
  const isShown = isSameRequest(shown, request);
  const isThere = !head.loading && (head.total !== null || head.error !== null);
  if (!isShown && isThere) setShown(request);
  if (isShown && head.total !== null && head.total !== total) setTotal(head.total);
  return { total, shown, opening, initial, error: head.error };
}

/** Reads the rows that a list is about to show. */
export function useRowsInView({ shown, opening, initial }: GridTotal): RowsInView {
  const [range, setRange] = useState(START);
  const asked = useRestingRange(range);
  const rows = useGridRows({ ...shown, ...asked, ...opened(shown, opening, initial) });
  const onRange = ({ first, last }: RowRange) => setRange((now) => (now.first === first && now.last === last ? now : { first, last }));
  return { rowAt: rows.rowAt, indexOf: (id) => placeOf(id, asked, rows.rowAt), onRange };
}

function opened(wanted: GridRequest, opening: GridRequest, initial: GridWindow): { readonly initial?: GridWindow } {
  return isSameRequest(wanted, opening) ? { initial } : {};
}

/** Whether two requests show the same calls in the same order. */
export function isSameRequest(one: GridRequest, other: GridRequest): boolean {
  return one === other || (isSameFilter(one.filter, other.filter) && one.sort.sort === other.sort.sort && one.sort.direction === other.sort.direction);
}

function placeOf(id: string, { first, last }: RowRange, rowAt: (index: number) => GridRow | null): number | null {
  for (let index = Math.max(0, first - WINDOW_ROWS); index <= last + WINDOW_ROWS; index += 1) if (rowAt(index)?.id === id) return index;
  return null;
}

/** Steps follow at once, jumps when they have come to rest. */
function useRestingRange(range: RowRange): RowRange {
  const [asked, setAsked] = useState(range);
  const isNear = Math.abs(range.first - asked.first) <= WINDOW_ROWS;
  if (isNear && asked !== range) setAsked(range);
  // Syncs with the clock.
  useEffect(() => {
    const timer = setTimeout(() => setAsked(range), REST_MS);
    return () => clearTimeout(timer);
  }, [range]);
  return isNear ? range : asked;
}
