"use client";

import { useRef } from "react";
import type { ClipboardEvent, ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export interface JsonBoxProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Ctrl or ⌘ with Enter. */
  readonly onSubmit: () => void;
  /** What is pasted into the empty box is taken as it stands on the clipboard and does not enter the box. */
  readonly onPaste?: ((text: string) => void) | undefined;
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

/** The field named `Call JSON`: mono, unwrapped, with line numbers that scroll along. */
export function JsonBox({ value, onChange, onSubmit, onPaste, caret, hints, className }: JsonBoxProps) {
  const gutter = useRef<HTMLPreElement>(null);
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData("text/plain");
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
          if (element === null || caret === undefined || element.dataset["placed"] === "yes") return;
          element.dataset["placed"] = "yes";
          element.focus();
          element.setSelectionRange(caret, caret);
          element.scrollTop = Math.max(0, (value.slice(0, caret).split("\n").length - 6) * 18);
        }}
        placeholder="Paste call JSON here"
        className="text-code min-w-0 flex-1 resize-none bg-transparent p-3 text-ink outline-none touch:text-[16px]"
      />
      {value === "" && hints !== undefined ? <div className="pointer-events-none absolute inset-x-0 top-10 bottom-0 md:left-10">{hints}</div> : null}
    </div>
  );
}

function lineNumbers(text: string): string {
  const lines = Math.min(MAX_NUMBERS, text.split("\n").length);
  return Array.from({ length: lines }, (_, place) => place + 1).join("\n");
}
