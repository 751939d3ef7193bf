"use client";

import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent, ReactNode, RefObject } from "react";
import { lateCode, useLateCode } from "./late-code";
import { canHover } from "./pressable";

/** Ours: long enough that a pointer on its way elsewhere raises nothing. */
const DELAY_MS = 400;

/** The bubble and its placing load when the first one is about to show. */
const bubbleCode = lateCode(() => import("./tooltip-bubble"));

export interface TooltipHandlers {
  readonly onPointerEnter: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onPointerDown: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A short name on hover and on focus by key: what the control needs for it, and the bubble to stand beside it. */
export function useTooltip(text: ReactNode, control: RefObject<HTMLButtonElement | null>): { readonly handlers: TooltipHandlers; readonly bubble: ReactNode; readonly describedBy: string | undefined } {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<number | undefined>(undefined);
  const stop = () => window.clearTimeout(timer.current);
  const close = () => {
    stop();
    setOpen(false);
  };
  const handlers: TooltipHandlers = {
    onPointerEnter: (event) => {
      if (!canHover(event)) return;
      bubbleCode.fetch();
      stop();
      timer.current = window.setTimeout(() => setOpen(true), DELAY_MS);
    },
    onPointerLeave: close,
    onPointerDown: close,
    onBlur: close,
    onFocus: () => {
      if (control.current?.matches(":focus-visible") === true) setOpen(true);
    },
    onKeyDown: close,
  };
  // Syncs with the clock: a control that leaves the page must not open a bubble later.
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const { loaded } = useLateCode(bubbleCode, isOpen);
  const bubble =
    isOpen && loaded !== null ? (
      <loaded.TooltipBubble id={id} control={control} onClose={close}>
        {text}
      </loaded.TooltipBubble>
    ) : null;
  return { handlers, bubble, describedBy: isOpen ? id : undefined };
}
