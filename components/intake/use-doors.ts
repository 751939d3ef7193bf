"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { readDropped } from "./read-files";

export interface Doors {
  readonly onText: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

const FIELD = 'input:not([type="checkbox"], [type="radio"], [type="button"], [type="file"]), textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Paste anywhere outside a field, drop anywhere on the page. Answers whether files are being dragged over it. */
export function useDoors({ onText, onFiles }: Doors): boolean {
  const [isOver, setOver] = useState(false);
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    if (event.defaultPrevented || clipboardData === null || (target instanceof Element && target.closest(FIELD) !== null)) return;
    event.preventDefault();
    const files = [...clipboardData.files];
    // Read from the event and not from a field, which would change line ends.
    if (files.length > 0) onFiles(files);
    else onText(clipboardData.getData("text/plain"));
  });
  const drop = useEffectEvent((event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer === null || !holdsFiles(event)) return;
    event.preventDefault();
    void readDropped(event.dataTransfer).then(onFiles, () => onFiles([]));
  });
  // Syncs with the clipboard and the pointer of the whole page.
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // A drag that leaves an element enters another one; only leaving the window names none.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const closing = new AbortController();
    const { signal } = closing;
    document.addEventListener("paste", (event) => paste(event), { signal });
    document.addEventListener("dragover", over, { signal });
    document.addEventListener("dragleave", leave, { signal });
    document.addEventListener("drop", (event) => drop(event), { signal });
    return () => closing.abort();
  }, []);
  return isOver;
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

/** Asks before the page is left while something on it is not kept anywhere. */
export function useLeaveGuard(isUnsaved: boolean): void {
  // Syncs with the browser's own question.
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
}
