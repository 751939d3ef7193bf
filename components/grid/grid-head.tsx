import { ArrowDown, ArrowUp } from "lucide-react";
import type { GridSort } from "@/lib/contracts/grid";
import { cx } from "@/components/ui/cx";
import { CELL_BASE, GRID_COLUMNS, type GridColumn } from "./grid-columns";
import { TickBox } from "./tick-box";

export interface GridHeadProps {
  readonly sort: GridSort;
  readonly selected: "none" | "some" | "all";
  /** The place that Tab leads to, if it is in the head. */
  readonly stop: number | null;
}

/** The head: order by a press, select all; below 768 px only listeners meet it. */
export function GridHead({ sort, selected, stop }: GridHeadProps) {
  return (
    <div role="rowgroup" className="sticky top-0 z-10 max-md:sr-only">
      <div role="row" aria-rowindex={1} data-index={-1} className="flex h-7.5 border-b border-line bg-sunken text-small text-ink-3">
        {GRID_COLUMNS.map((column, place) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={place + 1}
            data-column={place}
            tabIndex={stop === place && column.sort === null && column.id !== "select" ? 0 : -1}
            {...(column.sort === null ? {} : { "aria-sort": sort.sort === column.sort ? (sort.direction === "asc" ? "ascending" : "descending") : "none" })}
            className={cx(CELL_BASE, column.box, column.align === "right" && "justify-end", "focus-inset")}
          >
            <HeadContent column={column} sort={sort} selected={selected} isStop={stop === place} />
          </div>
        ))}
      </div>
    </div>
  );
}

function HeadContent({ column, sort, selected, isStop }: { readonly column: GridColumn; readonly isStop: boolean } & Pick<GridHeadProps, "sort" | "selected">) {
  const tabIndex = isStop ? 0 : -1;
  if (column.id === "select") return <TickBox label="Select all matching calls" isChecked={selected === "all"} isMixed={selected === "some"} tabIndex={tabIndex} />;
  if (column.sort === null) return <span className={column.isQuiet === true ? "sr-only" : "truncate"}>{column.title}</span>;
  const isSorted = sort.sort === column.sort;
  const Arrow = sort.direction === "asc" ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      data-sort={column.sort}
      className={cx("focus-inset -mx-1.5 inline-flex h-6 min-w-0 items-center gap-1 rounded-small px-1.5 hover:bg-hover hover:text-ink", column.align === "right" && "flex-row-reverse", isSorted && "font-medium text-ink")}
    >
      <span className="truncate">{column.title}</span>
      {isSorted ? <Arrow aria-hidden className="size-3 shrink-0" strokeWidth={2.2} /> : null}
    </button>
  );
}
