"use client";

import type { ReactNode } from "react";
import { cx } from "./cx";
import { useElementWidth } from "./use-element-width";

export interface ProgressEnd {
  readonly count: number;
  /** The glyph before the number. */
  readonly mark?: ReactNode;
  /** "accepted", "landed", "added". */
  readonly word: string;
  /** The gap in words, after the outer number: "61 checking, 14 ignored". */
  readonly note?: ReactNode;
}

export interface ProgressPairProps {
  readonly label: string;
  readonly total: number;
  /** What is claimed: an outline. */
  readonly outer: ProgressEnd;
  /** What is proved: a filling inside the outline. */
  readonly inner: ProgressEnd;
  /** `landing` fills in green; `ink` is for buckets, where nothing is proved. */
  readonly tone: "landing" | "ink";
  /** `mini` is 12 px and bare, for strips and table cells. */
  readonly size?: "full" | "mini";
  readonly className?: string;
}

/** Numbers that would come nearer than this to each other stand one above the other. */
const STACK_BELOW_PX = 120;

/** Two bars on one axis: the outline runs ahead, the filling chases it. */
export function ProgressPair({ label, total, outer, inner, tone, size = "full", className }: ProgressPairProps) {
  const { ref, width } = useElementWidth<HTMLDivElement>();
  const [outerPart, innerPart] = [part(outer.count, total), part(inner.count, total)];
  const isStacked = (outerPart - innerPart) * width < STACK_BELOW_PX || outerPart * width < 2 * STACK_BELOW_PX;
  const summary = `${inner.count.toLocaleString("en")} ${inner.word}, ${outer.count.toLocaleString("en")} ${outer.word}, of ${total.toLocaleString("en")}`;
  return (
    <div role="group" aria-label={label} className={cx("min-w-0", className)}>
      <div ref={ref} className={cx("relative w-full rounded-small border border-line bg-sunken", size === "full" ? "h-6" : "h-3")}>
        <Bar part={outerPart} className={cx("-inset-y-px -left-px border-[1.5px]", tone === "landing" ? "border-accepted" : "border-ink-2")}>
          <span
            data-mark-fill
            className={cx("absolute left-0 rounded-mark transition-[width] duration-300 ease-linear", size === "full" ? "inset-y-0.75 ml-0.75" : "inset-y-px ml-px", tone === "landing" ? "bg-landed-fill" : "bg-ink-2")}
            style={{ width: `calc(${percent(outer.count === 0 ? 0 : inner.count / outer.count)} - ${size === "full" ? 6 : 2}px)`, minWidth: 0 }}
          />
        </Bar>
      </div>
      {size === "mini" ? (
        <span className="sr-only">{summary}</span>
      ) : (
        <Numbers ends={{ inner, outer }} parts={{ inner: innerPart, outer: outerPart }} isStacked={isStacked} total={total} />
      )}
    </div>
  );
}

function Bar({ part: share, className, children }: { readonly part: number; readonly className: string; readonly children: ReactNode }) {
  if (share === 0) return null;
  return (
    <div className={cx("absolute rounded-small transition-[width] duration-300 ease-linear", className)} style={{ width: `calc(${percent(share)} + 2px)` }}>
      {children}
    </div>
  );
}

interface NumbersProps {
  readonly ends: { readonly inner: ProgressEnd; readonly outer: ProgressEnd };
  readonly parts: { readonly inner: number; readonly outer: number };
  readonly isStacked: boolean;
  readonly total: number;
}

/** The inner number hangs left of its bar's end, the outer one right of its own; stacked, both start at the left. */
function Numbers({ ends, parts, isStacked, total }: NumbersProps) {
  if (isStacked) {
    return (
      <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-0.5 text-small text-ink-2">
        <EndNumber end={ends.outer} />
        <EndNumber end={ends.inner} />
        <span className="ml-auto text-ink-3">of {total.toLocaleString("en")}</span>
      </div>
    );
  }
  return (
    <div className="relative mt-1 h-6 text-small text-ink-2">
      <div className="absolute right-auto top-0 flex h-6 -translate-x-full items-center pr-2" style={{ left: percent(parts.inner) }}>
        <EndNumber end={ends.inner} />
      </div>
      <div className="absolute top-0 flex h-6 items-center" style={parts.outer > 0.7 ? { right: percent(1 - parts.outer) } : { left: percent(parts.outer) }}>
        <EndNumber end={ends.outer} />
      </div>
    </div>
  );
}

function EndNumber({ end }: { readonly end: ProgressEnd }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {end.mark}
      <span className="text-read font-semibold text-ink">{end.count.toLocaleString("en")}</span>
      <span>{end.word}</span>
      {end.note === undefined ? null : <span className="ml-1 text-ink-3">{end.note}</span>}
    </span>
  );
}

function part(count: number, total: number): number {
  return total <= 0 ? 0 : Math.min(Math.max(count / total, 0), 1);
}

function percent(share: number): string {
  return `${Math.round(share * 1e5) / 1e3}%`;
}
