"use client";

import { useEffect, useState } from "react";
import { usePalette } from "./palette-provider";
import { useShortcut } from "./shortcuts-provider";

const loadWindows = async () => {
  const [{ Palette }, { ShortcutsDialog }] = await Promise.all([import("./palette"), import("./shortcuts-dialog")]);
  return { Palette, ShortcutsDialog };
};
type Windows = Awaited<ReturnType<typeof loadWindows>>;

/**
 * The two windows that open over any page. Their code comes right after the page's own and is held as loaded, not suspended on:
 * so the first letters typed after Ctrl K find the palette's field.
 */
export function ShellWindows() {
  const [windows, setWindows] = useState<Windows | null>(null);
  const [areKeysOpen, setKeysOpen] = useState(false);
  const { isOpen } = usePalette();
  const showKeys = () => setKeysOpen(true);
  useShortcut("?", showKeys);
  // Syncs with the network: fetches code that the first paint does not need.
  useEffect(() => {
    let isHere = true;
    void loadWindows().then((loaded) => {
      if (isHere) setWindows(loaded);
    });
    return () => {
      isHere = false;
    };
  }, []);
  if (windows === null) return null;
  const { Palette, ShortcutsDialog } = windows;
  return (
    <>
      {isOpen ? <Palette showKeys={showKeys} /> : null}
      <ShortcutsDialog isOpen={areKeysOpen} onOpenChange={setKeysOpen} />
    </>
  );
}
