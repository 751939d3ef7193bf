/** A key as written in the registry: "k", "shift+j", "mod+k", "alt+Enter", "?". `mod` is Ctrl, or ⌘ on a Mac. */
export type ShortcutKey = string;

/** What is read of a keyboard event. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Letters that change data: off until a person switches them on. */
const CHANGING = new Set(["r", "b"]);

/** True for keys that people also type: a letter or a sign without Ctrl, ⌘ or Alt. */
export function isSingleKey(shortcut: ShortcutKey): boolean {
  const { mod, alt, key } = split(shortcut);
  return !mod && !alt && key.length === 1;
}

/** True for single letters that change data. */
export function isChangingKey(shortcut: ShortcutKey): boolean {
  return CHANGING.has(shortcut);
}

/** Whether this press is that shortcut. Signs such as `?` and `/` are matched with or without Shift, as layouts differ. */
export function matchesKey(shortcut: ShortcutKey, pressed: PressedKey): boolean {
  const { mod, alt, shift, key } = split(shortcut);
  if ((pressed.ctrlKey || pressed.metaKey) !== mod || pressed.altKey !== alt) return false;
  if (pressed.key.toLowerCase() !== key.toLowerCase()) return false;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return isSign || pressed.shiftKey === shift;
}

function split(shortcut: ShortcutKey) {
  const parts = shortcut.split("+");
  const key = parts.at(-1) ?? "";
  const held = parts.slice(0, -1);
  return { key, mod: held.includes("mod"), alt: held.includes("alt"), shift: held.includes("shift") };
}
