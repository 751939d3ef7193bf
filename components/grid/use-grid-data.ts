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

export interface GridData {
  readonly total: number;
  readonly rowAt: (index: number) => GridRow | null;
  /** The place of a call among the rows around what is in view. */
  readonly indexOf: (id: string) => number | null;
  readonly onRange: (range: RowRange) => void;
  /** What is shown; it follows the request once its first rows are there. */
  readonly shown: GridRequest;
  readonly error: Error | null;
}

/** A drag of the scroll bar passes hundreds of windows; only where it rests is asked for. */
const REST_MS = 80;
const START: RowRange = { first: 0, last: 40 };

/**
 * Rows around what is in view. The first window is always read, so that the total is known wherever a person jumps; the rows of the
 * filter before stay until the first of the new one are there, so that nothing flashes while a person types. `initial` is what the
 * server read for `opening`.
 */
export function useGridData(request: GridRequest, opening: GridRequest, initial: GridWindow): GridData {
  const [shown, setShown] = useState(request);
  const [range, setRange] = useState(START);
  const asked = useRestingRange(range);
  const opened = (wanted: GridRequest) => (isSameRequest(wanted, opening) ? { initial } : {});
  const head = useGridRows({ ...request, first: 0, last: 0, ...opened(request) });
  const rows = useGridRows({ ...shown, ...asked, ...opened(shown) });
  const [total, setTotal] = useState(initial.total);
  const isShown = isSameRequest(shown, request);
  const isThere = !head.loading && (head.total !== null || head.error !== null);
  if (!isShown && isThere) setShown(request);
  if (isShown && head.total !== null && head.total !== total) setTotal(head.total);
  const onRange = ({ first, last }: RowRange) => setRange((now) => (now.first === first && now.last === last ? now : { first, last }));
  return { total, rowAt: rows.rowAt, indexOf: (id) => placeOf(id, asked, rows.rowAt), onRange, shown, error: head.error ?? rows.error };
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
