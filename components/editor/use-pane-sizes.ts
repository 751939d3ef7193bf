"use client";

import { useSyncExternalStore } from "react";
import { clampPane, readPaneSizes, type PaneSizes, type SizedPane } from "./pane-sizes";
import type { EditorLayout } from "./use-layout";

const STORED_AS = "intake.editor-panes";
const NONE: PaneSizes = {};
const listeners = new Set<() => void>();
let sizes: PaneSizes | null = null;

function read(): PaneSizes {
  try {
    sizes ??= readPaneSizes(window.localStorage.getItem(STORED_AS));
  } catch {
    // A browser that keeps nothing: the usual widths.
    sizes ??= NONE;
  }
  return sizes;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function write(next: PaneSizes): void {
  sizes = next;
  for (const listener of listeners) listener();
  try {
    window.localStorage.setItem(STORED_AS, JSON.stringify(next));
  } catch {
    // It holds for this visit then.
  }
}

export interface PaneSizing {
  /** Pixels; undefined for the usual width. */
  readonly width: (pane: SizedPane) => number | undefined;
  /** Null gives the pane its usual width again. */
  readonly resize: (pane: SizedPane, width: number | null) => void;
}

/** The widths that were set in a layout, remembered in this browser. */
export function usePaneSizes(layout: EditorLayout): PaneSizing {
  const now = useSyncExternalStore(subscribe, read, () => NONE);
  return {
    width: (pane) => now[`${layout}-${pane}`],
    resize: (pane, width) => {
      const key = `${layout}-${pane}`;
      const others = Object.fromEntries(Object.entries(now).filter(([name]) => name !== key));
      write(width === null ? others : { ...others, [key]: clampPane(pane, width) });
    },
  };
}
