"use client";

import { ArrowDown, ArrowUp, Merge, Scissors, Trash2 } from "lucide-react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactNode } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { ROLES } from "@/lib/core/call-ingest/limits";
import type { TurnView } from "@/lib/core/call-ingest/read-turns";
import { formatPlural } from "@/lib/core/format/count";
import type { TurnChange } from "@/lib/core/text/turn-edits";
import { RoleDot, ROLE_WORDS } from "@/components/marks/role-dot";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TurnFormSchema, type TurnForm } from "./turn-form-schema";

export interface TurnEditorProps {
  readonly turn: TurnView;
  readonly isLast: boolean;
  readonly onChange: (change: TurnChange) => void;
  readonly onClose: () => void;
  readonly onSplit: (caret: number) => void;
  readonly onMerge: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDelete: () => void;
  readonly children?: ReactNode;
}

/** A pause after which typing becomes a step of the draft: short enough to be saved, long enough not to be felt. */
const COMMIT_DELAY_MS = 150;

const formOf = ({ role, content, startSeconds, endSeconds }: TurnView): TurnForm => ({ role, content, startSeconds, endSeconds });

/** The one open turn. What is typed becomes a minimal edit of the text after a short pause, and at once on leaving. */
export function TurnEditor({ turn, isLast, onChange, onClose, onSplit, onMerge, onMove, onDelete, children }: TurnEditorProps) {
  const form = useForm<TurnForm>({ resolver: zodResolver(TurnFormSchema), mode: "onChange", defaultValues: formOf(turn) });
  const text = useRef<HTMLTextAreaElement>(null);
  const pending = useRef<ReturnType<typeof setTimeout> | null>(null);

  const commit = (): void => {
    if (pending.current !== null) clearTimeout(pending.current);
    pending.current = null;
    const change = changeOf(formOf(turn), form.getValues());
    if (Object.keys(change).length > 0) onChange(change);
  };
  const typed = (): void => {
    if (pending.current !== null) clearTimeout(pending.current);
    pending.current = setTimeout(commit, COMMIT_DELAY_MS);
  };
  // What stands in the form is newer than the text only while a pause is running; without one the text is the truth.
  const commitOnLeave = useEffectEvent(() => {
    if (pending.current !== null) commit();
  });
  const drop = (): void => {
    if (pending.current !== null) clearTimeout(pending.current);
    pending.current = null;
    onDelete();
  };
  const fresh = useEffectEvent(() => {
    if (pending.current === null) form.reset(formOf(turn));
  });
  // Syncs the form with the text when that changed elsewhere: undo, another pane, another page.
  useEffect(() => fresh(), [turn.role, turn.content, turn.startSeconds, turn.endSeconds]);
  // Syncs with the document's focus: the text is ready for typing the moment the turn opens, and nothing typed is lost on closing.
  useEffect(() => {
    text.current?.focus({ preventScroll: true });
    return () => commitOnLeave();
  }, []);

  const after = (act: () => void) => () => {
    commit();
    act();
  };
  const splitHere = (): void => {
    commit();
    onSplit(text.current?.selectionStart ?? 0);
  };
  const keys = (event: KeyboardEvent): void => {
    // Undo takes back the last step: what is still being typed has to be one first.
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") commit();
    const act = keyAction(event, { onClose, onMerge, onMove, onSplit: splitHere });
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    after(act)();
  };
  const [roleWord, content] = useWatch({ control: form.control, name: ["role", "content"] });
  const roles: readonly { readonly id: string; readonly label: string }[] = [...ROLES.map((id) => ({ id, label: ROLE_WORDS[id] })), ...(ROLES.some((role) => role === roleWord) || roleWord === "" ? [] : [{ id: roleWord, label: roleWord }])];
  return (
    <div onKeyDown={keys} className="relative rounded-panel bg-raised shadow-pop outline-2 -outline-offset-1 outline-focus">
      <div className="flex min-h-10 flex-wrap items-center gap-1 border-b border-line px-2 py-1">
        <Controller
          control={form.control}
          name="role"
          render={({ field }) => (
            <Select
              label="Role"
              labelHidden
              options={roles}
              value={field.value === "" ? null : field.value}
              onChange={(role) => {
                field.onChange(role);
                commit();
              }}
              prefix={<RoleDot role={ROLES.find((role) => role === field.value) ?? "user"} />}
              triggerClassName="min-w-32"
            />
          )}
        />
        <span className="flex-1" />
        <Button size="small" variant="quiet" icon={<Scissors aria-hidden className="size-3.5" />} onPress={splitHere}>
          Split
        </Button>
        <Button size="small" variant="quiet" isDisabled={turn.index === 0} icon={<Merge aria-hidden className="size-3.5" />} onPress={after(onMerge)}>
          Merge up
        </Button>
        <IconButton size="small" label="Move up" isDisabled={turn.index === 0} icon={<ArrowUp aria-hidden className="size-3.5" />} onPress={after(() => onMove(-1))} />
        <IconButton size="small" label="Move down" isDisabled={isLast} icon={<ArrowDown aria-hidden className="size-3.5" />} onPress={after(() => onMove(1))} />
        <IconButton size="small" label="Delete turn" icon={<Trash2 aria-hidden className="size-3.5" />} onPress={drop} />
      </div>
      <div className="flex flex-col gap-2 px-3 py-2">
        <Controller
          control={form.control}
          name="content"
          render={({ field, fieldState }) => (
            <TextArea label="Text" labelHidden inputRef={text} value={field.value} error={fieldState.error?.message} onBlur={() => commit()} textAreaClassName="field-sizing-content min-h-11 text-read" dir="auto" onChange={(value) => { field.onChange(value); typed(); }} />
          )}
        />
        <div className="flex flex-wrap items-end gap-3">
          {(["startSeconds", "endSeconds"] as const).map((name) => (
            <Controller
              key={name}
              control={form.control}
              name={name}
              render={({ field, fieldState }) => (
                <NumberField label={name === "startSeconds" ? "Start (seconds)" : "End (seconds)"} className="w-24" step={0.1} min={0} value={field.value} error={fieldState.error?.message} onBlur={() => commit()} onChange={(value) => { field.onChange(value); typed(); }} />
              )}
            />
          ))}
          <span className="ml-auto flex items-center gap-2 pb-1 text-small text-ink-3">
            {formatPlural(content.length, "character")} <Kbd>Esc</Kbd> close
          </span>
        </div>
      </div>
      {children}
    </div>
  );
}

/** Only what differs from the text; times that are out of bounds wait until they are right. */
function changeOf(before: TurnForm, now: TurnForm): TurnChange {
  const time = (value: number | null): boolean => value === null || value >= 0;
  return {
    ...(now.role !== before.role && now.role !== "" ? { role: now.role } : {}),
    ...(now.content === before.content ? {} : { content: now.content }),
    ...(now.startSeconds !== before.startSeconds && time(now.startSeconds) ? { startSeconds: now.startSeconds } : {}),
    ...(now.endSeconds !== before.endSeconds && time(now.endSeconds) ? { endSeconds: now.endSeconds } : {}),
  };
}

interface KeyActions {
  readonly onClose: () => void;
  readonly onMerge: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onSplit: () => void;
}

function keyAction(event: KeyboardEvent, { onClose, onMerge, onMove, onSplit }: KeyActions): (() => void) | null {
  if (event.key === "Escape") return onClose;
  if (!event.altKey) return null;
  if (event.key === "Enter") return onSplit;
  if (event.key === "Backspace") return onMerge;
  if (event.key === "ArrowUp") return () => onMove(-1);
  return event.key === "ArrowDown" ? () => onMove(1) : null;
}
