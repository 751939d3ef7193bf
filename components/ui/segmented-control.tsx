"use client";

import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { cx } from "./cx";

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Shown after the label in ink-3. */
  readonly count?: number | undefined;
}

export interface SegmentedControlProps<Id extends string> {
  /** The name of the choice as a whole. */
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly className?: string;
}

/** One of two to six short choices, side by side; behaves as a radio group. */
export function SegmentedControl<Id extends string>({ label, segments, value, onChange, className }: SegmentedControlProps<Id>) {
  const choose = (keys: ReadonlySet<unknown>) => {
    const segment = segments.find((candidate) => keys.has(candidate.id));
    if (segment !== undefined) onChange(segment.id);
  };
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
      className={cx("inline-flex w-fit max-w-full items-center gap-0.5 overflow-x-auto rounded-field border border-line bg-sunken p-0.5", className)}
    >
      {segments.map((segment) => (
        <ToggleButton
          key={segment.id}
          id={segment.id}
          className={cx(
            "focus-inset inline-flex h-6 shrink-0 items-center gap-1.5 rounded-small border border-transparent px-2.5 text-small font-medium text-ink-2 transition-colors touch:h-10",
            "data-hovered:text-ink data-selected:border-line-strong data-selected:bg-surface data-selected:text-ink",
          )}
        >
          {segment.icon}
          {segment.label}
          {segment.count === undefined ? null : <span className="font-normal text-ink-3">{segment.count.toLocaleString("en")}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
