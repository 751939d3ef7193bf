"use client";

import type { ReactNode, Ref } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { buttonClass } from "./button-style";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { cx } from "./cx";
import { Tooltip } from "./tooltip";

export interface IconButtonProps extends Omit<AriaButtonProps, "children" | "className" | "aria-label"> {
  /** The accessible name; also shown as the tooltip. */
  readonly label: string;
  /** Overrides the tooltip, for example to add a key: "Undo (Ctrl Z)". */
  readonly tooltip?: ReactNode;
  readonly icon: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A square button that shows an icon and carries its name for everyone. */
export function IconButton({ label, tooltip, icon, variant = "quiet", size = "default", className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={tooltip ?? label}>
      <AriaButton {...rest} aria-label={label} className={cx(buttonClass({ variant, size, square: true }), className)}>
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
