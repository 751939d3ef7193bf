"use client";

import { SearchX } from "lucide-react";
import type { GridState } from "@/components/grid/use-grid-place";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** No row to show: all calls are gone, or none is under what is set. */
export function NoBatchCalls({ state }: { readonly state: GridState }) {
  const search = state.search.trim();
  if (Object.keys(state.chosen).length === 0 && search === "") return <p className="p-6 text-center text-body text-ink-2">All calls of this batch were deleted.</p>;
  return (
    <EmptyState
      icon={<SearchX aria-hidden className="size-5.5" strokeWidth={1.8} />}
      title={search === "" ? "No call of this batch under this filter" : `No call of this batch holds “${search}”`}
      action={<Button onPress={state.clear}>Show all calls of the batch</Button>}
    >
      {search === "" ? "Other filters may hold what you are looking for." : "Ids, names and the words of transcripts were searched, under the filters that are set."}
    </EmptyState>
  );
}
