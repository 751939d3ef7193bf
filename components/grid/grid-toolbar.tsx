"use client";

import { PanelRight } from "lucide-react";
import { useRef } from "react";
import type { ProblemGroup } from "@/lib/contracts/grid";
import { formatCount } from "@/lib/core/format/count";
import { useShortcut } from "@/components/shell/shortcuts-provider";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { SearchField } from "@/components/ui/search-field";
import { FilterButton } from "./filter-button";
import { FilterChips } from "./filter-chips";
import { GroupTabs } from "./group-tabs";
import type { GridState } from "./use-grid-place";

export interface GridToolbarProps {
  readonly state: GridState;
  /** Causes by their number, for the name of a chosen one. */
  readonly causes: readonly ProblemGroup[];
  /** Fate groups stand in a column of their own on a wide window. */
  readonly hasColumn: boolean;
  readonly panel: { readonly isOpen: boolean; readonly toggle: () => void; readonly count: number };
}

/** Fate groups, search, filters and the way to the problems; under them what is set, each with a way to take it off. */
export function GridToolbar({ state, causes, hasColumn, panel }: GridToolbarProps) {
  const box = useRef<HTMLInputElement>(null);
  useShortcut("/", () => box.current?.focus());
  return (
    <div className="border-b border-line bg-canvas">
      <div className="flex min-h-10.5 flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-1.5 max-md:px-2 lg:flex-nowrap">
        <GroupTabs state={state} className={hasColumn ? "lg:hidden" : ""} />
        {hasColumn ? (
          <p role="status" className="text-body text-ink-2 max-lg:sr-only">
            <strong className="font-semibold text-ink">{formatCount(state.data.total)}</strong> {state.data.total === 1 ? "call" : "calls"}
          </p>
        ) : null}
        <div className="ml-auto flex min-w-0 shrink-0 items-center gap-1.5 max-lg:ml-0 max-lg:w-full">
          <SearchField label="Search calls" value={state.search} onChange={state.setSearch} placeholder="Id, name or words" hint={<span className="max-md:hidden"><Kbd>/</Kbd></span>} inputRef={box} className={hasColumn ? "w-75 max-lg:w-auto max-lg:flex-1" : "w-42 max-lg:w-auto max-lg:flex-1"} />
          <FilterButton state={state} hasColumn={hasColumn} />
          {panel.isOpen ? null : (
            <Button onPress={panel.toggle} icon={<PanelRight aria-hidden className="size-3.5" strokeWidth={2.2} />} className="px-2!">
              Problems {panel.count === 0 ? null : <span className="font-normal text-ink-3">{formatCount(panel.count)}</span>}
            </Button>
          )}
        </div>
      </div>
      <FilterChips state={state} causes={causes} hasColumn={hasColumn} />
    </div>
  );
}
