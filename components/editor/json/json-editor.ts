import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers, type DecorationSet } from "@codemirror/view";
import type { Problem } from "@/lib/core/problems/problem";
import { diffToEdit } from "@/lib/core/text/apply-edits";
import { nodeAt } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import type { DraftSnapshot, DraftStore } from "../draft-store";
import { completeFields, pathAt } from "./json-completion";
import { diagnosticsOf } from "./json-diagnostics";
import { editsOf } from "./json-edits";
import { jsonTheme } from "./json-theme";

/** Marks what came from the draft, so that it is not handed back to it. */
const fromDraft = Annotation.define<boolean>();
const showPlace = StateEffect.define<{ readonly from: number; readonly to: number } | null>();

/** The lines of the chosen place. */
const placeField = StateField.define<DecorationSet>({
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

export interface JsonEditorOptions {
  readonly parent: HTMLElement;
  readonly store: DraftStore;
  readonly nonce: string | undefined;
  /** The caret moved by the person's own hand. */
  readonly onPlace: (path: JsonPath) => void;
}

/** The JSON pane as the page drives it. */
export interface JsonEditor {
  /** Brings the draft's text in as one small change, and the problems with their places. */
  readonly show: (draft: DraftSnapshot, problems: readonly Problem[], isReadOnly: boolean) => void;
  readonly reveal: (path: JsonPath) => void;
  readonly close: () => void;
}

/** Opens CodeMirror on the draft. Its own history is left out: the draft's serves every pane. */
export function openJsonEditor({ parent, store, nonce, onPlace }: JsonEditorOptions): JsonEditor {
  const access = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: store.snapshot().text,
      extensions: [extensionsOf(store, onPlace), access.of(EditorState.readOnly.of(false)), nonce === undefined ? [] : EditorView.cspNonce.of(nonce)],
    }),
  });
  return {
    show: (draft, problems, isReadOnly) => {
      // A letter typed since this was drawn would be taken back here; the newer draft is drawn next.
      if (draft !== store.snapshot()) return;
      const edit = diffToEdit(view.state.doc.sliceString(0, undefined, "\n"), draft.text);
      if (edit !== null) {
        view.dispatch({ changes: { from: edit.offset, to: edit.offset + edit.removed.length, insert: view.state.toText(edit.inserted) }, annotations: fromDraft.of(true) });
      }
      if (view.state.readOnly !== isReadOnly) view.dispatch({ effects: access.reconfigure(EditorState.readOnly.of(isReadOnly)) });
      view.dispatch(setDiagnostics(view.state, [...diagnosticsOf(draft, problems)]));
    },
    reveal: (path) => {
      const node = nodeAt(store.snapshot().root ?? undefined, path);
      if (node === undefined || path.length === 0 || node.end > view.state.doc.length) view.dispatch({ effects: showPlace.of(null) });
      else view.dispatch({ effects: [showPlace.of({ from: node.start, to: node.end }), EditorView.scrollIntoView(node.start, { y: "nearest", yMargin: 60 })] });
    },
    close: () => view.destroy(),
  };
}

function extensionsOf(store: DraftStore, onPlace: (path: JsonPath) => void): Extension {
  const step = (act: () => void) => () => {
    act();
    return true;
  };
  return [
    EditorState.lineSeparator.of("\n"),
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    drawSelection(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    json(),
    autocompletion({ icons: false, override: [completeFields(() => store.snapshot().root)] }),
    placeField,
    jsonTheme,
    EditorView.contentAttributes.of({ "aria-label": "Call JSON text" }),
    keymap.of([
      { key: "Mod-z", run: step(store.undo), preventDefault: true },
      { key: "Mod-Shift-z", run: step(store.redo), preventDefault: true },
      { key: "Mod-y", run: step(store.redo), preventDefault: true },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...foldKeymap,
      ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter" && key !== "Alt-ArrowUp" && key !== "Alt-ArrowDown"),
    ]),
    EditorView.updateListener.of(({ docChanged, selectionSet, changes, startState, state, transactions, view }) => {
      const echoes = transactions.some((transaction) => transaction.annotation(fromDraft) === true);
      if (docChanged && !echoes) store.commit({ label: "JSON", edits: editsOf(changes, startState.doc), typing: true });
      else if (selectionSet && view.hasFocus && !echoes) onPlace(pathAt(store.snapshot().root, state.selection.main.head));
    }),
  ];
}
