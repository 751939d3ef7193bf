"use client";

import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components/Checkbox";
import type { CheckboxFieldProps } from "react-aria-components/Checkbox";
import { cx } from "./cx";

export interface CheckboxProps extends Omit<CheckboxFieldProps, "children" | "className"> {
  /** Leave out only with an `aria-label`, as in the first column of a grid. */
  readonly children?: ReactNode;
  readonly className?: string;
}

/** A box to tick; also half ticked (`isIndeterminate`). */
export function Checkbox({ children, className, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className={cx("inline-flex", className)}>
      <CheckboxButton className="group/box inline-flex items-center gap-2 text-body text-ink touch:min-h-11">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span
              className={cx(
                "flex size-4 shrink-0 items-center justify-center rounded-mark border transition-colors",
                "group-data-focus-visible/box:outline-2 group-data-focus-visible/box:outline-offset-2 group-data-focus-visible/box:outline-focus",
                isSelected || isIndeterminate ? "border-accent bg-accent text-on-accent" : "border-control bg-surface group-data-hovered/box:bg-hover",
                "group-data-disabled/box:border-line-strong group-data-disabled/box:bg-sunken group-data-disabled/box:text-ink-3",
              )}
            >
              {isIndeterminate ? <Minus aria-hidden className="size-3" strokeWidth={3} /> : null}
              {isSelected && !isIndeterminate ? <Check aria-hidden className="size-3" strokeWidth={3} /> : null}
            </span>
            {children === undefined ? null : <span className="min-w-0 group-data-disabled/box:text-ink-3">{children}</span>}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  );
}
