"use client";

import { X } from "lucide-react";
import type { GridFacets, GridFilter, ProblemGroup } from "@/lib/contracts/grid";
import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";
import { FATE_WORDS } from "@/lib/core/uploads/fate";
import { LEVEL_WORDS } from "@/components/marks/level-mark";
import { Button } from "@/components/ui/button";
import type { GridState } from "./use-grid-place";

export interface FilterChipsProps {
  readonly state: GridState;
  /** Causes by their number, for the name of a chosen one. */
  readonly causes: readonly ProblemGroup[];
  /** Batches are shown as chosen in a column. */
  readonly hasColumn: boolean;
}

/** What is narrowed besides the fate group, each with a way to take it off. */
export function FilterChips({ state, causes, hasColumn }: FilterChipsProps) {
  const chips = chipsOf(state.chosen, causes, state.facets, hasColumn);
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters that are set" className="flex flex-wrap items-center gap-1.5 px-3 pb-2 max-md:px-2">
      {chips.map(({ member, words }) => (
        <li key={member} className="inline-flex h-6 max-w-full items-center gap-1 rounded-full border border-accent-line bg-selected pr-1 pl-2.5 text-small text-ink touch:h-11">
          <span className="truncate">{words}</span>
          <button type="button" aria-label={`Take off: ${words}`} onClick={() => state.change({ [member]: undefined })} className="inline-flex size-4.5 items-center justify-center rounded-full text-ink-2 hover:bg-hover hover:text-ink touch:size-9">
            <X aria-hidden className="size-3" strokeWidth={2.2} />
          </button>
        </li>
      ))}
      <li>
        <Button variant="quiet" size="small" onPress={state.clear}>
          Clear all
        </Button>
      </li>
    </ul>
  );
}

interface Chip {
  readonly member: keyof GridFilter;
  readonly words: string;
}

function chipsOf(chosen: GridFilter, causes: readonly ProblemGroup[], facets: GridFacets, hasColumn: boolean): readonly Chip[] {
  const { shape, agent, level, cause, duplicates, excluded, fate, batchId } = chosen;
  return [
    ...(fate === undefined ? [] : [{ member: "fate", words: FATE_WORDS[fate] } as const]),
    ...(batchId === undefined || hasColumn ? [] : [{ member: "batchId", words: facets.batches.find(({ id }) => id === batchId)?.name ?? "One batch" } as const]),
    ...(shape === undefined ? [] : [{ member: "shape", words: SHAPE_NAMES[shape].name } as const]),
    ...(agent === undefined ? [] : [{ member: "agent", words: agent } as const]),
    ...(level === undefined ? [] : [{ member: "level", words: level === "any" ? "With problems" : LEVEL_WORDS[level] } as const]),
    ...(cause === undefined ? [] : [{ member: "cause", words: causes.find((group) => group.cause === cause)?.title ?? "One cause" } as const]),
    ...(duplicates === undefined ? [] : [{ member: "duplicates", words: duplicates === "in-batch" ? "Same id in the batch" : "Sent before" } as const]),
    ...(excluded !== "without" ? [] : [{ member: "excluded", words: "Without excluded" } as const]),
  ];
}
