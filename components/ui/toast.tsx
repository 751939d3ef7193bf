"use client";

import { Suspense, lazy, useSyncExternalStore } from "react";
import type { ToastMessage } from "./toast-message";

/** The region and its queue load with the first toast: most visits show none. */
const loadRegion = () => import("./toast-region");
const LazyRegion = lazy(() => loadRegion().then(({ ToastRegion }) => ({ default: ToastRegion })));

let isNeeded = false;
const listeners = new Set<() => void>();

/** Shows a toast and returns how to take it away again. Call it from an event handler, never while rendering. */
export function showToast(toast: ToastMessage): () => void {
  isNeeded = true;
  listeners.forEach((listener) => listener());
  const shown = loadRegion().then(({ addToast }) => addToast(toast));
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
  return needed ? (
    <Suspense>
      <LazyRegion />
    </Suspense>
  ) : null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
