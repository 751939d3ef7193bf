"use client";

import type { Key, ReactNode } from "react";
import { cx } from "./cx";
import { AppLink } from "./navigation";

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: "left" | "right";
  /** A CSS length; the columns without one share what is left. */
  readonly width?: string;
  /** The column that names the row; it holds the link. */
  readonly isRowHeader?: boolean;
  /** Gone below this width, as look and layout allow. */
  readonly hideBelow?: "md" | "lg" | "xl";
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => Key;
  /** Makes the whole row lead there; the link itself sits in the naming cell. */
  readonly rowHref?: (row: Row) => string | undefined;
  readonly isSelected?: (row: Row) => boolean;
  readonly density?: "grid" | "two-line";
  /** Shown in place of rows. */
  readonly empty?: ReactNode;
  readonly className?: string;
}

const HIDE = { md: "max-md:hidden", lg: "max-lg:hidden", xl: "max-xl:hidden" } as const;

/** A table with table semantics, a head that stays in view, and rows of one height. Put it in a scrolling box. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, empty, className } = props;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <table aria-label={label} className={cx("w-full border-separate border-spacing-0 text-left", className)}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={cx(
                "sticky top-0 z-10 h-7.5 border-b border-line bg-sunken px-2 text-small font-normal whitespace-nowrap text-ink-3 first:pl-4 last:pr-4",
                column.align === "right" && "text-right",
                column.hideBelow && HIDE[column.hideBelow],
              )}
              {...(column.width === undefined ? {} : { style: { width: column.width } })}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <DataRow key={rowKey(row)} row={row} table={props} />
        ))}
      </tbody>
    </table>
  );
}

function DataRow<Row>({ row, table }: { readonly row: Row; readonly table: DataTableProps<Row> }) {
  const { columns, rowHref, isSelected, density = "grid" } = table;
  const href = rowHref?.(row);
  const selected = isSelected?.(row) === true;
  return (
    <tr className={cx("relative transition-colors hover:bg-hover", selected && "bg-selected hover:bg-selected")} {...(selected ? { "aria-current": true } : {})}>
      {columns.map((column) => {
        const Cell = column.isRowHeader === true ? "th" : "td";
        return (
          <Cell
            key={column.id}
            className={cx(
              "border-b border-line px-2 text-small font-normal text-ink-2 first:pl-4 last:pr-4",
              density === "grid" ? "h-8.25 touch:h-11" : "h-13",
              column.align === "right" && "text-right whitespace-nowrap",
              // The link covers the whole row; what can be pressed in other cells stands above it.
              href !== undefined && "[&_:is(button,label)]:relative [&_:is(button,label)]:z-1",
              column.hideBelow && HIDE[column.hideBelow],
            )}
            {...(column.isRowHeader === true ? { scope: "row" } : {})}
          >
            {column.isRowHeader === true && href !== undefined ? (
              <AppLink href={href} className="focus-inset text-ink no-underline after:absolute after:inset-0">
                {column.cell(row)}
              </AppLink>
            ) : (
              column.cell(row)
            )}
          </Cell>
        );
      })}
    </tr>
  );
}
