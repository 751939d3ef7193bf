import { FATE_GROUPS, type FateGroup } from "@/lib/core/uploads/fate";

/** What the list is narrowed to, as it stands in the address. */
export interface PlaceFilter {
  readonly group: FateGroup | null;
  readonly agent: string | null;
  readonly batchId: string | null;
  readonly search: string;
}

export const NO_FILTER: PlaceFilter = { group: null, agent: null, batchId: null, search: "" };

/** Rows of one page of the list. */
export const PAGE_ROWS = 50;

/** Reads a filter from an address; what is no filter is left out. */
export function readFilter(query: Pick<URLSearchParams, "get">): PlaceFilter {
  const group = FATE_GROUPS.find((candidate) => candidate === query.get("group")) ?? null;
  const batch = query.get("batch");
  return { group, agent: query.get("agent"), batchId: batch !== null && UUID.test(batch) ? batch : null, search: (query.get("search") ?? "").slice(0, 500) };
}

/** The address of a filter. */
export function filterPath({ group, agent, batchId, search }: PlaceFilter): string {
  const query = new URLSearchParams();
  if (group !== null) query.set("group", group);
  if (batchId !== null) query.set("batch", batchId);
  if (agent !== null) query.set("agent", agent);
  if (search !== "") query.set("search", search);
  return query.size === 0 ? "/calls" : `/calls?${query.toString()}`;
}

/** The same filter as the list is asked for it. */
export function listFilter({ group, agent, batchId, search }: PlaceFilter) {
  return {
    limit: PAGE_ROWS,
    ...(group === null ? {} : { group }),
    ...(agent === null ? {} : { agent }),
    ...(batchId === null ? {} : { batchId }),
    ...(search.trim() === "" ? {} : { search: search.trim() }),
  };
}

/** Whether nothing is narrowed. */
export function isOpen(filter: PlaceFilter): boolean {
  return filterPath(filter) === "/calls";
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
