"use client";

import type { ReactNode } from "react";
import { Link } from "react-aria-components/Link";
import type { LinkProps } from "react-aria-components/Link";
import { buttonClass } from "./button-style";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { cx } from "./cx";

export interface LinkButtonProps extends Omit<LinkProps, "children" | "className"> {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A link that leads somewhere and looks like a button. */
export function LinkButton({ variant = "outlined", size = "default", icon, children, className, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={cx(buttonClass({ variant, size }), className)}>
      {icon}
      {children}
    </Link>
  );
}
