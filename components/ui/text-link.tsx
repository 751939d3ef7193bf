"use client";

import { cx } from "./cx";
import { AppLink } from "./navigation";
import type { AnchorProps } from "./navigation";

/** A link inside a sentence: accent text with a thin underline. */
export function TextLink({ className, ...rest }: AnchorProps) {
  return (
    <AppLink
      {...rest}
      className={cx("rounded-mark text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current", className)}
    />
  );
}
