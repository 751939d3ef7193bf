"use client";

import { useCommands } from "@/components/shell/palette-provider";
import { useShortcut } from "@/components/shell/shortcuts-provider";
import { useModKey } from "@/components/shell/use-mod-key";
import { useEditor } from "./editor-context";
import { useCopyRequest } from "./request/use-copy-request";

/** What the palette and the keys can do with the open call; draws nothing. */
export function EditorCommands() {
  const { store, isNative, editAsCanonical } = useEditor();
  const copy = useCopyRequest();
  const modKey = useModKey();
  useShortcut(".", () => copy("cURL"));
  // The field stands in the bar at the foot; a person who switched changing letters on goes there by one.
  useShortcut("b", () => document.querySelector<HTMLElement>("[data-bucket-field] [role=combobox], [data-bucket-field] input")?.focus());
  useCommands([
    { id: "undo", label: "Undo", keys: `${modKey} Z`, run: store.undo },
    { id: "redo", label: "Redo", keys: `${modKey} Shift Z`, run: store.redo },
    { id: "copy-curl", label: "Copy as cURL", keys: ".", words: "request code terminal", run: () => copy("cURL") },
    { id: "copy-fetch", label: "Copy as fetch", words: "request code javascript", run: () => copy("fetch") },
    { id: "copy-python", label: "Copy as Python", words: "request code", run: () => copy("Python") },
    ...(isNative ? [{ id: "canonical", label: "Edit as canonical", words: "convert native vapi retell", run: editAsCanonical }] : []),
  ]);
  return null;
}
