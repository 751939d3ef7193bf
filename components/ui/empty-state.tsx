import type { ReactNode } from "react";
import { cx } from "./cx";

export interface EmptyStateProps {
  /** A lucide icon of 22 px. */
  readonly icon?: ReactNode;
  /** What this place is for, or what was searched. */
  readonly title: string;
  readonly children?: ReactNode;
  /** One action. */
  readonly action?: ReactNode;
  readonly className?: string;
}

/** An empty place says what it is for and offers one way on; put something real into `children`. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cx("mx-auto flex max-w-lg flex-col items-center gap-2 px-6 py-12 text-center", className)}>
      {icon === undefined ? null : <div className="text-ink-3">{icon}</div>}
      <p className="text-body font-semibold text-ink">{title}</p>
      {children === undefined ? null : <div className="w-full text-body text-ink-2">{children}</div>}
      {action === undefined ? null : <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
