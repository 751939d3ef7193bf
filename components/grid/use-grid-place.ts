"use client";

import { useSearchParams } from "next/navigation";
import { useDeferredValue, useState } from "react";
import type { GridFacets, GridFilter, GridSort, GridSortKey, GridWindow } from "@/lib/contracts/grid";
import { useGridFacets } from "@/lib/queries/grid";
import { changeFilter, isSameFilter, readView, viewPath, type FilterChanges } from "./grid-address";
import { keptSearch, keepSearch } from "./search-memory";
import { NOTHING_SELECTED, type Selection } from "./selection";
import { useGridTotal, type GridTotal } from "./use-grid-data";

export interface GridPlaceOptions {
  /** The path of the page: `/calls` or `/batches/…`. */
  readonly path: string;
  /** What the place is always narrowed to: one batch, or nothing. */
  readonly within: GridFilter;
  readonly defaultSort: GridSort;
  readonly initialWindow: GridWindow;
  readonly initialFacets: GridFacets;
}

export interface GridState {
  /** The filter as the address and the search field have it, with what the place is narrowed to. */
  readonly filter: GridFilter;
  /** What a person set, without search and without the place's own. */
  readonly chosen: GridFilter;
  readonly sort: GridSort;
  readonly data: GridTotal;
  readonly facets: GridFacets;
  readonly search: string;
  readonly setSearch: (text: string) => void;
  readonly change: (changes: FilterChanges) => void;
  /** Address of the place under a changed filter, for links. */
  readonly pathOf: (changes: FilterChanges) => string;
  readonly clear: () => void;
  readonly sortBy: (key: GridSortKey) => void;
  readonly selection: Selection;
  readonly setSelection: (selection: Selection) => void;
}

/** Columns that are read from the largest down at first. */
const DOWN_FIRST: ReadonlySet<GridSortKey> = new Set(["problems", "news", "turns", "duration"]);

/** What a grid shows and what is selected in it. Filter and order stand in the address; the words of a search only in memory. */
export function useGridPlace({ path, within, defaultSort, initialWindow, initialFacets }: GridPlaceOptions): GridState {
  const view = readView(useSearchParams());
  const [search, setText] = useState(() => keptSearch(path));
  const words = useDeferredValue(search.trim());
  const filter = changeFilter({ ...view.filter, ...within }, { search: words === "" ? undefined : words.slice(0, 500) });
  const sort = view.sort ?? defaultSort;
  // The server knows nothing of the words.
  const [opening] = useState({ filter: changeFilter(filter, { search: undefined }), sort });
  const data = useGridTotal({ filter, sort }, opening, initialWindow);
  // Excluded calls have no fate: counted among them alone, every fate group would be empty.
  const counted = filter.excluded === "only" ? changeFilter(filter, { excluded: undefined }) : filter;
  const facets = useGridFacets(counted, isSameFilter(opening.filter, counted) ? initialFacets : undefined).data ?? initialFacets;
  const [selected, setSelected] = useState({ filter, selection: NOTHING_SELECTED });
  // Another filter shows other calls: nothing stays selected that is no longer seen.
  const selection = isSameFilter(filter, selected.filter) ? selected.selection : NOTHING_SELECTED;
  const setSelection = (next: Selection) => setSelected({ filter, selection: next });
  const go = (next: GridFilter, order: GridSort | null) => window.history.pushState(null, "", viewPath(path, { filter: next, sort: order }));
  const setSearch = (text: string) => {
    setText(text);
    keepSearch(path, text);
  };
  return {
    filter,
    chosen: view.filter,
    sort,
    data,
    facets,
    search,
    setSearch,
    change: (changes) => go(changeFilter(view.filter, changes), view.sort),
    pathOf: (changes) => viewPath(path, { filter: changeFilter(view.filter, changes), sort: view.sort }),
    clear: () => {
      setSearch("");
      go({}, view.sort);
    },
    sortBy: (key) => go(view.filter, nextSort(sort, key)),
    selection,
    setSelection,
  };
}

/** The same head once more turns the order over. */
export function nextSort(sort: GridSort, key: GridSortKey): GridSort {
  if (sort.sort === key) return { sort: key, direction: sort.direction === "asc" ? "desc" : "asc" };
  return { sort: key, direction: DOWN_FIRST.has(key) ? "desc" : "asc" };
}
