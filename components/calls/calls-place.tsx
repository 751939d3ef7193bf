"use client";

import { useSearchParams } from "next/navigation";
import { useDeferredValue, useRef, useState } from "react";
import type { CallList } from "@/lib/contracts/calls";
import { formatPlural } from "@/lib/core/format/count";
import { FATE_GROUP_WORDS } from "@/lib/core/uploads/fate";
import { useCallList } from "@/lib/queries/calls";
import { PageHeader } from "@/components/shell/crumbs";
import { useRowKeys } from "@/components/shell/use-row-keys";
import { useShortcut } from "@/components/shell/shortcuts-provider";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { SearchField } from "@/components/ui/search-field";
import { CallFacets } from "./call-facets";
import { filterPath, listFilter, readFilter, type PlaceFilter } from "./call-filter";
import { CallTable } from "./call-table";
import { NoCalls } from "./no-calls";
import { StandingNotices } from "./standing-notices";

export interface CallsPlaceProps {
  readonly initialFilter: PlaceFilter;
  readonly initialList: CallList;
}

/** Every call, drafts included: where did it go, and what has to be done. The filter stands in the address. */
export function CallsPlace({ initialFilter, initialList }: CallsPlaceProps) {
  const fromAddress = readFilter(useSearchParams());
  // The field is ahead of the address, which follows in a transition.
  const [search, setSearch] = useState(initialFilter.search);
  const filter = { ...fromAddress, search: useDeferredValue(search) };
  const isInitial = filterPath(filter) === filterPath(initialFilter);
  const query = useCallList(listFilter(filter), isInitial ? initialList : undefined);
  const searchBox = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place);
  useShortcut("/", () => searchBox.current?.focus());

  const pages = query.data?.pages ?? [initialList];
  const list = pages[0] ?? initialList;
  const rows = pages.flatMap((page) => page.rows);
  const change = (next: PlaceFilter) => {
    setSearch(next.search);
    window.history.pushState(null, "", filterPath(next));
  };
  const type = (text: string) => {
    setSearch(text);
    window.history.replaceState(null, "", filterPath({ ...fromAddress, search: text }));
  };
  return (
    <div className="flex h-full min-h-0 max-lg:flex-col">
      <PageHeader heading="Calls" crumbs={[{ label: "Calls" }, ...(filter.group === null ? [] : [{ label: FATE_GROUP_WORDS[filter.group] }])]} />
      <CallFacets list={list} filter={filter} onChange={change} />
      <div ref={place} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
        <StandingNotices />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
          <SearchField label="Search calls" value={search} onChange={type} placeholder="Id, name or words of a call" hint={<Kbd>/</Kbd>} inputRef={searchBox} className="w-85 max-md:w-full" />
          <p role="status" className="text-body text-ink-2">
            <strong className="font-semibold text-ink">{formatPlural(list.total, "call")}</strong> {filter.group === null ? "" : `in ${FATE_GROUP_WORDS[filter.group]}`}
          </p>
        </div>
        {query.error === null ? null : (
          <Notice
            tone="blocks"
            role="alert"
            className="m-4"
            actions={
              <Button size="small" onPress={() => void query.refetch()}>
                Try again
              </Button>
            }
          >
            {query.error.message}
          </Notice>
        )}
        <div className="min-h-0 flex-1 overflow-y-auto">
          {rows.length === 0 ? <NoCalls filter={filter} onClear={change} /> : <CallTable rows={rows} />}
          {query.hasNextPage ? (
            <div className="flex justify-center p-4">
              <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                Load more
              </Button>
            </div>
          ) : null}
        </div>
      </div>
    </div>
  );
}
