"use client";

import { useState, useSyncExternalStore } from "react";

/** From this width on the panel stands beside the grid; below it lies over it when it is called. */
const WIDE = "(width >= 1100px)";

export interface PanelState {
  readonly isOpen: boolean;
  /** Nobody has opened or closed it yet: CSS hides it on a narrow window, also before any script has run. */
  readonly isByWidth: boolean;
  readonly toggle: () => void;
}

/** Whether the panel beside the grid stands open. */
export function usePanel(opensWhereWide: boolean): PanelState {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isWide = useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches, () => true);
  const isOpen = chosen ?? (opensWhereWide && isWide);
  return { isOpen, isByWidth: chosen === null, toggle: () => setChosen(!isOpen) };
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
