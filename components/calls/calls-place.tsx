"use client";

import type { GridFacets, GridWindow } from "@/lib/contracts/grid";
import { FATE_GROUP_WORDS } from "@/lib/core/uploads/fate";
import { CALLS_SORT } from "@/components/grid/grid-sorts";
import { GridPlace } from "@/components/grid/grid-place";
import { useGridPlace } from "@/components/grid/use-grid-place";
import { PageHeader } from "@/components/shell/crumbs";
import { CallFacets } from "./call-facets";
import { NoCalls } from "./no-calls";
import { StandingNotices } from "./standing-notices";

export interface CallsPlaceProps {
  readonly initialWindow: GridWindow;
  readonly initialFacets: GridFacets;
}

const EVERYWHERE = {};

/** Every call, drafts included: where did it go, and what has to be done. */
export function CallsPlace({ initialWindow, initialFacets }: CallsPlaceProps) {
  const state = useGridPlace({ path: "/calls", within: EVERYWHERE, defaultSort: CALLS_SORT, initialWindow, initialFacets });
  const { group } = state.chosen;
  return (
    <div className="flex h-full min-h-0">
      <PageHeader heading="Calls" crumbs={[{ label: "Calls" }, ...(group === undefined ? [] : [{ label: FATE_GROUP_WORDS[group] }])]} />
      <CallFacets state={state} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <StandingNotices />
        <GridPlace state={state} batchId={null} hasColumn opensPanel={false} bucketId={null} empty={<NoCalls state={state} />} />
      </div>
    </div>
  );
}
