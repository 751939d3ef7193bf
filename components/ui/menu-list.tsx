"use client";

import type { RefObject } from "react";
import { Menu as AriaMenu, MenuItem, Popover, Separator } from "react-aria-components/Menu";
import { cx } from "./cx";
import { Kbd } from "./kbd";
import type { MenuAction, MenuPlacement } from "./menu-action";
import { useGo } from "./navigation";
import { OPTION, POPOVER } from "./popover-style";

export interface MenuListProps {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly placement: MenuPlacement;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** The open list of a menu: arrows and first letters move in it, Escape closes it and gives the focus back. */
export function MenuList({ label, actions, placement, button, onClose }: MenuListProps) {
  return (
    <Popover
      trigger="MenuTrigger"
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      offset={4}
      placement={placement}
      className={cx(POPOVER, "min-w-44")}
    >
      <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className="outline-none">
        {actions.map((action) => (
          <MenuRow key={action.id} action={action} />
        ))}
      </AriaMenu>
    </Popover>
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
