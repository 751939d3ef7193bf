import type { ReactNode } from "react";
import { cx } from "./cx";

/** A key on the keyboard, as a small outlined cap. */
export function Kbd({ children, className }: { readonly children: ReactNode; readonly className?: string | undefined }) {
  return (
    <kbd
      className={cx(
        "inline-flex h-4.5 items-center rounded-mark border border-line-strong px-1.25 font-sans text-micro text-ink-2",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
