"use client";

import type { MouseEvent, ReactNode } from "react";
import { formatCount } from "@/lib/core/format/count";
import { FATE_GROUPS, type FateGroup } from "@/lib/core/uploads/fate";
import { FateGroupMark } from "@/components/marks/fate-group-mark";
import { cx } from "@/components/ui/cx";
import type { GridState } from "./use-grid-place";

/** The fate groups as a row; it scrolls sideways where it does not fit. */
export function GroupTabs({ state, className }: { readonly state: GridState; readonly className: string }) {
  const { facets, chosen } = state;
  const all = FATE_GROUPS.reduce((sum, group) => sum + facets.groups[group], 0) + facets.excluded;
  const isExcluded = chosen.excluded === "only";
  return (
    <nav aria-label="Fate" className={cx("-my-1 flex min-w-0 items-center gap-0.5 overflow-x-auto py-1 [scrollbar-width:none] max-lg:w-full", className)}>
      <GroupTab state={state} group={undefined} isExcluded={false} count={all} isChosen={chosen.group === undefined && !isExcluded}>
        All
      </GroupTab>
      {FATE_GROUPS.filter((group) => group !== "cancelled" || facets.groups.cancelled > 0 || chosen.group === group).map((group) => (
        <GroupTab key={group} state={state} group={group} isExcluded={false} count={facets.groups[group]} isChosen={chosen.group === group && !isExcluded}>
          <FateGroupMark group={group} className="gap-1.5!" />
        </GroupTab>
      ))}
      <GroupTab state={state} group={undefined} isExcluded count={facets.excluded} isChosen={isExcluded}>
        Excluded
      </GroupTab>
    </nav>
  );
}

interface GroupTabProps {
  readonly state: GridState;
  readonly group: FateGroup | undefined;
  readonly isExcluded: boolean;
  readonly count: number;
  readonly isChosen: boolean;
  readonly children: ReactNode;
}

/** A link, so that a group can be opened in a tab of its own; a plain click changes the grid in place. */
function GroupTab({ state, group, isExcluded, count, isChosen, children }: GroupTabProps) {
  const changes = { group, fate: undefined, excluded: isExcluded ? ("only" as const) : undefined };
  const choose = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    state.change(changes);
  };
  return (
    <a
      href={state.pathOf(changes)}
      onClick={choose}
      aria-current={isChosen ? "true" : undefined}
      className={cx(
        "focus-inset inline-flex h-7 shrink-0 items-center gap-1.5 rounded-field border px-2 text-small whitespace-nowrap text-ink-2 no-underline transition-colors hover:text-ink touch:h-11 touch:px-3",
        isChosen ? "border-line-strong bg-surface font-medium text-ink" : "border-transparent hover:bg-hover",
      )}
    >
      {children}
      <span className="font-normal text-ink-3">{formatCount(count)}</span>
    </a>
  );
}
