"use client";

import type { ReactNode } from "react";
import { Tab as AriaTab, TabList as AriaTabList, TabPanel as AriaTabPanel, Tabs as AriaTabs } from "react-aria-components/Tabs";
import type { TabPanelProps as AriaTabPanelProps, TabsProps as AriaTabsProps } from "react-aria-components/Tabs";
import { cx } from "./cx";

export interface TabsProps extends Omit<AriaTabsProps, "className"> {
  readonly className?: string;
}

/** Use as `<Tabs><TabList label><Tab id/></TabList><TabPanel id/></Tabs>`; fills its parent from top to bottom. */
export function Tabs({ className, ...rest }: TabsProps) {
  return <AriaTabs {...rest} className={cx("flex min-h-0 min-w-0 flex-col", className)} />;
}

export interface TabListProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** The row of tabs; scrolls sideways where it does not fit. */
export function TabList({ label, children, className }: TabListProps) {
  return (
    <AriaTabList
      aria-label={label}
      className={cx("flex h-9 shrink-0 items-stretch gap-1 overflow-x-auto border-b border-line bg-surface px-2 [scrollbar-width:none] touch:h-11", className)}
    >
      {children}
    </AriaTabList>
  );
}

export interface TabProps {
  readonly id: string;
  readonly label: string;
  /** A count or a level mark after the word. Part of the name only for the eye: listeners get the label alone. */
  readonly extra?: ReactNode;
  readonly isDisabled?: boolean;
}

/** One tab; its accessible name is its label. */
export function Tab({ id, label, extra, isDisabled = false }: TabProps) {
  return (
    <AriaTab
      id={id}
      isDisabled={isDisabled}
      aria-label={label}
      className={cx(
        "focus-inset relative flex shrink-0 cursor-default items-center gap-1.5 px-2 text-body font-medium text-ink-2 transition-colors",
        "after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 data-hovered:text-ink",
        "data-selected:text-ink data-selected:after:bg-accent-text data-disabled:text-ink-3",
      )}
    >
      {label}
      {extra === undefined ? null : <span className="inline-flex items-center gap-1 font-normal text-ink-3">{extra}</span>}
    </AriaTab>
  );
}

export interface TabPanelProps extends Omit<AriaTabPanelProps, "className"> {
  readonly id: string;
  readonly className?: string;
}

/** What a tab shows. `shouldForceMount` keeps it alive while hidden. */
export function TabPanel({ className, ...rest }: TabPanelProps) {
  return <AriaTabPanel {...rest} className={cx("focus-inset min-h-0 min-w-0 flex-1 data-inert:hidden", className)} />;
}
