"use client";

import { keepPreviousData, useQueries, useQuery, type UseQueryOptions } from "@tanstack/react-query";
import {
  GridFacetsSchema,
  GridWindowSchema,
  ProblemGroupsSchema,
  type GridFacets,
  type GridFilter,
  type GridRow,
  type GridSort,
  type GridWindow,
  type ProblemGroups,
} from "@/lib/contracts/grid";
import { keys } from "./keys";
import { getJson } from "./request";

/** Rows of one request of a scrolling grid: a screen of rows and as many again. */
export const WINDOW_ROWS = 100;
/** A grid asks for at most so many windows at once: more than any screen shows. */
const MAX_WINDOWS = 4;

/** What a grid has of the calls under a filter and a sort. */
export interface GridRows {
  /** Calls under the filter; null until the first answer. */
  readonly total: number | null;
  /** The row at a place from 0, or null while it is on its way. */
  readonly rowAt: (index: number) => GridRow | null;
  /** Change sequence of the oldest window shown, to be compared with the status. */
  readonly change: number | null;
  /** True while windows are read that were not there before. */
  readonly loading: boolean;
  readonly error: Error | null;
}

/**
 * Rows from place `first` to place `last` (inclusive), under a filter and a sort. Whole windows are kept, so that scrolling asks once
 * per window; they follow by themselves when something moves. While a new filter is read, the rows of the old one stay.
 */
export function useGridRows(request: { readonly filter: GridFilter; readonly sort: GridSort; readonly first: number; readonly last: number; readonly initial?: GridWindow }): GridRows {
  const { filter, sort, initial } = request;
  const from = Math.max(0, Math.floor(request.first / WINDOW_ROWS));
  const to = Math.min(Math.max(from, Math.floor(request.last / WINDOW_ROWS)), from + MAX_WINDOWS - 1);
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const windows = useQueries({
    queries: numbers.map((number) => windowQuery({ filter, sort, number }, number === 0 ? initial : undefined)),
  });
  const answers = windows.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return {
    total: answers.at(-1)?.total ?? null,
    rowAt: (index) => {
      const window = answers.find(({ offset, rows }) => index >= offset && index < offset + rows.length);
      return window?.rows[index - window.offset] ?? null;
    },
    change: answers.length === 0 ? null : Math.min(...answers.map(({ change }) => change)),
    loading: windows.some(({ isPending, isPlaceholderData }) => isPending || isPlaceholderData),
    error: windows.find(({ error }) => error !== null)?.error ?? null,
  };
}

function windowQuery(place: { readonly filter: GridFilter; readonly sort: GridSort; readonly number: number }, initial: GridWindow | undefined): UseQueryOptions<GridWindow> {
  return {
    queryKey: keys.gridWindow(place.filter, place.sort, place.number),
    queryFn: ({ signal }) => getJson(windowPath(place), GridWindowSchema, { signal }),
    placeholderData: keepPreviousData,
    ...(initial === undefined ? {} : { initialData: initial }),
  };
}

/** Counts beside the filters, with the sums of the receipts. */
export function useGridFacets(filter: GridFilter, initial?: GridFacets) {
  return useQuery({
    queryKey: keys.gridFacets(filter),
    queryFn: ({ signal }) => getJson(`/api/grid/facets?${queryOf(filter)}`, GridFacetsSchema, { signal }),
    placeholderData: keepPreviousData,
    ...(initial === undefined ? {} : { initialData: initial }),
  });
}

/** Problems of the calls under a filter, grouped by cause. */
export function useProblemGroups(filter: GridFilter, initial?: ProblemGroups) {
  return useQuery({
    queryKey: keys.problemGroups(filter),
    queryFn: ({ signal }) => getJson(`/api/grid/problems?${queryOf(filter)}`, ProblemGroupsSchema, { signal }),
    placeholderData: keepPreviousData,
    ...(initial === undefined ? {} : { initialData: initial }),
  });
}

function windowPath({ filter, sort, number }: { readonly filter: GridFilter; readonly sort: GridSort; readonly number: number }): string {
  return `/api/grid/window?${queryOf({ ...filter, ...sort, offset: number * WINDOW_ROWS, limit: WINDOW_ROWS })}`;
}

function queryOf(values: Readonly<Record<string, string | number>>): string {
  return new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();
}
