import "server-only";
import type { Selection } from "@/lib/contracts/bulk";
import type { ServerContext } from "@/lib/server/context";
import { freshIndex } from "@/lib/server/services/grid/fresh-index";
import { filtered } from "@/lib/server/services/grid/grid-filter";

/** The calls that a selection means now, in the order of their batches; those that are gone are left out. */
export async function resolveSelection(context: Pick<ServerContext, "db" | "target">, selection: Selection): Promise<readonly string[]> {
  const { index } = await freshIndex(context);
  if ("ids" in selection) return [...new Set(selection.ids)].filter((id) => index.entry(id) !== undefined);
  const except = new Set(selection.except);
  const entries = await filtered(context.db, index, selection.filter, { sort: "position", direction: "asc" });
  return entries.flatMap(({ id }) => (except.has(id) ? [] : [id]));
}
