/** The ground of everything that floats over the page. */
export const POPOVER =
  "min-w-(--trigger-width) overflow-auto rounded-panel border border-line bg-raised p-1 text-body text-ink shadow-pop outline-none transition-opacity data-entering:opacity-0 data-exiting:opacity-0";

/** One row of a menu or a list of choices. */
export const OPTION =
  "flex min-h-7.5 cursor-default items-center gap-2 rounded-small px-2 py-1 text-body outline-none touch:min-h-11 " +
  "data-focused:bg-hover data-hovered:bg-hover data-focus-visible:bg-hover data-disabled:text-ink-3";
