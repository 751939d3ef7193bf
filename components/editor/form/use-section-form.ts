"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import { useEditor } from "../editor-context";
import { fieldEdits, readField, sectionSchema, type FormField, type SectionValues } from "./form-fields";

/** Longer than between two letters, shorter than a glance at "Saved". */
const COMMIT_DELAY_MS = 400;

export interface SectionForm {
  readonly form: UseFormReturn<SectionValues>;
  /** After each letter: the value becomes an edit of the text after a pause. */
  readonly typed: (field: FormField) => void;
  /** On leaving the field, and for choices: at once. */
  readonly commit: (field: FormField) => void;
}

/** A part of the form: react-hook-form holds what is typed, the draft holds what is so; each follows the other. */
export function useSectionForm(fields: readonly FormField[]): SectionForm {
  const { draft, store, isReadOnly } = useEditor();
  const { goodText, root } = draft;
  const values = useMemo(() => Object.fromEntries(fields.map((field) => [field.name, readField({ goodText, root }, field)])), [fields, goodText, root]);
  const resolver = useMemo(() => zodResolver(sectionSchema(fields)), [fields]);
  const form = useForm<SectionValues>({ resolver, mode: "onChange", defaultValues: values });
  const pending = useRef(new Map<string, { readonly field: FormField; readonly timer: ReturnType<typeof setTimeout> }>());

  const callOff = (name: string): void => {
    const waiting = pending.current.get(name);
    if (waiting !== undefined) clearTimeout(waiting.timer);
    pending.current.delete(name);
  };
  const commit = (field: FormField): void => {
    callOff(field.name);
    const { goodText, root: now, syntax } = store.snapshot();
    if (isReadOnly || now === null || syntax !== null) return;
    const edits = fieldEdits(goodText, now, field, form.getValues(field.name) ?? null);
    if (edits.length > 0) store.commit({ label: field.label, edits, typing: true });
  };
  const typed = (field: FormField): void => {
    callOff(field.name);
    pending.current.set(field.name, { field, timer: setTimeout(() => commit(field), COMMIT_DELAY_MS) });
  };

  const follow = useEffectEvent((next: SectionValues) => {
    for (const { name } of fields) {
      const value = next[name] ?? null;
      if (!pending.current.has(name) && form.getValues(name) !== value) form.setValue(name, value, { shouldValidate: true });
    }
  });
  // Syncs react-hook-form with the draft: undo, other panes and other pages change it too.
  useEffect(() => follow(values), [values]);

  const commitAll = useEffectEvent(() => {
    for (const { field } of [...pending.current.values()]) commit(field);
  });
  // Syncs with the timers: what was typed last is kept when the form goes away.
  useEffect(() => () => commitAll(), []);
  return { form, typed, commit };
}
