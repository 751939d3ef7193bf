"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { Search } from "lucide-react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components/Modal";
import { Kbd } from "@/components/ui/kbd";
import { filterEntries, pageEntries, standingEntries } from "./palette-entries";
import type { PaletteEntry } from "./palette-entries";
import { PaletteList, optionId } from "./palette-list";
import { usePalette } from "./palette-provider";
import { useShell } from "./shell-status";
import { useTheme } from "./theme-provider";
import { useFoundCalls } from "./use-found-calls";

const LIST_ID = "palette-list";

export interface PaletteProps {
  /** What was typed before this code had arrived. */
  readonly initialText: string;
  readonly showKeys: () => void;
}

/** The window behind Ctrl K: places, commands of this page, and any call by id or words. */
export function Palette({ initialText, showKeys }: PaletteProps) {
  const { isOpen, close } = usePalette();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={close}
      isDismissable
      className="fixed inset-0 z-50 flex items-start justify-center bg-canvas/70 p-4 pt-[12vh] max-md:p-2"
    >
      <Modal className="w-full max-w-150 overflow-clip rounded-dialog border border-line bg-raised text-ink shadow-pop">
        <Dialog aria-label="Find a call or a command" className="outline-none">
          <Finder initialText={initialText} showKeys={showKeys} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ initialText, showKeys }: PaletteProps) {
  const [text, setText] = useState(initialText);
  const [active, setActive] = useState(0);
  const { close } = usePalette();
  const { entries, isLooking, isFailed } = useEntries(text, showKeys);
  const current = Math.min(active, entries.length - 1);

  const choose = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    close();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isToggle = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const next = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + 8, PageUp: current - 8 }[event.key];
    if (isToggle) close();
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) choose(entries[current]);
    else if (next !== undefined) setActive(Math.min(Math.max(next, 0), Math.max(entries.length - 1, 0)));
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="flex h-11 items-center gap-2.5 border-b border-line px-4">
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.8} />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label="Find a call or a command"
          aria-expanded
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={entries.length === 0 ? undefined : optionId(current)}
          autoComplete="off"
          spellCheck={false}
          placeholder="Call id, words of a call, a place or a command"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 bg-transparent text-read text-ink outline-none touch:text-[16px]"
        />
        <Kbd>Esc</Kbd>
      </div>
      <PaletteList id={LIST_ID} entries={entries} current={current} onPoint={setActive} onChoose={choose} />
      <PaletteFoot text={text} count={entries.length} isLooking={isLooking} isFailed={isFailed} />
    </>
  );
}

interface PaletteFootProps {
  readonly text: string;
  readonly count: number;
  readonly isLooking: boolean;
  readonly isFailed: boolean;
}

function PaletteFoot({ text, count, isLooking, isFailed }: PaletteFootProps) {
  const sentence = isFailed
    ? "Calls could not be searched: Intake's server did not answer."
    : count === 0 && !isLooking
      ? `Nothing found for “${text.trim()}” among places, commands and calls.`
      : "";
  return (
    <p role="status" className={sentence === "" ? "sr-only" : "border-t border-line px-4 py-3 text-small text-ink-2"}>
      {sentence}
    </p>
  );
}

function useEntries(text: string, showKeys: () => void) {
  const router = useRouter();
  const { setTheme } = useTheme();
  const { status } = useShell();
  const { pageCommands } = usePalette();
  const { calls, isLooking, isFailed } = useFoundCalls(text);
  const go = (path: string) => router.push(path);
  const standing = standingEntries({ isSandbox: status?.target.kind === "sandbox", go, setTheme, showKeys });
  const found = calls.map((call): PaletteEntry => {
    const label = call.externalId ?? "no external id";
    return { id: `call ${call.id}`, label, group: "Calls", call: { fate: call.fate, detail: call.opening ?? "" }, words: "", run: () => go(`/calls/${call.id}`) };
  });
  return { entries: [...filterEntries([...pageEntries(pageCommands), ...standing], text), ...found], isLooking, isFailed };
}
