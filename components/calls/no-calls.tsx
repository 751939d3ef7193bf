"use client";

import { PhoneCall, SearchX } from "lucide-react";
import { SMALLEST_CALL_TEXT } from "@/lib/core/call-ingest/smallest-call";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { isOpen, NO_FILTER, type PlaceFilter } from "./call-filter";

export interface NoCallsProps {
  readonly filter: PlaceFilter;
  readonly onClear: (filter: PlaceFilter) => void;
}

/** An empty list: nothing taken in yet, or nothing under this filter. */
export function NoCalls({ filter, onClear }: NoCallsProps) {
  if (isOpen(filter)) {
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
      title={filter.search === "" ? "No call under this filter" : `No call holds “${filter.search}”`}
      action={<Button onPress={() => onClear(NO_FILTER)}>Show all calls</Button>}
    >
      {filter.search === "" ? "Other filters may hold what you are looking for." : "Ids, names and the words of transcripts were searched, under the filters that are set."}
    </EmptyState>
  );
}
