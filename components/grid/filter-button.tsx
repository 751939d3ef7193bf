"use client";

import { ListFilter } from "lucide-react";
import { Suspense, lazy, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { FacetId } from "./facet-list";
import type { GridState } from "./use-grid-place";

/** The list of filters and its placing load with the first press. */
const FilterPopover = lazy(() => import("./filter-popover").then((loaded) => ({ default: loaded.FilterPopover })));

const IN_BATCH: readonly FacetId[] = ["problems", "shape", "agent", "duplicates"];
const BESIDE_COLUMN: readonly FacetId[] = ["problems", "shape", "batch", "agent", "duplicates"];

/** Opens the filters; on `/calls` they stand in a column of their own where there is room. */
export function FilterButton({ state, hasColumn }: { readonly state: GridState; readonly hasColumn: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <span ref={place} className={hasColumn ? "lg:hidden" : "inline-flex"}>
      <IconButton label="Filter" variant="outlined" aria-haspopup="dialog" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} icon={<ListFilter aria-hidden className="size-3.5" strokeWidth={2.2} />} />
      {isOpen ? (
        <Suspense>
          <FilterPopover state={state} show={hasColumn ? BESIDE_COLUMN : IN_BATCH} button={place} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </span>
  );
}
