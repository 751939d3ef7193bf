"use client";

import type { ReactElement, ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";

export interface TooltipProps {
  /** The words; never the only place where a reason is told. */
  readonly text: ReactNode;
  /** One pressable or focusable control of this folder. */
  readonly children: ReactElement;
  readonly placement?: "top" | "bottom" | "left" | "right";
}

/** A short name on hover and on focus. */
export function Tooltip({ text, children, placement = "bottom" }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="max-w-72 rounded-small bg-inverse px-2 py-1 text-small text-on-inverse shadow-pop transition-opacity data-entering:opacity-0 data-exiting:opacity-0"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
