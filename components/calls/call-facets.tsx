"use client";

import { FacetList, type FacetId } from "@/components/grid/facet-list";
import type { GridState } from "@/components/grid/use-grid-place";

const SHOWN: readonly FacetId[] = ["fate", "problems", "batch", "agent", "shape", "duplicates"];

/** Everything the list can be narrowed by, beside it on a wide window; on a narrow one it stands behind a button. */
export function CallFacets({ state }: { readonly state: GridState }) {
  return (
    <nav aria-label="Filters" className="w-56 shrink-0 overflow-y-auto border-r border-line bg-surface max-lg:hidden">
      <FacetList state={state} show={SHOWN} />
    </nav>
  );
}
