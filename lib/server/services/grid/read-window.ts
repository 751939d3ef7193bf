import "server-only";
import type { GridRow, GridWindow, GridWindowQuery } from "@/lib/contracts/grid";
import type { ServerContext } from "@/lib/server/context";
import { listBuckets } from "@/lib/server/repositories/buckets";
import { listCallsById } from "@/lib/server/repositories/call-lists";
import { callRow } from "@/lib/server/services/calls/call-row";
import { freshIndex } from "./fresh-index";
import type { GridEntry } from "./grid-entry";
import { filtered } from "./grid-filter";
import type { GridIndex } from "./grid-index";

/** The rows of a window of the calls under a filter, in an order in which every call has one place. */
export async function readWindow(context: Pick<ServerContext, "db" | "target">, query: GridWindowQuery): Promise<GridWindow> {
  const { sort, direction, offset, limit, ...filter } = query;
  const { index, change } = await freshIndex(context);
  const entries = await filtered(context.db, index, filter, { sort, direction });
  const shown = entries.slice(offset, offset + limit);
  return { change, offset, total: entries.length, rows: [...(await rowsOf(context, index, shown))] };
}

async function rowsOf({ db, target }: Pick<ServerContext, "db" | "target">, index: GridIndex, entries: readonly GridEntry[]): Promise<readonly GridRow[]> {
  const calls = new Map((await listCallsById(db, entries.map(({ id }) => id))).map((listed) => [listed.call.id, listed]));
  const buckets = new Map((await listBuckets(db, target.id)).map(({ id, name }) => [id, name]));
  const firsts = new Map<ReadonlySet<GridEntry>, number>();
  return entries.flatMap((entry): GridRow[] => {
    const listed = calls.get(entry.id);
    if (!listed) return [];
    const { call } = listed;
    const planned = call.plannedBucketId;
    return [
      {
        ...callRow(listed),
        sourceShape: call.sourceShape,
        startedAt: call.facts.startedAt,
        excluded: call.excluded,
        plannedBucket: planned === null ? null : { id: planned, name: buckets.get(planned) ?? planned },
        sameIdInBatch: sameIdOf(index.sameId(entry), firsts),
        sentBefore: index.sentBefore(entry),
        receipt: call.receipt,
      },
    ];
  });
}

/** Of many calls with one id, the first place is looked for once. */
function sameIdOf(same: ReadonlySet<GridEntry>, firsts: Map<ReadonlySet<GridEntry>, number>): GridRow["sameIdInBatch"] {
  if (same.size < 2) return null;
  let first = firsts.get(same);
  if (first === undefined) {
    first = Number.POSITIVE_INFINITY;
    for (const { position } of same) first = Math.min(first, position);
    firsts.set(same, first);
  }
  return { others: same.size - 1, firstPosition: first };
}
