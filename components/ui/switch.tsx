"use client";

import type { ReactNode } from "react";
import { SwitchButton, SwitchField } from "react-aria-components/Switch";
import type { SwitchFieldProps } from "react-aria-components/Switch";
import { Text } from "react-aria-components/TextField";
import { cx } from "./cx";

export interface SwitchProps extends Omit<SwitchFieldProps, "children" | "className"> {
  readonly children: ReactNode;
  /** A sentence under the words, tied to the switch as its description. */
  readonly detail?: ReactNode;
  readonly className?: string;
}

/** On or off, at once. The knob's place tells the state, its filling repeats it. */
export function Switch({ children, detail, className, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className={cx("min-w-0", className)}>
      <SwitchButton className="group/box inline-flex items-start gap-3 text-body text-ink touch:min-h-11 touch:items-center">
        <span
          className={cx(
            "mt-0.5 flex h-4 w-7 shrink-0 items-center rounded-full border border-control bg-surface px-0.5 transition-colors",
            "group-data-selected/box:border-accent group-data-selected/box:bg-accent group-data-disabled/box:border-line-strong group-data-disabled/box:bg-sunken",
            "group-data-focus-visible/box:outline-2 group-data-focus-visible/box:outline-offset-2 group-data-focus-visible/box:outline-focus",
          )}
        >
          <span className="size-2.5 rounded-full bg-control transition-transform group-data-selected/box:translate-x-3 group-data-selected/box:bg-on-accent" />
        </span>
        <span className="min-w-0">{children}</span>
      </SwitchButton>
      {detail === undefined ? null : (
        <Text slot="description" elementType="div" className="ml-10 text-small text-ink-3 touch:-mt-2">
          {detail}
        </Text>
      )}
    </SwitchField>
  );
}
