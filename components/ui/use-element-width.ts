"use client";

import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";

/** The width of an element in px, kept up to date; 0 until it is measured. */
export function useElementWidth<Measured extends HTMLElement>(): { readonly ref: RefObject<Measured | null>; readonly width: number } {
  const ref = useRef<Measured>(null);
  const [width, setWidth] = useState(0);
  // Syncs with the layout.
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
