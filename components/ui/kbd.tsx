import type { ReactNode } from "react";
import { cx } from "./cx";

export interface KbdProps {
  readonly children: ReactNode;
  /** `inherit` takes the colour of what it stands on, as inside a filled button. */
  readonly tone?: "ink" | "inherit";
}

/** A key on the keyboard, as a small outlined cap. */
export function Kbd({ children, tone = "ink" }: KbdProps) {
  const colours = tone === "ink" ? "border-line-strong bg-surface text-ink-2" : "border-current text-current";
  return (
    <kbd className={cx("inline-flex h-4.5 shrink-0 items-center rounded-mark border px-1.25 font-sans text-micro whitespace-nowrap", colours)}>
      {children}
    </kbd>
  );
}
