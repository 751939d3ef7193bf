import type { ReactNode } from "react";

/** One row of a menu. */
export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** The key that does the same. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  /** Crimson words, for what destroys. */
  readonly isDanger?: boolean;
  /** Draws a hairline above. */
  readonly startsGroup?: boolean;
  /** Leads to a page, after `onAction`. */
  readonly href?: string;
  readonly onAction?: () => void;
}

/** Where a menu opens, seen from its button. */
export type MenuPlacement = "bottom start" | "bottom end" | "top start" | "top end";
