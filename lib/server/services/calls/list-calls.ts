import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { CallFilter, CallList } from "@/lib/contracts/calls";
import { failure, success, type Result } from "@/lib/core/result";
import { FATE_GROUPS, FATES, fateGroup, type FateGroup } from "@/lib/core/uploads/fate";
import type { ServerContext } from "@/lib/server/context";
import { countByAgent, countByBatch, countByFate, listCalls, placeOf, type CallSelection, type ListPlace } from "@/lib/server/repositories/call-lists";
import { findMatches } from "@/lib/server/repositories/search";
import { callRow } from "./call-row";
import { refreshSearch } from "./refresh-search";

/** One page of calls with the counts that stand beside the filters. @returns `invalid_input` for a cursor that is none. */
export async function readCalls(context: Pick<ServerContext, "db">, filter: CallFilter): Promise<Result<CallList, AppError>> {
  const { db } = context;
  const after = filter.cursor === undefined ? null : readCursor(filter.cursor);
  if (filter.cursor !== undefined && after === null) return failure(appError("invalid_input", "This page of the list cannot be found. Reload the list."));
  if (filter.search !== undefined) await refreshSearch(db);
  const ids = filter.search === undefined ? null : await findMatches(db, filter.search);
  const selection = selectionOf(filter, ids);
  const rows = await listCalls(db, selection, { after, limit: filter.limit + 1 });
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  const counts = await countByFate(db, without(selection, "fates"));
  const wanted = selection.fates ?? FATES;
  return success({
    rows: shown.map(callRow),
    nextCursor: rows.length > shown.length && last ? writeCursor(placeOf(last.call, selection)) : null,
    total: counts.filter(({ fate }) => wanted.includes(fate)).reduce((sum, { count }) => sum + count, 0),
    groups: groupCounts(counts),
    agents: [...(await countByAgent(db, without(selection, "agent")))],
    batches: [...(await countByBatch(db, without(selection, "batchId")))],
  });
}

function selectionOf({ group, fate, agent, batchId }: CallFilter, ids: readonly string[] | null): CallSelection {
  const fates = fate !== undefined ? [fate] : group !== undefined ? FATES.filter((candidate) => fateGroup(candidate) === group) : undefined;
  return {
    ...(fates === undefined ? {} : { fates }),
    ...(agent === undefined ? {} : { agent }),
    ...(batchId === undefined ? {} : { batchId }),
    ...(ids === null ? {} : { ids }),
  };
}

/** Facets count under the other filters: their own would leave only what is chosen. */
function without(selection: CallSelection, key: keyof CallSelection): CallSelection {
  const others = { ...selection };
  Reflect.deleteProperty(others, key);
  return others;
}

function groupCounts(counts: readonly { readonly fate: CallList["rows"][number]["fate"]; readonly count: number }[]): Record<FateGroup, number> {
  const groups = Object.fromEntries(FATE_GROUPS.map((group) => [group, 0])) as Record<FateGroup, number>; // every group is a key
  for (const { fate, count } of counts) groups[fateGroup(fate)] += count;
  return groups;
}

function writeCursor({ key, id }: ListPlace): string {
  return `${key}.${id}`;
}

function readCursor(cursor: string): ListPlace | null {
  const match = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(cursor);
  return match?.[1] !== undefined && match[2] !== undefined ? { key: Number(match[1]), id: match[2] } : null;
}
