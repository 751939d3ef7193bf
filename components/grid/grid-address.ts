import { GRID_SORTS, GridFilterSchema, type GridFilter, type GridSort } from "@/lib/contracts/grid";

/** What a grid shows, as it stands in the address. The words of a search are a person's own and never stand there. */
export interface GridView {
  readonly filter: GridFilter;
  /** Null where the place's own order stands. */
  readonly sort: GridSort | null;
}

/** Address parameters by the member of the filter that they hold; `search` has none. */
const PARAMETERS = [
  ["group", "group"],
  ["fate", "fate"],
  ["batch", "batchId"],
  ["agent", "agent"],
  ["shape", "shape"],
  ["level", "level"],
  ["cause", "cause"],
  ["duplicates", "duplicates"],
  ["excluded", "excluded"],
] as const;

/** Reads a view from an address; what is none is left out. */
export function readView(query: Pick<URLSearchParams, "get">): GridView {
  let filter: GridFilter = {};
  for (const [parameter, member] of PARAMETERS) {
    const value = query.get(parameter);
    const parsed = value === null ? null : GridFilterSchema.safeParse({ [member]: value });
    if (parsed?.success === true) filter = { ...filter, ...parsed.data };
  }
  return { filter, sort: readSort(query.get("sort")) };
}

/** The address of a view in a place, such as `/calls` or `/batches/…`, whose own batch is not repeated. */
export function viewPath(place: string, { filter, sort }: GridView): string {
  const query = new URLSearchParams();
  for (const [parameter, member] of PARAMETERS) {
    const value = filter[member];
    if (value !== undefined) query.set(parameter, value);
  }
  if (sort !== null) query.set("sort", sort.direction === "desc" ? `-${sort.sort}` : sort.sort);
  return query.size === 0 ? place : `${place}?${query.toString()}`;
}

/** Members of a filter to be set; undefined takes one away. */
export type FilterChanges = { readonly [Member in keyof GridFilter]?: GridFilter[Member] | undefined };

/** Changes members of a filter. */
export function changeFilter(filter: GridFilter, changes: FilterChanges): GridFilter {
  return Object.fromEntries(Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== undefined));
}

/** Whether two filters show the same calls. */
export function isSameFilter(one: GridFilter, other: GridFilter): boolean {
  const members = new Set([...Object.keys(one), ...Object.keys(other)]) as ReadonlySet<keyof GridFilter>;
  return [...members].every((member) => one[member] === other[member]);
}

function readSort(text: string | null): GridSort | null {
  const isDown = text?.startsWith("-") === true;
  const sort = GRID_SORTS.find((key) => key === (isDown ? text.slice(1) : text));
  return sort === undefined ? null : { sort, direction: isDown ? "desc" : "asc" };
}
