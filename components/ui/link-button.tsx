"use client";

import type { ReactNode } from "react";
import { buttonClass } from "./button-style";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { cx } from "./cx";
import { AppLink } from "./navigation";
import type { AnchorProps } from "./navigation";

export interface LinkButtonProps extends AnchorProps {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
}

/** A link that leads somewhere and looks like a button. */
export function LinkButton({ variant = "outlined", size = "default", icon, children, className, ...rest }: LinkButtonProps) {
  return (
    <AppLink {...rest} className={cx(buttonClass({ variant, size }), className)}>
      {icon}
      {children}
    </AppLink>
  );
}
