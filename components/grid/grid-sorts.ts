import type { GridSort } from "@/lib/contracts/grid";

/** A batch stands in the order of its source. */
export const BATCH_SORT: GridSort = { sort: "position", direction: "asc" };
/** All calls: what moved last comes first. */
export const CALLS_SORT: GridSort = { sort: "news", direction: "desc" };
