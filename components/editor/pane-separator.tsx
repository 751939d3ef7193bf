"use client";

import { useState, type KeyboardEvent, type PointerEvent } from "react";
import { cx } from "@/components/ui/cx";
import { PANE_LIMITS, widthByKey, type SizedPane } from "./pane-sizes";
import type { PaneSizing } from "./use-pane-sizes";

export interface PaneSeparatorProps {
  readonly pane: SizedPane;
  /** "Width of problems and timeline". */
  readonly label: string;
  /** What the pane is wide unless a person set it, in pixels. */
  readonly usual: number;
  readonly sizing: PaneSizing;
}

/** The edge of a pane, moved by pointer, arrows, Home and End; a double click gives the usual width back. Stands inside its pane. */
export function PaneSeparator({ pane, label, usual, sizing }: PaneSeparatorProps) {
  const [grip, setGrip] = useState<{ readonly x: number; readonly width: number } | null>(null);
  const { least, most } = PANE_LIMITS[pane];
  const grab = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    setGrip({ x: event.clientX, width: widthOf(event.currentTarget) });
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (grip !== null) sizing.resize(pane, grip.width + (event.clientX - grip.x) * (pane === "left" ? 1 : -1));
  };
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const width = widthByKey(pane, widthOf(event.currentTarget), event);
    if (width === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    sizing.resize(pane, width);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={sizing.width(pane) ?? usual}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={() => setGrip(null)}
      onPointerCancel={() => setGrip(null)}
      onDoubleClick={() => sizing.resize(pane, null)}
      onKeyDown={press}
      className={cx(
        "focus-inset absolute inset-y-0 z-20 w-1.5 cursor-col-resize touch-none hover:bg-accent-line focus-visible:bg-accent-line",
        pane === "left" ? "right-0" : "left-0",
        grip !== null && "bg-accent-line",
      )}
    />
  );
}

function widthOf(separator: HTMLElement): number {
  return separator.parentElement?.getBoundingClientRect().width ?? 0;
}
