"use client";

import type { MouseEvent, ReactNode } from "react";
import type { CallList } from "@/lib/contracts/calls";
import { formatCount } from "@/lib/core/format/count";
import { FATE_GROUPS } from "@/lib/core/uploads/fate";
import { FateGroupMark } from "@/components/marks/fate-group-mark";
import { cx } from "@/components/ui/cx";
import { filterPath, type PlaceFilter } from "./call-filter";

export interface CallFacetsProps {
  readonly list: CallList;
  readonly filter: PlaceFilter;
  readonly onChange: (filter: PlaceFilter) => void;
}

/** Facets shown of a kind; more are found by searching. */
const SHOWN = 12;

/** Fate groups, batches and agents with their counts; one row of chips on a narrow window. */
export function CallFacets({ list, filter, onChange }: CallFacetsProps) {
  const all = FATE_GROUPS.reduce((sum, group) => sum + list.groups[group], 0);
  return (
    <nav
      aria-label="Filters"
      className="flex w-56 shrink-0 flex-col overflow-y-auto border-r border-line bg-surface max-lg:w-full max-lg:flex-row max-lg:gap-2 max-lg:overflow-x-auto max-lg:border-r-0 max-lg:border-b max-lg:px-4 max-lg:py-2"
    >
      <Facet title="Fate">
        <FacetLink to={{ ...filter, group: null }} count={all} isChosen={filter.group === null} onChange={onChange}>
          <span className="pl-5.5 max-lg:pl-0">All calls</span>
        </FacetLink>
        {FATE_GROUPS.map((group) => (
          <FacetLink key={group} to={{ ...filter, group }} count={list.groups[group]} isChosen={filter.group === group} onChange={onChange}>
            <FateGroupMark group={group} />
          </FacetLink>
        ))}
      </Facet>
      {list.batches.length === 0 ? null : (
        <Facet title="Batch">
          {list.batches.slice(0, SHOWN).map(({ id, name, count }) => (
            <FacetLink key={id} to={{ ...filter, batchId: filter.batchId === id ? null : id }} count={count} isChosen={filter.batchId === id} onChange={onChange}>
              <bdi className="truncate">{name}</bdi>
            </FacetLink>
          ))}
        </Facet>
      )}
      {list.agents.length === 0 ? null : (
        <Facet title="Agent">
          {list.agents.slice(0, SHOWN).map(({ agent, count }) => (
            <FacetLink key={agent} to={{ ...filter, agent: filter.agent === agent ? null : agent }} count={count} isChosen={filter.agent === agent} onChange={onChange}>
              <bdi className="text-code truncate">{agent}</bdi>
            </FacetLink>
          ))}
        </Facet>
      )}
    </nav>
  );
}

function Facet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="border-b border-line py-3 max-lg:flex max-lg:shrink-0 max-lg:items-center max-lg:gap-2 max-lg:border-b-0 max-lg:py-0">
      <h2 className="px-4 pb-1 text-small text-ink-3 max-lg:px-0 max-lg:pb-0">{title}</h2>
      <ul className="max-lg:flex max-lg:gap-2">{children}</ul>
    </section>
  );
}

interface FacetLinkProps {
  readonly to: PlaceFilter;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChange: (filter: PlaceFilter) => void;
  readonly children: ReactNode;
}

/** A link, so that a filter can be opened in a tab of its own; a plain click changes the list in place. */
function FacetLink({ to, count, isChosen, onChange, children }: FacetLinkProps) {
  const choose = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onChange(to);
  };
  return (
    <li className="max-lg:shrink-0">
      <a
        href={filterPath(to)}
        onClick={choose}
        aria-current={isChosen ? "true" : undefined}
        className={cx(
          "focus-inset relative flex h-7 items-center gap-2 px-4 text-body text-ink no-underline transition-colors hover:bg-hover",
          "max-lg:h-8 max-lg:rounded-full max-lg:border max-lg:border-line-strong max-lg:px-3 touch:h-11",
          isChosen && "bg-selected font-medium before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent hover:bg-selected max-lg:border-accent max-lg:before:hidden",
        )}
      >
        {children}
        <span className="ml-auto pl-1 text-small font-normal text-ink-2">{formatCount(count)}</span>
      </a>
    </li>
  );
}
