import type { ReactNode } from "react";
import { cx } from "./cx";

export interface PanelProps {
  readonly title?: ReactNode;
  /** Beside the title, in ink-3: a count, a clause. */
  readonly note?: ReactNode;
  /** At the right end of the head: small buttons. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Names the panel as a region; give it where the panel is a place to jump to. */
  readonly label?: string;
  /** Leaves the padding to the content, as for tables and lists. */
  readonly flush?: boolean;
  readonly className?: string;
}

/** A flat surface with a hairline edge; panels do not nest. */
export function Panel({ title, note, actions, children, label, flush = false, className }: PanelProps) {
  return (
    <section
      className={cx("min-w-0 overflow-clip rounded-panel border border-line bg-surface", className)}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {title === undefined && actions === undefined ? null : (
        <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
          {title === undefined ? null : <h2 className="text-body font-semibold text-ink">{title}</h2>}
          {note === undefined ? null : <span className="text-small text-ink-3">{note}</span>}
          {actions === undefined ? null : <div className="ml-auto flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? "min-w-0" : "min-w-0 p-4"}>{children}</div>
    </section>
  );
}
