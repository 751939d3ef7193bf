import { memo } from "react";
import type { GridRow } from "@/lib/contracts/grid";
import { rowAct, type RowAct } from "@/lib/intake/row-words";
import { cx } from "@/components/ui/cx";
import { GridCell, nameOf } from "./grid-cells";
import { CELL_BASE, GRID_COLUMNS, type GridColumn } from "./grid-columns";
import { TickBox } from "./tick-box";

const ACT_WORDS: Readonly<Record<RowAct, string>> = { upload: "Upload", "look-again": "Look again", "send-again": "Send again" };
const LINE = "group/row absolute inset-x-0 top-0 flex h-(--row) contain-strict border-b border-line text-small text-ink-2 max-md:grid max-md:grid-cols-[2.5rem_auto_minmax(0,1fr)] max-md:content-center max-md:gap-y-0.5";

export interface GridLineProps {
  readonly index: number;
  /** Null while it is on its way. */
  readonly row: GridRow | null;
  readonly isSelected: boolean;
  /** The place in this row that Tab leads to: a column, the row itself, or nothing. */
  readonly stop: number | "row" | null;
  /** What was pressed in this row is under way. */
  readonly isBusy: boolean;
}

/** One row: plain markup without listeners; the grid hears all that happens in it. Its place follows from the row's height in CSS. */
export const GridLine = memo(function GridLine({ index, row, isSelected, stop, isBusy }: GridLineProps) {
  const id = `call-row-${index}`;
  return (
    <div
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={stop === "row" ? 0 : -1}
      className={cx(LINE, "focus-inset", isSelected ? "bg-selected" : "hover:bg-hover", row?.excluded === true && "text-ink-3")}
      style={{ transform: `translateY(calc(var(--row) * ${index}))` }}
      {...(row === null ? { "aria-busy": true } : { "aria-labelledby": `${id}-call ${id}-fate ${id}-words` })}
    >
      {GRID_COLUMNS.map((column, place) => (
        <div
          key={column.id}
          id={`${id}-${column.id}`}
          role={column.id === "call" ? "rowheader" : "gridcell"}
          aria-colindex={place + 1}
          data-column={place}
          tabIndex={stop === place ? 0 : -1}
          className={cx(CELL_BASE, column.box, column.align === "right" && "justify-end text-right tabular-nums", "focus-inset")}
        >
          <CellContent column={column} row={row} isSelected={isSelected} isBusy={isBusy} />
        </div>
      ))}
    </div>
  );
});

function CellContent({ column, row, isSelected, isBusy }: { readonly column: GridColumn } & Pick<GridLineProps, "row" | "isSelected" | "isBusy">) {
  if (row === null) return column.id === "words" || column.id === "call" ? <span aria-hidden className="appear-late h-2.5 w-4/5 rounded-mark bg-line" /> : null;
  if (column.id === "select") return <TickBox label={`Select ${nameOf(row)}`} isChecked={isSelected} />;
  if (column.id === "act") return <ActButton row={row} isBusy={isBusy} />;
  return <GridCell row={row} column={column.id} />;
}

/** The next step of a call, where it takes no second thought. */
function ActButton({ row, isBusy }: { readonly row: GridRow; readonly isBusy: boolean }) {
  const act = row.excluded ? null : rowAct(row);
  if (act === null) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-do={act}
      aria-label={`${ACT_WORDS[act]}: ${nameOf(row)}`}
      aria-disabled={isBusy}
      className="h-6 rounded-small border border-line-strong bg-surface px-2 font-medium text-ink hover:bg-hover aria-disabled:text-ink-3"
    >
      {ACT_WORDS[act]}
    </button>
  );
}
