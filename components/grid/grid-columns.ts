import type { GridSortKey } from "@/lib/contracts/grid";

export type ColumnId = "select" | "fate" | "call" | "words" | "shape" | "agent" | "ribbon" | "turns" | "length" | "problems" | "bucket" | "news" | "act";

export interface GridColumn {
  readonly id: ColumnId;
  readonly title: string;
  /** The order that a press on the head asks for; none where order says nothing. */
  readonly sort: GridSortKey | null;
  /** Width, and the width of the grid from which the column is shown. Head and cells wear the same, so that they line up. */
  readonly box: string;
  readonly align?: "right";
  /** The title is for listeners only. */
  readonly isQuiet?: boolean;
}

/** Where there is no room for a column, the button lies over the row's end while the row is pointed at or holds the focus. */
const ACT = "hidden w-24 pr-4 pl-1.5 bg-inherit max-md:hidden! @max-[1240px]:absolute @max-[1240px]:inset-y-0 @max-[1240px]:right-0 group-hover/row:flex group-focus-within/row:flex @max-[1240px]:empty:hidden! @min-[1240px]:flex";

/**
 * The columns from left to right. Widths are fixed but for the words, which take what is left; narrow grids lose the columns that
 * say least. Ours: the steps keep at least 200 px for the words.
 */
export const GRID_COLUMNS: readonly GridColumn[] = [
  { id: "select", title: "Select", sort: null, box: "w-10 pl-4 max-md:relative max-md:z-1 max-md:row-span-2 max-md:h-full", isQuiet: true },
  { id: "fate", title: "Fate", sort: "fate", box: "w-25 px-1.5" },
  { id: "call", title: "Call", sort: "externalId", box: "w-46 px-1.5 max-md:w-auto max-md:pr-4" },
  { id: "words", title: "Opens with, or why it waits", sort: null, box: "min-w-0 flex-1 px-1.5 max-md:col-span-2 max-md:pr-4" },
  { id: "shape", title: "Shape", sort: "shape", box: "hidden w-30 px-1.5 @min-[1340px]:flex" },
  { id: "agent", title: "Agent", sort: "agent", box: "hidden w-36 px-1.5 @min-[1120px]:flex" },
  { id: "ribbon", title: "Who speaks", sort: null, box: "hidden w-34.5 px-1.5 @min-[820px]:flex" },
  { id: "turns", title: "Turns", sort: "turns", box: "hidden w-13 px-1.5 @min-[640px]:flex", align: "right" },
  { id: "length", title: "Length", sort: "duration", box: "hidden w-15 px-1.5 @min-[920px]:flex", align: "right" },
  { id: "problems", title: "Problems", sort: "problems", box: "hidden w-23 pr-1.5 pl-4 @min-[700px]:flex" },
  { id: "bucket", title: "Bucket", sort: null, box: "hidden w-36 px-1.5 @min-[1500px]:flex" },
  { id: "news", title: "Last news", sort: "news", box: "hidden w-25 px-1.5 @min-[980px]:flex" },
  { id: "act", title: "What can be done here", sort: null, box: ACT, align: "right", isQuiet: true },
];

/** Column widths give way to the card's two lines below 768 px. */
export const CELL_BASE = "flex shrink-0 items-center max-md:w-auto";
