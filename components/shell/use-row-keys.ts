"use client";

import type { RefObject } from "react";
import { useShortcut } from "./shortcuts-provider";

/** J and K move the focus through the rows of a table, by the link in each row's heading; Enter then opens it. */
export function useRowKeys(place: RefObject<HTMLElement | null>): void {
  const move = (step: 1 | -1) => {
    const links = [...(place.current?.querySelectorAll<HTMLAnchorElement>('tbody th a[href]') ?? [])];
    const now = links.findIndex((link) => link === document.activeElement);
    const next = now < 0 ? (step === 1 ? 0 : links.length - 1) : Math.min(Math.max(0, now + step), links.length - 1);
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: "nearest" });
  };
  useShortcut("j", () => move(1));
  useShortcut("k", () => move(-1));
}
