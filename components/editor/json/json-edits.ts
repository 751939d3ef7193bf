import type { ChangeSet } from "@codemirror/state";
import type { TextEdit } from "@/lib/core/text/text-edit";
import { editsOfShown, type ShownChange, type ShownText } from "./line-ends";

/** A CodeMirror change as edits in sequence of the exact text that stood there before. */
export function editsOf(changes: ChangeSet, before: ShownText): readonly TextEdit[] {
  const shown: ShownChange[] = [];
  changes.iterChanges((from, to, _fromNew, _toNew, inserted) => {
    shown.push({ from, to, inserted: inserted.sliceString(0, undefined, "\n") });
  }, true);
  return editsOfShown(before, shown);
}
