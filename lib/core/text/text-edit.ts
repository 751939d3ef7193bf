/**
 * One replacement in a text. Offsets count UTF-16 code units of the text *before* the edit. `removed` is the exact text that
 * stood there: it makes every edit invertible and lets a stale edit be noticed.
 */
export interface TextEdit {
  readonly offset: number;
  readonly removed: string;
  readonly inserted: string;
}

/** Applies one edit. Throws when `removed` is not what stands at `offset`: a stale edit must never be applied silently. */
export function applyEdit(text: string, edit: TextEdit): string {
  const end = edit.offset + edit.removed.length;
  if (text.slice(edit.offset, end) !== edit.removed) throw new RangeError("A text edit does not fit the text it is applied to");
  return text.slice(0, edit.offset) + edit.inserted + text.slice(end);
}

/** The edit that takes this one back, against the text after it. */
export function invertEdit(edit: TextEdit): TextEdit {
  return { offset: edit.offset, removed: edit.inserted, inserted: edit.removed };
}
