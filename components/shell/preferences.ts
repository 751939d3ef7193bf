/** Appearance: `system` follows the device. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = "intake-theme";

/** Single-letter keys: `off`, `reading` (those that change no data), or `all`. */
export const KEY_MODES = ["off", "reading", "all"] as const;
export type KeyMode = (typeof KEY_MODES)[number];
export const KEYS_COOKIE = "intake-keys";

/** Reads the theme's cookie; anything unknown counts as `system`. */
export function readTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

/** Reads the keyboard's cookie; anything unknown counts as `reading`. */
export function readKeyMode(value: string | undefined): KeyMode {
  return KEY_MODES.find((mode) => mode === value) ?? "reading";
}

const YEAR_SECONDS = 31_536_000;

/** Keeps a preference for a year on this device. It says nothing about calls, so a cookie is enough. */
export function keepPreference(name: typeof THEME_COOKIE | typeof KEYS_COOKIE, value: Theme | KeyMode): void {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
