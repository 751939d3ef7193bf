"use client";

import { useQuery } from "@tanstack/react-query";
import { MAX_SELECTED_IDS, type GridRow } from "@/lib/contracts/grid";
import { canUpload, whyLeft } from "@/lib/intake/row-words";
import { keys } from "@/lib/queries/keys";
import { useReadRows } from "@/lib/queries/grid-range";

export interface Readiness {
  /** Calls that would be sent; null while they are counted, or where there are too many to look at each. */
  readonly ready: number | null;
  readonly left: readonly { readonly reason: string; readonly count: number }[];
}

const NOT_COUNTED: Readiness = { ready: null, left: [] };

/** How many calls of a batch can be sent as they stand, and why the others cannot. */
export function useReadiness(batchId: string): Readiness {
  const readRows = useReadRows();
  const query = useQuery({
    queryKey: [...keys.gridFacets({ batchId }), "readiness"],
    queryFn: () => readRows({ filter: { batchId }, sort: { sort: "position", direction: "asc" }, first: 0, last: MAX_SELECTED_IDS }),
  });
  if (query.data === undefined || query.data.length > MAX_SELECTED_IDS) return NOT_COUNTED;
  return readinessOf(query.data);
}

function readinessOf(rows: readonly GridRow[]): Readiness {
  const taking = rows.filter(({ excluded }) => !excluded);
  const excluded = rows.length - taking.length;
  return { ready: taking.filter(canUpload).length, left: [...whyLeft(taking), ...(excluded === 0 ? [] : [{ reason: "left out by hand", count: excluded }])] };
}
