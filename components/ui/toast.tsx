"use client";

import { useSyncExternalStore } from "react";
import { lateCode, useLateCode } from "./late-code";
import type { ToastMessage } from "./toast-message";

/** The region and its queue load with the first toast: most visits show none. */
const loadRegion = () => import("./toast-region");
const regionCode = lateCode(loadRegion);

let isNeeded = false;
const listeners = new Set<() => void>();

/** Shows a toast and returns how to take it away again. Call it from an event handler, never while rendering. */
export function showToast(toast: ToastMessage): () => void {
  isNeeded = true;
  listeners.forEach((listener) => listener());
  // Where the region does not arrive there is no server either, and the strip at the top says so.
  const shown = loadRegion().then(
    ({ addToast }) => addToast(toast),
    () => () => undefined,
  );
  return () => {
    void shown.then((close) => close());
  };
}

/** Where toasts appear; once, around all pages. */
export function ToastHost() {
  const needed = useSyncExternalStore(
    subscribe,
    () => isNeeded,
    () => false,
  );
  const { loaded } = useLateCode(regionCode, needed);
  return needed && loaded !== null ? <loaded.ToastRegion /> : null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
