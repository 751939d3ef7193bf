"use client";

import { createContext, use, useState } from "react";
import type { ReactNode } from "react";
import { THEME_COOKIE, keepPreference } from "./preferences";
import type { Theme } from "./preferences";

interface ThemeChoice {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

const ThemeContext = createContext<ThemeChoice>({ theme: "system", setTheme: () => undefined });

/** The server has put the theme on the html element already; this changes it later. */
export function ThemeProvider({ initial, children }: { readonly initial: Theme; readonly children: ReactNode }) {
  const [theme, setThemeState] = useState(initial);
  const setTheme = (next: Theme) => {
    setThemeState(next);
    document.documentElement.dataset["theme"] = next;
    keepPreference(THEME_COOKIE, next);
  };
  return <ThemeContext value={{ theme, setTheme }}>{children}</ThemeContext>;
}

/** The chosen theme and how to choose another. */
export function useTheme(): ThemeChoice {
  return use(ThemeContext);
}
