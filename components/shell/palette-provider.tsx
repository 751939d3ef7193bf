"use client";

import type { LucideIcon } from "lucide-react";
import { createContext, use, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useShortcut } from "./shortcuts-provider";

export interface Command {
  readonly id: string;
  /** A verb and its object: "Copy as cURL". */
  readonly label: string;
  readonly icon?: LucideIcon;
  /** The key that does the same, as caps: "Ctrl Enter". */
  readonly keys?: string;
  /** More words by which it is found. */
  readonly words?: string;
  readonly run: () => void;
}

interface Palette {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** What the page on screen offered when the palette was opened. */
  readonly pageCommands: readonly Command[];
  readonly addSource: (read: () => readonly Command[]) => () => void;
}

const PaletteContext = createContext<Palette>({
  isOpen: false,
  open: () => undefined,
  close: () => undefined,
  pageCommands: [],
  addSource: () => () => undefined,
});

/** Holds whether the palette is open, and who offers commands. */
export function PaletteProvider({ children }: { readonly children: ReactNode }) {
  const [offered, setOffered] = useState<readonly Command[] | null>(null);
  const sources = useRef<readonly (() => readonly Command[])[]>([]);
  const open = () => setOffered(sources.current.flatMap((read) => read()));
  const close = () => setOffered(null);
  const addSource = (read: () => readonly Command[]) => {
    sources.current = [...sources.current, read];
    return () => {
      sources.current = sources.current.filter((candidate) => candidate !== read);
    };
  };
  return (
    <PaletteContext value={{ isOpen: offered !== null, open, close, pageCommands: offered ?? [], addSource }}>
      <PaletteKey open={open} />
      {children}
    </PaletteContext>
  );
}

function PaletteKey({ open }: { readonly open: () => void }) {
  useShortcut("mod+k", open);
  return null;
}

/** The palette of this page. */
export function usePalette(): Palette {
  return use(PaletteContext);
}

/** Offers commands in the palette while this component is on the page. */
export function useCommands(commands: readonly Command[]): void {
  const { addSource } = use(PaletteContext);
  const read = useEffectEvent(() => commands);
  const add = useEffectEvent(addSource);
  // Syncs with the palette's list of sources; the commands themselves are read when it opens.
  useEffect(() => add(() => read()), []);
}
