"use client";

import type { ReactNode } from "react";
import { Link } from "react-aria-components/Link";
import type { LinkProps } from "react-aria-components/Link";
import { cx } from "./cx";

export interface TextLinkProps extends Omit<LinkProps, "children" | "className"> {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A link inside a sentence: accent text with a thin underline. */
export function TextLink({ children, className, ...rest }: TextLinkProps) {
  return (
    <Link
      {...rest}
      className={cx("rounded-mark text-accent-text underline decoration-accent-line underline-offset-3 data-hovered:decoration-current", className)}
    >
      {children}
    </Link>
  );
}
