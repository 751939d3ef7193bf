"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useRef, type ReactNode } from "react";
import type { GridSort } from "@/lib/contracts/grid";
import { useReadRows } from "@/lib/queries/grid-range";
import { useShortcut } from "@/components/shell/shortcuts-provider";
import { cx } from "@/components/ui/cx";
import { GRID_COLUMNS } from "./grid-columns";
import type { GridCursor } from "./grid-cursor";
import { GridHead } from "./grid-head";
import { GridLine } from "./grid-line";
import { countSelected, isSelected, type Selection } from "./selection";
import { useRowsInView, type GridTotal, type RowsInView } from "./use-grid-data";
import { useGridCursor } from "./use-grid-cursor";
import { useGridEvents, type GridDoing } from "./use-grid-events";
import { ROW_HEIGHT, useRowHeight } from "./use-row-height";
import { useSelecting } from "./use-selecting";

export interface CallGridProps extends GridDoing {
  readonly data: GridTotal;
  readonly sort: GridSort;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Calls for which something was pressed and is under way. */
  readonly busy: ReadonlySet<string>;
  /** A row that is edited in place, drawn over it. */
  readonly editor: { readonly index: number; readonly content: ReactNode } | null;
}

const HEAD_PX = 30;

/**
 * A grid of calls of which only what is in view is in the page: a hundred thousand scroll as twenty do. One listener hears all rows,
 * rows are plain markup, and their place follows from their number alone, so nothing is measured.
 */
export function CallGrid(props: CallGridProps) {
  const { data, sort, selection, busy, editor } = props;
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const rows = useRowsInView(data);
  const readRows = useReadRows();
  const selecting = useSelecting(selection, props.onSelect, {
    total: data.total,
    rowAt: rows.rowAt,
    readIds: async (first, last) => (await readRows({ ...data.shown, first, last })).map(({ id }) => id),
  });
  const held = useGridCursor(body, { total: data.total, idAt: (index) => rows.rowAt(index)?.id ?? null, indexOf: rows.indexOf });
  const list = useCallList(box, { data, rows, pinned: held.cursor.index });
  const moveTo = (cursor: GridCursor) => {
    if (cursor.index >= 0) list.scrollToIndex(cursor.index, { align: "auto" });
    held.moveTo(cursor);
  };
  const ground = () => ({ total: data.total, page: Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - HEAD_PX) / list.rowHeight) - 1), columns: shownColumns(box.current) });
  const events = useGridEvents({ ...props, cursor: held.cursor, selecting, moveTo, rowAt: rows.rowAt, ground });
  useRowLetters(held.cursor, data.total, moveTo);
  const count = countSelected(selection, data.total);
  const { index, column } = held.cursor;
  return (
    <div ref={box} className={cx("@container relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain bg-surface [overflow-anchor:none]", ROW_HEIGHT)}>
      <div ref={body} role="grid" aria-label="Calls" aria-rowcount={data.total + 1} aria-colcount={GRID_COLUMNS.length} aria-multiselectable onFocus={held.onFocus} onBlur={held.onBlur} onMouseDown={keepText} {...events}>
        <GridHead sort={sort} selected={count === 0 ? "none" : count === data.total ? "all" : "some"} stop={index < 0 && column !== "row" ? column : null} />
        <div role="rowgroup" className="relative" style={{ height: `calc(var(--row) * ${data.total})` }}>
          {list.items.map((item) => {
            const row = rows.rowAt(item);
            return <GridLine key={item} index={item} row={row} isSelected={row !== null && isSelected(selection, row.id)} stop={item === index ? column : null} isBusy={row !== null && busy.has(row.id)} />;
          })}
        </div>
      </div>
      {editor === null ? null : (
        <div className="absolute inset-x-0 top-7.5 z-5 max-md:top-0" style={{ transform: `translateY(calc(var(--row) * ${editor.index}))` }}>
          {editor.content}
        </div>
      )}
    </div>
  );
}

/** The rows to draw: what is in view, some beside it, and always the one with the cursor, so that the focus never falls off. */
function useCallList(box: React.RefObject<HTMLDivElement | null>, { data, rows, pinned }: { readonly data: GridTotal; readonly rows: RowsInView; readonly pinned: number }) {
  const rowHeight = useRowHeight();
  // eslint-disable-next-line react-hooks/incompatible-library -- the rule speaks for React's compiler, which is not in use here
  const list = useVirtualizer({
    count: data.total,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 5,
    // A task of its own for each scroll event would draw rows that are passed before they are seen.
    useFlushSync: false,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    // Until it is measured: about what a laptop shows, so that the server's page already holds rows.
    initialRect: { width: 1_000, height: 700 },
    rangeExtractor: (range) => withPinned(defaultRangeExtractor(range), pinned),
    onChange: ({ range }) => {
      if (range !== null) rows.onRange({ first: range.startIndex, last: range.endIndex });
    },
  });
  const measure = useEffectEvent(() => list.measure());
  // Syncs the list's sums with the height that CSS gives to rows.
  useEffect(() => measure(), [rowHeight]);
  // In braces: newer browsers answer with a promise, which an effect would take for its cleanup.
  const toTop = useEffectEvent(() => {
    box.current?.scrollTo({ top: 0 });
  });
  // Syncs the scroll position with another list being shown.
  useEffect(() => toTop(), [data.shown]);
  return { items: list.getVirtualItems().map(({ index }) => index), rowHeight, scrollToIndex: list.scrollToIndex };
}

function withPinned(indexes: number[], pinned: number): number[] {
  return pinned < 0 || indexes.includes(pinned) ? indexes : [...indexes, pinned].sort((one, other) => one - other);
}

/** J and K: the next and the previous call, from anywhere on the page outside fields. */
function useRowLetters({ index }: GridCursor, total: number, moveTo: (cursor: GridCursor) => void): void {
  const isIn = () => document.activeElement?.closest('[role="grid"]') != null;
  useShortcut("j", () => moveTo({ index: isIn() ? Math.min(index + 1, total - 1) : Math.max(0, index), column: "row" }));
  useShortcut("k", () => moveTo({ index: isIn() ? Math.max(0, index - 1) : Math.max(0, index), column: "row" }));
}

/** Columns that the grid's width lets be seen, from the head, which always stands. */
function shownColumns(box: HTMLElement | null): readonly number[] {
  const cells = [...(box?.querySelectorAll<HTMLElement>('[role="columnheader"]') ?? [])];
  return cells.flatMap((cell, place) => (cell.getClientRects().length > 0 ? [place] : []));
}

/** A range by Shift and click must not mark text as well. */
function keepText(event: React.MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}
