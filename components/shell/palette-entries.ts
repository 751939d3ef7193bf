import { Keyboard, Monitor, Moon, Sun } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Command } from "./palette-provider";
import { SETTINGS, mainPlaces } from "./places";
import type { Theme } from "./preferences";

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly group: "This page" | "Go to" | "Commands" | "Calls";
  readonly icon?: LucideIcon | undefined;
  readonly keys?: string | undefined;
  /** A call shows its fate, its id in mono and its opening words. */
  readonly call?: { readonly fate: Fate; readonly detail: string } | undefined;
  readonly words: string;
  readonly run: () => void;
}

export interface PaletteMeans {
  readonly isSandbox: boolean;
  readonly go: (path: string) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly showKeys: () => void;
}

/** What the palette offers on every page: the places, the list of keys and the three themes. */
export function standingEntries({ isSandbox, go, setTheme, showKeys }: PaletteMeans): readonly PaletteEntry[] {
  const places = [...mainPlaces(isSandbox), SETTINGS].map((place): PaletteEntry => {
    return { id: place.href, label: place.label, group: "Go to", icon: place.icon, words: "", run: () => go(place.href) };
  });
  const themes = [
    { theme: "light", label: "Use the light theme", icon: Sun },
    { theme: "dark", label: "Use the dark theme", icon: Moon },
    { theme: "system", label: "Follow the system's theme", icon: Monitor },
  ] as const;
  return [
    ...places,
    { id: "keys", label: "Show the keyboard list", group: "Commands", icon: Keyboard, keys: "?", words: "shortcuts", run: showKeys },
    ...themes.map(({ theme, label, icon }): PaletteEntry => {
      return { id: `theme ${theme}`, label, group: "Commands", icon, words: "appearance", run: () => setTheme(theme) };
    }),
  ];
}

/** A page's own commands as entries, above all others. */
export function pageEntries(commands: readonly Command[]): readonly PaletteEntry[] {
  return commands.map(({ id, label, icon, keys, words = "", run }) => ({ id: `page ${id}`, label, group: "This page", icon, keys, words, run }));
}

/** The entries that hold every typed word; all of them while nothing is typed. */
export function filterEntries(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const haystack = `${entry.label} ${entry.words} ${entry.group}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
