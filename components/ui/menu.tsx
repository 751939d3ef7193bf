"use client";

import type { ReactElement, ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components/Menu";
import { cx } from "./cx";
import { Kbd } from "./kbd";
import { useGo } from "./navigation";
import { OPTION, POPOVER } from "./popover-style";

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

export interface MenuProps {
  /** The name of the menu. */
  readonly label: string;
  /** The button that opens it: a Button or an IconButton. */
  readonly trigger: ReactElement;
  readonly actions: readonly MenuAction[];
  readonly placement?: "bottom start" | "bottom end" | "top start" | "top end";
}

/** Actions under a button. */
export function Menu({ label, trigger, actions, placement = "bottom end" }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover offset={4} placement={placement} className={cx(POPOVER, "min-w-44")}>
        <AriaMenu aria-label={label} className="outline-none">
          {actions.map((action) => (
            <MenuRow key={action.id} action={action} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function MenuRow({ action }: { readonly action: MenuAction }) {
  const { id, label, icon, keys, isDisabled = false, isDanger = false, startsGroup = false, href, onAction } = action;
  const go = useGo();
  return (
    <>
      {startsGroup ? <Separator className="my-1 h-px border-0 bg-line" /> : null}
      <MenuItem
        id={id}
        textValue={label}
        isDisabled={isDisabled}
        className={cx(OPTION, isDanger ? "text-blocks" : "text-ink")}
        onAction={() => {
          onAction?.();
          if (href !== undefined) go(href);
        }}
      >
        {icon}
        <span className="min-w-0 flex-1">{label}</span>
        {keys === undefined ? null : <Kbd>{keys}</Kbd>}
      </MenuItem>
    </>
  );
}
