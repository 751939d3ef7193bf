"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { usePalette } from "./palette-provider";
import { useShortcut } from "./shortcuts-provider";

const loadPalette = () => import("./palette").then(({ Palette }) => Palette);
const loadShortcuts = () => import("./shortcuts-dialog").then(({ ShortcutsDialog }) => ShortcutsDialog);
const Palette = dynamic(loadPalette, { ssr: false });
const ShortcutsDialog = dynamic(loadShortcuts, { ssr: false });

/** The two windows that open over any page. Their code comes after the page itself, and before anybody asks for it. */
export function ShellWindows() {
  const [areKeysOpen, setKeysOpen] = useState(false);
  const { isOpen } = usePalette();
  const showKeys = () => setKeysOpen(true);
  useShortcut("?", showKeys);
  // Warms the browser's module cache, so that the first letters typed after Ctrl K find the palette's field.
  useEffect(() => {
    void loadPalette();
    void loadShortcuts();
  }, []);
  return (
    <>
      {isOpen ? <Palette showKeys={showKeys} /> : null}
      {areKeysOpen ? <ShortcutsDialog isOpen onOpenChange={setKeysOpen} /> : null}
    </>
  );
}
