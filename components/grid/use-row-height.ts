"use client";

import { useSyncExternalStore } from "react";

/** The same steps as `ROW_HEIGHT` in CSS, in px: a line, a line for fingers, a card of two lines. */
const HEIGHTS = { line: 33, coarse: 44, card: 64 } as const;
const CARD = "(width < 48rem)";
const COARSE = "(pointer: coarse)";

/** Sets `--row`, from which rows take their height and place, so that the first paint is right before any script has run. */
export const ROW_HEIGHT = "[--row:33px] max-md:[--row:64px] md:pointer-coarse:[--row:44px]";

/** The height of a row in px, for the list's own sums. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, readHeight, () => HEIGHTS.line);
}

function readHeight(): number {
  if (window.matchMedia(CARD).matches) return HEIGHTS.card;
  return window.matchMedia(COARSE).matches ? HEIGHTS.coarse : HEIGHTS.line;
}

function subscribe(listener: () => void): () => void {
  const queries = [CARD, COARSE].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
  };
}
