"use client";

import { useRef } from "react";
import type { ClipboardEvent, ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { useLive } from "./use-live";

export interface JsonBoxProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Ctrl or ⌘ with Enter. */
  readonly onSubmit: () => void;
  /** What is pasted into the empty box is taken as it stands on the clipboard and does not enter the box. */
  readonly onPaste?: ((text: string) => void) | undefined;
  /** Files on the clipboard are files, here as anywhere on the page. */
  readonly onPasteFiles?: ((files: readonly File[]) => void) | undefined;
  /** Puts the caret here, and the focus with it, when the box appears. */
  readonly caret?: number | undefined;
  /** Lies over the empty box. */
  readonly hints?: ReactNode;
  readonly className?: string;
}

/** More numbers than this say nothing; lines count on. */
const MAX_NUMBERS = 5_000;
/** A longer text in a field makes each key slow; from the clipboard it is taken in instead. */
const MAX_TYPED = 200_000;

const PLACEHOLDER = "Paste call JSON here";
const FIELD = "text-code min-w-0 flex-1 resize-none bg-transparent p-3 outline-none touch:text-[16px]";
const LINE_PX = 18;
/** Lines that stay in view above the caret. */
const LINES_ABOVE = 6;

/** The field named `Call JSON`: mono, unwrapped, with line numbers that scroll along. */
export function JsonBox({ value, onChange, onSubmit, onPaste, onPasteFiles, caret, hints, className }: JsonBoxProps) {
  const gutter = useRef<HTMLPreElement>(null);
  const isLive = useLive();
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData("text/plain");
    const files = [...event.clipboardData.files];
    if (text === "" && files.length > 0 && onPasteFiles !== undefined) {
      event.preventDefault();
      onPasteFiles(files);
      return;
    }
    if (onPaste === undefined || (value !== "" && text.length < MAX_TYPED)) return;
    event.preventDefault();
    onPaste(text);
  };
  return (
    <div className={cx("focus-frame relative flex min-h-0 overflow-hidden rounded-field border border-control bg-surface", className)}>
      <div aria-hidden className="w-10 shrink-0 overflow-hidden border-r border-line bg-sunken max-md:hidden">
        <pre ref={gutter} className="text-code px-3 pt-3 text-right text-ink-3">
          {lineNumbers(value)}
        </pre>
      </div>
      {isLive ? (
        <textarea
          aria-label="Call JSON"
          value={value}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => onChange(event.target.value)}
          onPaste={paste}
          onScroll={(event) => gutter.current?.style.setProperty("margin-top", `${-event.currentTarget.scrollTop}px`)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            onSubmit();
          }}
          ref={(element) => {
            if (element !== null && caret !== undefined) placeCaret(element, value.slice(0, caret));
          }}
          placeholder={PLACEHOLDER}
          className={cx(FIELD, "text-ink")}
        />
      ) : (
        <div className={cx(FIELD, "text-ink-3")}>{PLACEHOLDER}</div>
      )}
      {value === "" && hints !== undefined ? <div className="pointer-events-none absolute inset-x-0 top-10 bottom-0 md:left-10">{hints}</div> : null}
    </div>
  );
}

/** Once, behind this text, with the focus. A field counts each line end as one character, whatever it was in the text. */
function placeCaret(element: HTMLTextAreaElement, before: string): void {
  if (element.dataset["placed"] === "yes") return;
  element.dataset["placed"] = "yes";
  const inField = before.replace(/\r\n?/g, "\n");
  element.focus();
  element.setSelectionRange(inField.length, inField.length);
  element.scrollTop = Math.max(0, (inField.split("\n").length - LINES_ABOVE) * LINE_PX);
}

function lineNumbers(text: string): string {
  const lines = Math.min(MAX_NUMBERS, text.split("\n").length);
  return Array.from({ length: lines }, (_, place) => place + 1).join("\n");
}
