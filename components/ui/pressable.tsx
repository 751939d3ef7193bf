"use client";

import { createContext, use } from "react";
import type { ComponentProps, KeyboardEvent, MouseEvent, PointerEvent } from "react";

/** What a menu hands to the button that opens it. */
export interface Opener {
  readonly isOpen: boolean;
  readonly toggle: (button: HTMLButtonElement) => void;
  readonly openByKey: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

/** Set by a menu around its button. */
export const OpenerContext = createContext<Opener | null>(null);

export interface PressableProps extends Omit<ComponentProps<"button">, "onClick" | "disabled" | "className"> {
  /** By pointer, Enter, Space or an assistant. */
  readonly onPress?: (() => void) | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
}

const PRESS_KEYS: readonly string[] = ["Enter", " "];

/** Enter and Space on a button are the button's; every other key goes on to what stands around it. */
function keepPressKeys(event: KeyboardEvent): void {
  if (PRESS_KEYS.includes(event.key)) event.stopPropagation();
}

/**
 * The browser's own button. It keeps its clicks from what stands around it, and takes the focus when clicked, which Safari does
 * not do by itself: so a dialog knows where the focus came from. Inside a menu it is the menu's opener.
 */
export function Pressable({ onPress, isDisabled = false, onKeyDown, type = "button", ...rest }: PressableProps) {
  const opener = use(OpenerContext);
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    event.stopPropagation();
    event.currentTarget.focus({ preventScroll: true });
    opener?.toggle(event.currentTarget);
    onPress?.();
  };
  const press = (event: KeyboardEvent<HTMLButtonElement>) => {
    onKeyDown?.(event);
    opener?.openByKey(event);
    keepPressKeys(event);
  };
  const opens = opener === null ? {} : { "aria-haspopup": "menu" as const, "aria-expanded": opener.isOpen };
  return (
    <button {...rest} {...opens} type={type} disabled={isDisabled} data-disabled={isDisabled ? "" : undefined} onClick={click} onKeyDown={press} />
  );
}

/** A pointer that can hover: a finger cannot. */
export function canHover(event: PointerEvent): boolean {
  return event.pointerType !== "touch";
}
