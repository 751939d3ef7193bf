"use client";

import type { ReactElement, ReactNode } from "react";
import { Dialog, DialogTrigger, Popover as AriaPopover } from "react-aria-components/Popover";
import { cx } from "./cx";
import { POPOVER } from "./popover-style";

export interface PopoverProps {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A small window under its button, not modal: for parts of a sum, filters, a legend. */
export function Popover({ label, trigger, children, className }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover offset={4} className={cx(POPOVER, "max-w-96", className)}>
        <Dialog aria-label={label} className="p-2 outline-none">
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
