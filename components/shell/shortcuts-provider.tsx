"use client";

import { createContext, use, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ReactNode } from "react";
import { KEYS_COOKIE, keepPreference } from "./preferences";
import type { KeyMode } from "./preferences";
import { isChangingKey, isSingleKey, matchesKey } from "./shortcut-keys";
import type { ShortcutKey } from "./shortcut-keys";

interface Registration {
  readonly key: ShortcutKey;
  readonly run: (event: KeyboardEvent) => void;
  readonly isActive: () => boolean;
}

interface Shortcuts {
  readonly mode: KeyMode;
  readonly setMode: (mode: KeyMode) => void;
  readonly register: (registration: Registration) => () => void;
}

const ShortcutsContext = createContext<Shortcuts>({ mode: "reading", setMode: () => undefined, register: () => () => undefined });

const TYPING = 'input:not([type="checkbox"],[type="radio"],[type="button"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';
/** Lists that jump to an item by its first letter need their letters for themselves. */
const TYPE_AHEAD = '[role="listbox"], [role="menu"], [role="combobox"]';
const MODAL = '[role="dialog"], [role="alertdialog"]';

/** One listener for the page; what was registered last is asked first. */
export function ShortcutsProvider({ initialMode, children }: { readonly initialMode: KeyMode; readonly children: ReactNode }) {
  const [mode, setModeState] = useState(initialMode);
  const registrations = useRef<readonly Registration[]>([]);
  const register = (registration: Registration) => {
    registrations.current = [registration, ...registrations.current];
    return () => {
      registrations.current = registrations.current.filter((candidate) => candidate !== registration);
    };
  };
  const setMode = (next: KeyMode) => {
    setModeState(next);
    keepPreference(KEYS_COOKIE, next);
  };
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const found = registrations.current.find(({ key, isActive }) => matchesKey(key, event) && isAllowed(key, mode, event.target) && isActive());
    if (found === undefined) return;
    event.preventDefault();
    found.run(event);
  });
  // A button takes Enter for itself, held keys or not, and keeps the event: Ctrl Enter has to be seen before it.
  const handleFirst = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    handle(event);
    if (event.defaultPrevented) event.stopPropagation();
  });
  // Syncs with the keyboard of the whole page.
  useEffect(() => {
    const first = (event: KeyboardEvent): void => handleFirst(event);
    const last = (event: KeyboardEvent): void => handle(event);
    document.addEventListener("keydown", first, true);
    document.addEventListener("keydown", last);
    return () => {
      document.removeEventListener("keydown", first, true);
      document.removeEventListener("keydown", last);
    };
  }, []);
  return <ShortcutsContext value={{ mode, setMode, register }}>{children}</ShortcutsContext>;
}

/**
 * Acts on a key while this component is on the page. Single letters act outside text fields and open dialogs only, and only
 * as the settings allow; combinations with Ctrl, ⌘ or Alt act everywhere outside dialogs.
 */
export function useShortcut(key: ShortcutKey, run: (event: KeyboardEvent) => void, options: { readonly when?: boolean } = {}): void {
  const { register } = use(ShortcutsContext);
  const runNow = useEffectEvent(run);
  const isActive = useEffectEvent(() => options.when ?? true);
  const registerNow = useEffectEvent(register);
  // Syncs with the registry; the handler itself is always the newest.
  useEffect(() => registerNow({ key, run: (event) => runNow(event), isActive: () => isActive() }), [key]);
}

/** How single letters behave, and how to change that. */
export function useKeyMode(): Pick<Shortcuts, "mode" | "setMode"> {
  const { mode, setMode } = use(ShortcutsContext);
  return { mode, setMode };
}

function isAllowed(key: ShortcutKey, mode: KeyMode, target: EventTarget | null): boolean {
  const element = target instanceof Element ? target : null;
  if (document.querySelector(MODAL) !== null) return false;
  if (!isSingleKey(key)) return true;
  if (mode === "off" || (isChangingKey(key) && mode !== "all")) return false;
  return element === null || element.closest(`${TYPING}, ${TYPE_AHEAD}`) === null;
}
