"use client";

import { PhoneCall, SearchX } from "lucide-react";
import { SMALLEST_CALL_TEXT } from "@/lib/core/call-ingest/smallest-call";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { GridState } from "@/components/grid/use-grid-place";

/** An empty list: nothing taken in yet, or nothing under this filter. */
export function NoCalls({ state }: { readonly state: GridState }) {
  const search = state.search.trim();
  if (Object.keys(state.chosen).length === 0 && search === "") {
    return (
      <EmptyState
        icon={<PhoneCall aria-hidden className="size-5.5" strokeWidth={1.8} />}
        title="No calls yet"
        action={
          <>
            <CopyButton label="Copy the smallest call" text={SMALLEST_CALL_TEXT} size="default" />
            <LinkButton href="/" variant="primary">
              Bring in calls
            </LinkButton>
          </>
        }
      >
        Every call that is taken in stands here, with what became of it: not sent, on its way, seen in Zelto, or waiting for you.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX aria-hidden className="size-5.5" strokeWidth={1.8} />}
      title={search === "" ? "No call under this filter" : `No call holds “${search}”`}
      action={<Button onPress={state.clear}>Show all calls</Button>}
    >
      {search === "" ? "Other filters may hold what you are looking for." : "Ids, names and the words of transcripts were searched, under the filters that are set."}
    </EmptyState>
  );
}
