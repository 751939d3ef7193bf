"use client";

import { useEffect, useState } from "react";
import { whenIdle } from "@/components/ui/when-idle";
import { usePalette } from "./palette-provider";
import { useShortcut } from "./shortcuts-provider";

const loadWindows = async () => {
  const [{ Palette }, { ShortcutsDialog }] = await Promise.all([import("./palette"), import("./shortcuts-dialog")]);
  return { Palette, ShortcutsDialog };
};
type Windows = Awaited<ReturnType<typeof loadWindows>>;

/**
 * The two windows that open over any page. Their code comes when the page has come to rest, or when one is asked for, and is held as loaded, not suspended on:
 * so the first letters typed after Ctrl K find the palette's field.
 */
export function ShellWindows() {
  const [windows, setWindows] = useState<Windows | null>(null);
  const [areKeysOpen, setKeysOpen] = useState(false);
  const { isOpen } = usePalette();
  const showKeys = () => setKeysOpen(true);
  useShortcut("?", showKeys);
  const isNeeded = isOpen || areKeysOpen;
  // Syncs with the network: fetches code that the first paint does not need.
  useEffect(() => {
    let isHere = true;
    const load = () =>
      void loadWindows().then(
        (loaded) => {
          if (isHere) setWindows(loaded);
        },
        () => undefined,
      );
    const idle = isNeeded ? null : whenIdle(load);
    if (isNeeded) load();
    return () => {
      isHere = false;
      idle?.cancel();
    };
  }, [isNeeded]);
  const early = useEarlyText({ isOpen, isLoaded: windows !== null });
  if (windows === null) return null;
  const { Palette, ShortcutsDialog } = windows;
  return (
    <>
      {isOpen ? <Palette initialText={early} showKeys={showKeys} /> : null}
      <ShortcutsDialog isOpen={areKeysOpen} onOpenChange={setKeysOpen} />
    </>
  );
}

/** What is typed between Ctrl K and the arrival of the palette's code; kept from acting as single-letter keys meanwhile. */
function useEarlyText({ isOpen, isLoaded }: { readonly isOpen: boolean; readonly isLoaded: boolean }): string {
  const [text, setText] = useState("");
  const isWaiting = isOpen && !isLoaded;
  // Syncs with the keyboard, for the moment in which no field is there yet.
  useEffect(() => {
    if (!isWaiting) return undefined;
    const collect = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      setText((typed) => typed + event.key);
    };
    document.addEventListener("keydown", collect, { capture: true });
    return () => document.removeEventListener("keydown", collect, { capture: true });
  }, [isWaiting]);
  // Closing the palette ends what was typed for it.
  useEffect(() => (isOpen ? () => setText("") : undefined), [isOpen]);
  return text;
}
