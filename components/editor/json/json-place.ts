import { StateEffect, StateField, type EditorState } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";

/** Marks the lines of a place, or none. */
export const showPlace = StateEffect.define<{ readonly from: number; readonly to: number } | null>();

/** The lines of the chosen place. */
export const placeField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(showPlace)) next = effect.value === null ? Decoration.none : markLines(transaction.state, effect.value);
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A place of thousands of lines is marked at its head only. */
const MAX_MARKED_LINES = 200;

function markLines(state: EditorState, { from, to }: { readonly from: number; readonly to: number }): DecorationSet {
  const first = state.doc.lineAt(from).number;
  const last = Math.min(state.doc.lineAt(to).number, first + MAX_MARKED_LINES);
  const mark = Decoration.line({ class: "cm-place" });
  return Decoration.set(Array.from({ length: last - first + 1 }, (_, index) => mark.range(state.doc.line(first + index).from)));
}
