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
      className="flex w-56 shrink-0 flex-col overflow-y-auto border-r border-line bg-surface max-md:w-full max-md:flex-row max-md:overflow-x-auto max-md:border-r-0 max-md:border-b max-md:px-4 max-md:py-2"
    >
      <Facet title="Fate">
        <FacetLink to={{ ...filter, group: null }} count={all} isChosen={filter.group === null} onChange={onChange}>
          <span className="pl-5.5 max-md:pl-0">All calls</span>
        </FacetLink>
        {FATE_GROUPS.map((group) => (
          <FacetLink key={group} to={{ ...filter, group }} count={list.groups[group]} isChosen={filter.group === group} onChange={onChange}>
            <FateGroupMark group={group} />
          </FacetLink>
        ))}
      </Facet>
      {list.batches.length === 0 ? null : (
        <Facet title="Batch" isWide>
          {list.batches.slice(0, SHOWN).map(({ id, name, count }) => (
            <FacetLink key={id} to={{ ...filter, batchId: filter.batchId === id ? null : id }} count={count} isChosen={filter.batchId === id} onChange={onChange}>
              <bdi className="truncate">{name}</bdi>
            </FacetLink>
          ))}
        </Facet>
      )}
      {list.agents.length === 0 ? null : (
        <Facet title="Agent" isWide>
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

function Facet({ title, isWide = false, children }: { readonly title: string; readonly isWide?: boolean; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className={cx("border-b border-line py-3 max-md:border-b-0 max-md:py-0", isWide && "max-md:hidden")}>
      <h2 className="px-4 pb-1 text-small text-ink-3 max-md:sr-only">{title}</h2>
      <ul className="max-md:flex max-md:gap-2">{children}</ul>
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
    <li className="max-md:shrink-0">
      <a
        href={filterPath(to)}
        onClick={choose}
        aria-current={isChosen ? "true" : undefined}
        className={cx(
          "focus-inset relative flex h-7 items-center gap-2 px-4 text-body text-ink no-underline transition-colors hover:bg-hover",
          "max-md:h-11 max-md:rounded-full max-md:border max-md:border-line-strong max-md:px-3.5",
          isChosen && "bg-selected font-medium before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent hover:bg-selected max-md:border-accent max-md:before:hidden",
        )}
      >
        {children}
        <span className="ml-auto pl-1 text-small font-normal text-ink-2">{formatCount(count)}</span>
      </a>
    </li>
  );
}
