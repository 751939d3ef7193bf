import type { Text } from "@codemirror/state";
import { diffToEdit } from "@/lib/core/text/apply-edits";
import { nodeAt } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import type { TextEdit } from "@/lib/core/text/text-edit";
import type { DraftStore } from "../draft-store";
import { goodPart } from "./good-part";
import { containerPath, pathAt } from "./json-completion";
import { showText, type ShownText } from "./line-ends";

/** The draft's text behind the JSON pane: what is shown of it, and which place of the document each position belongs to. */
export interface JsonDocument {
  /** What the pane stands for just now. */
  readonly shown: () => ShownText;
  /** Takes up the draft's newest text; answers what has to change in the pane, in its own positions, or null. */
  readonly follow: (pane: Text) => TextEdit | null;
  /** Where a value stands in the pane; null where it is not, or not told by a text that is broken. */
  readonly placeOf: (path: JsonPath) => { readonly from: number; readonly to: number } | null;
  /** The innermost value around a position; null where a broken text does not tell. */
  readonly pathAt: (position: number) => JsonPath | null;
  /** The innermost object or list around a position. */
  readonly containerAt: (position: number) => JsonPath;
}

/** Opens the document of a draft. */
export function openDocument(store: Pick<DraftStore, "snapshot">): JsonDocument {
  let shown = showText(store.snapshot().text);
  const toGood = (position: number): number | null => goodPart(store.snapshot()).toGood(shown.toOffset(position));
  return {
    shown: () => shown,
    follow: (pane) => {
      const { text } = store.snapshot();
      if (text === shown.text) return null;
      shown = showText(text);
      return diffToEdit(pane.sliceString(0, undefined, "\n"), shown.shown);
    },
    placeOf: (path) => {
      const draft = store.snapshot();
      const node = nodeAt(draft.root ?? undefined, path);
      const { toText } = goodPart(draft);
      const start = node === undefined ? null : toText(node.start);
      if (node === undefined || start === null) return null;
      return { from: shown.toShown(start), to: shown.toShown(toText(node.end) ?? start) };
    },
    pathAt: (position) => {
      const offset = toGood(position);
      return offset === null ? null : pathAt(store.snapshot().root, offset);
    },
    containerAt: (position) => {
      const offset = toGood(position);
      return offset === null ? [] : containerPath(store.snapshot().root, offset);
    },
  };
}
