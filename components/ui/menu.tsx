"use client";

import { useMemo, useRef, useState } from "react";
import type { KeyboardEvent, ReactElement } from "react";
import { lateCode, useLateCode } from "./late-code";
import type { MenuAction, MenuPlacement } from "./menu-action";
import { OpenerContext } from "./pressable";

/** The list and its placing load when the pointer or the focus comes near the first button. */
const listCode = lateCode(() => import("./menu-list"));

export interface MenuProps {
  /** The name of the menu. */
  readonly label: string;
  /** The button that opens it: a Button or an IconButton. */
  readonly trigger: ReactElement;
  readonly actions: readonly MenuAction[];
  readonly placement?: MenuPlacement;
}

const OPENING_KEYS: readonly string[] = ["ArrowDown", "ArrowUp"];

/** Actions under a button. */
export function Menu({ label, trigger, actions, placement = "bottom end" }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const opener = useMemo(
    () => ({
      isOpen,
      toggle: (element: HTMLButtonElement) => {
        button.current = element;
        setOpen(!isOpen);
      },
      openByKey: (event: KeyboardEvent<HTMLButtonElement>) => {
        if (!OPENING_KEYS.includes(event.key)) return;
        button.current = event.currentTarget;
        event.preventDefault();
        event.stopPropagation();
        setOpen(true);
      },
    }),
    [isOpen],
  );
  const { loaded } = useLateCode(listCode, isOpen);
  return (
    <>
      <span className="contents" onPointerEnter={listCode.fetch} onFocus={listCode.fetch}>
        <OpenerContext value={opener}>{trigger}</OpenerContext>
      </span>
      {isOpen && loaded !== null ? <loaded.MenuList label={label} actions={actions} placement={placement} button={button} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
