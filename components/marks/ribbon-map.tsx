"use client";

import { useMemo } from "react";
import type { KeyboardEvent, MouseEvent } from "react";
import { cx } from "@/components/ui/cx";
import type { ProblemLevel } from "@/lib/core/problems/problem";
import type { RibbonSegment } from "@/lib/core/shapes/shape";
import { RibbonBlocks, percent } from "./ribbon-blocks";
import { layoutRibbon, placeOfTurn, turnAt } from "./ribbon-layout";
import { ROLE_WORDS } from "./role-dot";

export interface RibbonMarker {
  readonly index: number;
  readonly level: ProblemLevel;
}

export interface RibbonMapProps {
  readonly segments: readonly RibbonSegment[];
  /** Called with the turn's index, counted from 0. */
  readonly onSelect: (index: number) => void;
  /** The open turn wears a ring. */
  readonly openIndex?: number | null;
  readonly markers?: readonly RibbonMarker[];
  readonly className?: string;
}

const GRAIN = { maxTurns: 400, columns: 600 };
/** More triangles than this would touch each other; the problems list has them all. */
const MAX_MARKERS = 120;
const MARKER_FILLS: Readonly<Record<ProblemLevel, string>> = { blocks: "fill-blocks", loses: "fill-loses", odd: "fill-odd" };

/** The ribbon as the map of the transcript: a slider over the turns, so that it works by pointer and by arrow keys alike. */
export function RibbonMap({ segments, onSelect, openIndex = null, markers = [], className }: RibbonMapProps) {
  const layout = useMemo(() => layoutRibbon(segments, GRAIN), [segments]);
  const open = openIndex === null ? null : placeOfTurn(segments, openIndex);
  const current = openIndex ?? 0;
  const role = segments[current]?.role;
  if (role === undefined) return null;

  const selectAt = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onSelect(turnAt(segments, (event.clientX - box.left) / box.width));
  };
  const selectByKey = (event: KeyboardEvent) => {
    const next = keyTarget(event.key, current, segments.length);
    if (next === null) return;
    event.preventDefault();
    onSelect(next);
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Turns by role"
      aria-valuemin={1}
      aria-valuemax={segments.length}
      aria-valuenow={current + 1}
      aria-valuetext={`Turn ${current + 1} of ${segments.length}, ${ROLE_WORDS[role]}`}
      onClick={selectAt}
      onKeyDown={selectByKey}
      className={cx("relative h-6.5 w-full cursor-pointer rounded-mark pt-0.5", className)}
    >
      <svg aria-hidden height={18} className="block w-full overflow-hidden">
        <RibbonBlocks layout={layout} height={18} />
      </svg>
      {open === null ? null : (
        <span
          className="pointer-events-none absolute -top-0.5 h-5.5 min-w-1 rounded-mark border-2 border-focus"
          style={{ left: `calc(${percent(open.start)} - 2px)`, width: `calc(${percent(open.size)} + 3px)` }}
        />
      )}
      {markers.slice(0, MAX_MARKERS).map((marker) => (
        <Marker key={`${marker.index} ${marker.level}`} marker={marker} segments={segments} />
      ))}
    </div>
  );
}

function Marker({ marker, segments }: { readonly marker: RibbonMarker; readonly segments: readonly RibbonSegment[] }) {
  const place = placeOfTurn(segments, marker.index);
  if (place === null) return null;
  return (
    <svg
      aria-hidden
      viewBox="0 0 7 5"
      width={7}
      height={5}
      className={cx("absolute bottom-0 -ml-1", MARKER_FILLS[marker.level])}
      style={{ left: percent(place.start + place.size / 2) }}
    >
      <path d="M3.5 0 7 5H0Z" />
    </svg>
  );
}

function keyTarget(key: string, current: number, count: number): number | null {
  const leaps: Readonly<Record<string, number>> = {
    ArrowLeft: current - 1,
    ArrowDown: current - 1,
    ArrowRight: current + 1,
    ArrowUp: current + 1,
    PageUp: current + 10,
    PageDown: current - 10,
    Home: 0,
    End: count - 1,
  };
  const target = leaps[key];
  return target === undefined ? null : Math.min(Math.max(target, 0), count - 1);
}
