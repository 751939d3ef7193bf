"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** "Ctrl", or "⌘" on Apple devices; the server and the first paint say Ctrl. */
export function useModKey(): "Ctrl" | "⌘" {
  const isApple = useSyncExternalStore(
    subscribe,
    () => /mac|iphone|ipad/i.test(navigator.userAgent),
    () => false,
  );
  return isApple ? "⌘" : "Ctrl";
}
