"use client";

import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export interface PlaceRowProps {
  /** The place in words: "agent.externalId"; empty for the whole call. */
  readonly path: string;
  /** From 1; null for what has no line of its own. */
  readonly line: number | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** Level, what and why. */
  readonly children: ReactNode;
  /** Buttons under it. */
  readonly actions?: ReactNode;
}

/** A row of the Problems panel: choosing it shows its place in every pane. */
export function PlaceRow({ path, line, isChosen, onChoose, children, actions }: PlaceRowProps) {
  return (
    <li className={cx("border-b border-line", isChosen && "bg-selected shadow-[inset_2px_0_0_var(--accent-text)]")}>
      <button type="button" aria-pressed={isChosen} onClick={onChoose} className={cx("focus-inset block w-full px-4 pt-3 text-left", actions === undefined && "pb-3", !isChosen && "hover:bg-hover")}>
        {children}
        {path === "" && line === null ? null : (
          <span className="mt-1 flex justify-between gap-2 text-code text-ink-3">
            <span className="min-w-0 break-all">{path}</span>
            {line === null ? null : <span className="shrink-0">line {line}</span>}
          </span>
        )}
      </button>
      {actions === undefined ? null : <div className="flex flex-wrap gap-2 px-4 pt-1.5 pb-3">{actions}</div>}
    </li>
  );
}
