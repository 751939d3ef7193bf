"use client";

import { useEffect, useEffectEvent } from "react";
import type { ReactNode, RefObject } from "react";
import { Tooltip, TooltipTriggerStateContext } from "react-aria-components/Tooltip";

export interface TooltipBubbleProps {
  readonly id: string;
  readonly control: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The words under a control, placed where the window has room. Escape takes them away wherever the focus is. */
export function TooltipBubble({ id, control, onClose, children }: TooltipBubbleProps) {
  const close = useEffectEvent(onClose);
  // Syncs with the keyboard of the whole page: the pointer may rest on a control that does not have the focus.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") close();
    };
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, []);
  // React Aria's bubble asks for its trigger's state even where it is told to be open.
  const state = { isOpen: true, shouldSkipAnimation: true, open: () => undefined, close: onClose };
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip
        isOpen
        triggerRef={control}
        placement="bottom"
        offset={6}
        className="max-w-72 rounded-small bg-inverse px-2 py-1 text-small text-on-inverse shadow-pop"
      >
        <span id={id}>{children}</span>
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
