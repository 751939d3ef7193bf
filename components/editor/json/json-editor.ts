import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import type { Problem } from "@/lib/core/problems/problem";
import type { JsonPath } from "@/lib/core/text/json-path";
import type { DraftSnapshot, DraftStore } from "../draft-store";
import { commitFix } from "../problem-fix";
import { completeFields } from "./json-completion";
import { diagnosticsOf } from "./json-diagnostics";
import { openDocument, type JsonDocument } from "./json-document";
import { editsOf } from "./json-edits";
import { placeField, showPlace } from "./json-place";
import { jsonTheme } from "./json-theme";

/** Marks what came from the draft, so that it is not handed back to it. */
const fromDraft = Annotation.define<boolean>();

export interface JsonEditorOptions {
  readonly parent: HTMLElement;
  readonly store: DraftStore;
  readonly nonce: string | undefined;
  /** The caret moved by the person's own hand. */
  readonly onPlace: (path: JsonPath) => void;
}

/** The JSON pane as the page drives it. */
export interface JsonEditor {
  /** Draws the problems with their places, and the lock; the text follows the draft by itself. */
  readonly show: (draft: DraftSnapshot, problems: readonly Problem[], isReadOnly: boolean) => void;
  readonly reveal: (path: JsonPath) => void;
  readonly close: () => void;
}

/** Opens CodeMirror on the draft. Its own history is left out: the draft's serves every pane. */
export function openJsonEditor({ parent, store, nonce, onPlace }: JsonEditorOptions): JsonEditor {
  const access = new Compartment();
  const document = openDocument(store);
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: document.shown().shown,
      extensions: [extensionsOf(store, document, onPlace), access.of(EditorState.readOnly.of(false)), nonce === undefined ? [] : EditorView.cspNonce.of(nonce)],
    }),
  });
  // At once and not with the next drawing of the page: a key typed in between would be an edit of a text that is gone.
  const stopDrawing = store.subscribe(() => {
    const edit = document.follow(view.state.doc);
    if (edit === null) return;
    view.dispatch({ changes: { from: edit.offset, to: edit.offset + edit.removed.length, insert: view.state.toText(edit.inserted) }, annotations: fromDraft.of(true) });
  });
  return {
    show: (draft, problems, isReadOnly) => {
      // Places of an older text would be drawn into a newer one; the newer draft is drawn next.
      if (draft !== store.snapshot()) return;
      if (view.state.readOnly !== isReadOnly) view.dispatch({ effects: access.reconfigure(EditorState.readOnly.of(isReadOnly)) });
      const diagnostics = diagnosticsOf(draft, problems, (problem, fix) => commitFix(store, problem, fix));
      const { toShown } = document.shown();
      view.dispatch(setDiagnostics(view.state, diagnostics.map((diagnostic) => ({ ...diagnostic, from: toShown(diagnostic.from), to: toShown(diagnostic.to) }))));
    },
    reveal: (path) => {
      const place = path.length === 0 ? null : document.placeOf(path);
      if (place === null) view.dispatch({ effects: showPlace.of(null) });
      else view.dispatch({ effects: [showPlace.of(place), EditorView.scrollIntoView(place.from, { y: "nearest", yMargin: 60 })] });
    },
    close: () => {
      stopDrawing();
      view.destroy();
    },
  };
}

function extensionsOf(store: DraftStore, document: JsonDocument, onPlace: (path: JsonPath) => void): Extension {
  const step = (act: () => void) => () => {
    act();
    return true;
  };
  return [
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
    autocompletion({ icons: false, override: [completeFields(document.containerAt)] }),
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
    EditorView.updateListener.of(({ docChanged, selectionSet, changes, state, transactions, view }) => {
      const echoes = transactions.some((transaction) => transaction.annotation(fromDraft) === true);
      if (docChanged && !echoes) store.commit({ label: "JSON", edits: editsOf(changes, document.shown()), typing: true });
      else if (selectionSet && view.hasFocus && !echoes) {
        const path = document.pathAt(state.selection.main.head);
        if (path !== null) onPlace(path);
      }
    }),
  ];
}
