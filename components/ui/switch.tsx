"use client";

import { useId } from "react";
import type { ReactNode } from "react";
import { cx } from "./cx";

export interface SwitchProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
  /** A sentence under the words, tied to the switch as its description. */
  readonly detail?: ReactNode;
  readonly className?: string;
}

/** On or off, at once: the browser's own checkbox behind a switch. The knob's place tells the state, its filling repeats it. */
export function Switch({ isSelected, onChange, isDisabled = false, children, detail, className }: SwitchProps) {
  const detailId = useId();
  return (
    <div className={cx("min-w-0", className)}>
      <label className="group/box relative inline-flex items-start gap-3 text-body text-ink touch:min-h-11 touch:items-center">
        <input
          type="checkbox"
          role="switch"
          className="sr-only"
          checked={isSelected}
          disabled={isDisabled}
          onChange={(event) => onChange(event.currentTarget.checked)}
          {...(detail === undefined ? {} : { "aria-describedby": detailId })}
        />
        <span
          className={cx(
            "mt-0.5 flex h-4 w-7 shrink-0 items-center rounded-full border border-control bg-surface px-0.5 transition-colors",
            "group-has-checked/box:border-accent group-has-checked/box:bg-accent group-has-disabled/box:border-line-strong group-has-disabled/box:bg-sunken",
            "group-has-focus-visible/box:outline-2 group-has-focus-visible/box:outline-offset-2 group-has-focus-visible/box:outline-focus",
          )}
        >
          <span className="size-2.5 rounded-full bg-control transition-transform group-has-checked/box:translate-x-3 group-has-checked/box:bg-on-accent" />
        </span>
        <span className="min-w-0">{children}</span>
      </label>
      {detail === undefined ? null : (
        <div id={detailId} className="ml-10 text-small text-ink-3 touch:-mt-2">
          {detail}
        </div>
      )}
    </div>
  );
}
