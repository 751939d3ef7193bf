"use client";

import { useEffect, useSyncExternalStore } from "react";

/** Code that is fetched when it is needed. Unlike `lazy` it does not take the page down when it does not arrive. */
export interface LateCode<Loaded> {
  /** Fetches it, unless it is here or on its way; after a failure it is fetched anew. */
  readonly fetch: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly loaded: () => Loaded | null;
  readonly hasFailed: () => boolean;
}

/** Declares late code; once per module, outside components. */
export function lateCode<Loaded>(load: () => Promise<Loaded>): LateCode<Loaded> {
  const listeners = new Set<() => void>();
  let loaded: Loaded | null = null;
  let state: "idle" | "running" | "failed" = "idle";
  const settle = (next: typeof state): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    fetch: () => {
      if (loaded !== null || state === "running") return;
      settle("running");
      load().then(
        (value) => {
          loaded = value;
          settle("idle");
        },
        () => settle("failed"),
      );
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    loaded: () => loaded,
    hasFailed: () => state === "failed",
  };
}

/** The code, once it is here; asks for it while `isWanted`. */
export function useLateCode<Loaded>(code: LateCode<Loaded>, isWanted = true): { readonly loaded: Loaded | null; readonly hasFailed: boolean } {
  const loaded = useSyncExternalStore(code.subscribe, code.loaded, () => null);
  const hasFailed = useSyncExternalStore(code.subscribe, code.hasFailed, () => false);
  // Syncs with the network.
  useEffect(() => {
    if (isWanted) code.fetch();
  }, [code, isWanted]);
  return { loaded, hasFailed };
}
