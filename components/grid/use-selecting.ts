"use client";

import { useRef } from "react";
import { MAX_SELECTED_IDS } from "@/lib/contracts/grid";
import type { GridRow } from "@/lib/contracts/grid";
import { formatCount } from "@/lib/core/format/count";
import { useAnnounce } from "@/components/ui/announcer";
import { ALL_SELECTED, NOTHING_SELECTED, countSelected, isSelected, selectionWords, setSelected, type Selection } from "./selection";

export interface Selecting {
  /** Turns one row over; it is where a range starts from. */
  readonly toggle: (index: number) => void;
  /** Selects from the start of the range to this row. */
  readonly extendTo: (index: number) => void;
  /** Where a range would start, as the cursor moves without selecting. */
  readonly startAt: (index: number) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
}

export interface SelectingRows {
  readonly total: number;
  readonly rowAt: (index: number) => GridRow | null;
  /** Ids of a range, rows included that were not read yet. */
  readonly readIds: (first: number, last: number) => Promise<readonly string[]>;
}

interface Anchor {
  readonly index: number;
  /** What was selected before the range began. */
  readonly base: Selection;
}

/** The acts that change a selection, each said aloud. */
export function useSelecting(selection: Selection, onChange: (selection: Selection) => void, rows: SelectingRows): Selecting {
  const announce = useAnnounce();
  const anchor = useRef<Anchor>({ index: 0, base: NOTHING_SELECTED });
  const change = (next: Selection) => {
    const listed = next.kind === "some" ? next.ids : next.except;
    if (listed.size > MAX_SELECTED_IDS) {
      announce(`At most ${formatCount(MAX_SELECTED_IDS)} calls can be picked one by one. Select all that match and narrow the filter instead.`, "now");
      return;
    }
    onChange(next);
    announce(selectionWords(next, rows.total, formatCount) ?? "Nothing selected");
  };
  return {
    toggle: (index) => {
      const row = rows.rowAt(index);
      if (row === null) return;
      const next = setSelected(selection, [row.id], !isSelected(selection, row.id));
      anchor.current = { index, base: next };
      change(next);
    },
    startAt: (index) => {
      anchor.current = { index, base: selection };
    },
    extendTo: (index) => {
      const { base, index: start } = anchor.current;
      const [first, last] = start <= index ? [start, index] : [index, start];
      void idsBetween(rows, first, last).then((ids) => change(setSelected(base, ids, true)));
    },
    selectAll: () => change(ALL_SELECTED),
    clear: () => {
      if (countSelected(selection, rows.total) > 0) change(NOTHING_SELECTED);
    },
  };
}

async function idsBetween(rows: SelectingRows, first: number, last: number): Promise<readonly string[]> {
  const loaded: string[] = [];
  for (let index = first; index <= last && index - first <= MAX_SELECTED_IDS; index += 1) {
    const row = rows.rowAt(index);
    if (row === null) return rows.readIds(first, last);
    loaded.push(row.id);
  }
  return loaded;
}
