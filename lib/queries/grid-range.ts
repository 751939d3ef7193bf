"use client";

import { useQueryClient } from "@tanstack/react-query";
import { GridWindowSchema, MAX_SELECTED_IDS, MAX_WINDOW_ROWS, type GridFilter, type GridRow, type GridSort } from "@/lib/contracts/grid";
import { keys } from "./keys";
import { getJson } from "./request";

/** Which rows are wanted: places from `first` to `last`, both included. */
export interface WantedRows {
  readonly filter: GridFilter;
  readonly sort: GridSort;
  readonly first: number;
  readonly last: number;
}

/**
 * Reads rows that a grid has not shown, for a range that was selected across them. At most one more than a selection may name, so
 * that the caller can tell that there are too many.
 */
export function useReadRows(): (wanted: WantedRows) => Promise<readonly GridRow[]> {
  const client = useQueryClient();
  return async ({ filter, sort, first, last }) => {
    const end = Math.min(last, first + MAX_SELECTED_IDS);
    const rows: GridRow[] = [];
    for (let offset = first; offset <= end; offset += MAX_WINDOW_ROWS) {
      const limit = Math.min(MAX_WINDOW_ROWS, end - offset + 1);
      const query = new URLSearchParams(Object.entries({ ...filter, ...sort, offset: String(offset), limit: String(limit) }));
      const window = await client.query({
        queryKey: [...keys.gridFacets(filter), "rows", sort, offset, limit],
        queryFn: ({ signal }) => getJson(`/api/grid/window?${query.toString()}`, GridWindowSchema, { signal }),
        staleTime: 0,
        gcTime: 0,
      });
      rows.push(...window.rows);
    }
    return rows;
  };
}
