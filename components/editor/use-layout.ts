"use client";

import { useSyncExternalStore } from "react";

/** `full` three panes with form and JSON beside each other, `wide` three, `medium` two, `narrow` one. The widths are those of the design's layout table. */
export type EditorLayout = "full" | "wide" | "medium" | "narrow";

const FULL = "(width >= 120rem)";
const WIDE = "(width >= 80rem)";
const NARROW = "(width < 48rem)";

function subscribe(listener: () => void): () => void {
  const queries = [FULL, WIDE, NARROW].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
  };
}

function read(): EditorLayout {
  if (window.matchMedia(FULL).matches) return "full";
  if (window.matchMedia(WIDE).matches) return "wide";
  return window.matchMedia(NARROW).matches ? "narrow" : "medium";
}

/** How many panes fit. The server draws the wide one. */
export function useLayout(): EditorLayout {
  return useSyncExternalStore(subscribe, read, () => "wide");
}
