import type { ChangeSet, Text } from "@codemirror/state";
import type { TextEdit } from "@/lib/core/text/text-edit";

/**
 * A CodeMirror change as edits in sequence. Changes are given against the document before; each edit is moved by what the
 * ones before it added or took. The document's only line separator is "\n", so its offsets are those of the text: a "\r"
 * is a character like any other and stays.
 */
export function editsOf(changes: ChangeSet, before: Text): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let shift = 0;
  changes.iterChanges((from, to, _fromNew, _toNew, inserted) => {
    const text = inserted.sliceString(0, undefined, "\n");
    edits.push({ offset: from + shift, removed: before.sliceString(from, to, "\n"), inserted: text });
    shift += text.length - (to - from);
  }, true);
  return edits;
}
