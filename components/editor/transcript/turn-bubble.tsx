"use client";

import { ChevronDown, Merge, Pencil, Plus, Scissors, Terminal, Trash2 } from "lucide-react";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import type { TurnView } from "@/lib/core/call-ingest/read-turns";
import { isRole } from "@/lib/core/call-ingest/limits";
import { RoleDot, ROLE_WORDS } from "@/components/marks/role-dot";
import { IconButton } from "@/components/ui/icon-button";
import { cx } from "@/components/ui/cx";
import { turnTimes } from "./turn-words";

export interface TurnBubbleProps {
  readonly turn: TurnView;
  readonly isReadOnly: boolean;
  readonly isSelected: boolean;
  readonly onKeyDown: ((event: KeyboardEvent) => void) | undefined;
  readonly onEdit: () => void;
  readonly onInsertBelow: () => void;
  readonly onSplit: () => void;
  readonly onMerge: () => void;
  readonly onDelete: () => void;
  /** What is wrong with this turn, under its text. */
  readonly children?: ReactNode;
}

/** System and tool turns are often long and rarely read: folded beyond this. */
const FOLD_CHARACTERS = 160;

/** One turn as it is read: assistant left, user right, system and tool across. */
export function TurnBubble(props: TurnBubbleProps) {
  const { turn, isReadOnly, isSelected, onKeyDown, onEdit, children } = props;
  const known = isRole(turn.role) ? turn.role : null;
  const wide = known === "system" || known === "tool";
  return (
    <div onKeyDown={onKeyDown} className={cx("group/turn relative flex", known === "user" ? "justify-end pl-16 max-md:pl-8" : wide ? "" : "pr-16 max-md:pr-8")}>
      <div
        className={cx(
          "relative max-w-[calc(72ch+1.5rem)] min-w-0 rounded-panel border px-3 pt-1.5 pb-2 transition-colors",
          wide ? "w-full max-w-none border-dashed border-line-strong bg-sunken" : known === "user" ? "border-transparent bg-bubble-user" : "border-line bg-bubble-assistant",
          isSelected ? "border-accent-line" : "group-hover/turn:border-line-strong",
        )}
        onDoubleClick={isReadOnly ? undefined : onEdit}
      >
        <div className="flex h-5 items-center gap-1.5 text-small text-ink-2">
          {known === "tool" ? <Terminal aria-hidden className="size-3" /> : <RoleDot role={known ?? "user"} />}
          <span>{known === null ? turn.role || "no role" : ROLE_WORDS[known]}</span>
          <span className="text-ink-3 tabular-nums">{turnTimes(turn)}</span>
        </div>
        <TurnText turn={turn} mono={known === "tool"} foldable={wide} />
        {children}
      </div>
      {isReadOnly ? null : <Toolbar {...props} />}
    </div>
  );
}

function TurnText({ turn, mono, foldable }: { readonly turn: TurnView; readonly mono: boolean; readonly foldable: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const folds = foldable && turn.content.length > FOLD_CHARACTERS;
  const text = (
    <p dir="auto" className={cx("break-words whitespace-pre-wrap text-ink", mono ? "text-code" : "text-read", folds && !isOpen && "line-clamp-2", !turn.contentIsText && "text-ink-3 italic")}>
      {turn.content === "" ? <span className="text-ink-3">No text</span> : turn.content}
    </p>
  );
  if (!folds) return text;
  return (
    <>
      {text}
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className="mt-0.5 inline-flex items-center gap-1 rounded-mark text-small text-accent-text hover:underline touch:min-h-11">
        <ChevronDown aria-hidden className={cx("size-3", isOpen && "rotate-180")} />
        {isOpen ? "Show less" : "Show all"}
      </button>
    </>
  );
}

/** Quiet until the turn is pointed at or has the focus; always there for the keyboard and for listeners. */
function Toolbar({ turn, onEdit, onInsertBelow, onSplit, onMerge, onDelete }: TurnBubbleProps) {
  return (
    <div className="absolute -top-3 right-2 z-10 flex rounded-field border border-line bg-raised opacity-0 transition-opacity group-focus-within/turn:opacity-100 group-hover/turn:opacity-100 touch:static touch:ml-1 touch:flex-col touch:self-start touch:opacity-100 max-md:[&>*:not(:first-child)]:sr-only">
      <IconButton size="small" label="Edit turn" icon={<Pencil aria-hidden className="size-3.5" />} onPress={onEdit} />
      <IconButton size="small" label="Insert below" icon={<Plus aria-hidden className="size-3.5" />} onPress={onInsertBelow} />
      <IconButton size="small" label="Split" icon={<Scissors aria-hidden className="size-3.5" />} onPress={onSplit} />
      <IconButton size="small" label="Merge up" isDisabled={turn.index === 0} icon={<Merge aria-hidden className="size-3.5" />} onPress={onMerge} />
      <IconButton size="small" label="Delete turn" icon={<Trash2 aria-hidden className="size-3.5" />} onPress={onDelete} />
    </div>
  );
}
