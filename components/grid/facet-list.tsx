"use client";

import type { MouseEvent, ReactNode } from "react";
import { formatCount } from "@/lib/core/format/count";
import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";
import { FATE_GROUPS } from "@/lib/core/uploads/fate";
import { FateGroupMark } from "@/components/marks/fate-group-mark";
import { LevelMark } from "@/components/marks/level-mark";
import { cx } from "@/components/ui/cx";
import type { FilterChanges } from "./grid-address";
import type { GridState } from "./use-grid-place";

export type FacetId = "fate" | "problems" | "shape" | "agent" | "batch" | "duplicates";

export interface FacetListProps {
  readonly state: GridState;
  readonly show: readonly FacetId[];
}

/** Values shown of a kind; more are found by searching. */
const SHOWN = 12;
const LEVELS = ["blocks", "loses", "odd"] as const;

interface FacetValue {
  readonly key: string;
  readonly words: ReactNode;
  readonly count: number;
  readonly isChosen: boolean;
  readonly changes: FilterChanges;
}

interface Facet {
  readonly id: FacetId;
  readonly title: string;
  readonly values: readonly FacetValue[];
}

/** What the list can be narrowed by, with counts; pressing a chosen one takes it off. */
export function FacetList({ state, show }: FacetListProps) {
  return facetsOf(state)
    .filter(({ id, values }) => show.includes(id) && values.length > 0)
    .map((facet) => (
      <section key={facet.id} aria-label={facet.title} className="border-b border-line py-2.5 last:border-b-0">
        <h2 className="px-4 pb-1 text-small text-ink-3">{facet.title}</h2>
        <ul>
          {facet.values.map((value) => (
            <FacetLink key={value.key} state={state} value={value} />
          ))}
        </ul>
      </section>
    ));
}

/** A link, so that a filter can be opened in a tab of its own; a plain click changes the list in place. */
function FacetLink({ state, value }: { readonly state: GridState; readonly value: FacetValue }) {
  const { words, count, isChosen, changes } = value;
  const choose = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    state.change(changes);
  };
  return (
    <li>
      <a
        href={state.pathOf(changes)}
        onClick={choose}
        aria-current={isChosen ? "true" : undefined}
        className={cx(
          "focus-inset relative flex h-7 items-center gap-2 px-4 text-body text-ink no-underline transition-colors hover:bg-hover touch:h-11",
          isChosen && "bg-selected font-medium before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent-text hover:bg-selected",
        )}
      >
        {words}
        <span className="ml-auto pl-1 text-small font-normal text-ink-2">{formatCount(count)}</span>
      </a>
    </li>
  );
}

function facetsOf({ facets, chosen }: GridState): readonly Facet[] {
  const all = FATE_GROUPS.reduce((sum, group) => sum + facets.groups[group], 0) + facets.excluded;
  return [
    {
      id: "fate",
      title: "Fate",
      values: [
        { key: "all", words: <span className="pl-5.5">All calls</span>, count: all, isChosen: chosen.group === undefined && chosen.excluded !== "only", changes: { group: undefined, fate: undefined, excluded: undefined } },
        ...FATE_GROUPS.map((group) => ({ key: group, words: <FateGroupMark group={group} />, count: facets.groups[group], isChosen: chosen.group === group, changes: { group, fate: undefined, excluded: undefined } })),
        { key: "excluded", words: <span className="pl-5.5">Excluded</span>, count: facets.excluded, isChosen: chosen.excluded === "only", changes: { group: undefined, fate: undefined, excluded: "only" as const } },
      ],
    },
    {
      id: "problems",
      title: "Problems",
      values: [
        { key: "any", words: "With any problem", count: facets.levels.any, isChosen: chosen.level === "any", changes: { level: chosen.level === "any" ? undefined : ("any" as const) } },
        ...LEVELS.map((level) => ({ key: level, words: <LevelMark level={level} />, count: facets.levels[level], isChosen: chosen.level === level, changes: { level: chosen.level === level ? undefined : level } })),
      ],
    },
    { id: "batch", title: "Batch", values: facets.batches.slice(0, SHOWN).map(({ id, name, count }) => ({ key: id, words: <bdi className="truncate">{name}</bdi>, count, isChosen: chosen.batchId === id, changes: { batchId: chosen.batchId === id ? undefined : id } })) },
    { id: "agent", title: "Agent", values: facets.agents.slice(0, SHOWN).map(({ agent, count }) => ({ key: agent, words: <bdi className="text-code truncate">{agent}</bdi>, count, isChosen: chosen.agent === agent, changes: { agent: chosen.agent === agent ? undefined : agent } })) },
    { id: "shape", title: "Shape", values: facets.shapes.map(({ shape, count }) => ({ key: shape, words: <span className="truncate">{SHAPE_NAMES[shape].name}</span>, count, isChosen: chosen.shape === shape, changes: { shape: chosen.shape === shape ? undefined : shape } })) },
    {
      id: "duplicates",
      title: "Duplicates",
      values: [
        { key: "in-batch", words: "Same id in a batch", count: facets.duplicates.inBatch, isChosen: chosen.duplicates === "in-batch", changes: { duplicates: chosen.duplicates === "in-batch" ? undefined : ("in-batch" as const) } },
        { key: "sent-before", words: "Sent before", count: facets.duplicates.sentBefore, isChosen: chosen.duplicates === "sent-before", changes: { duplicates: chosen.duplicates === "sent-before" ? undefined : ("sent-before" as const) } },
      ],
    },
  ];
}
