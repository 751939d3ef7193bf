"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** False in what the server sends and until the page listens: a field offered earlier would lose what is put into it. */
export function useLive(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
