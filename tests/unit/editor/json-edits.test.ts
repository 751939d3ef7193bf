import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { editsOf } from "@/components/editor/json/json-edits";
import { applyEdits } from "@/lib/core/text/apply-edits";

const stateOf = (doc: string): EditorState => EditorState.create({ doc, extensions: [EditorState.lineSeparator.of("\n")] });

describe("changes of the JSON pane", () => {
  it("keep carriage returns as characters, so that offsets are those of the text", () => {
    const state = stateOf('{\r\n  "a": 1\r\n}');
    expect([state.doc.length, state.doc.sliceString(0, undefined, "\n")]).toEqual([14, '{\r\n  "a": 1\r\n}']);
  });

  it("become edits that give the same text, several at once included", () => {
    const text = '{\r\n  "a": 1,\n  "b": "é😀"\r\n}';
    const state = stateOf(text);
    const { changes, startState } = state.update({
      changes: [
        { from: 10, to: 11, insert: "22" },
        { from: 15, to: 16, insert: "" },
        { from: text.length, insert: "\r\n" },
      ],
    });
    const edits = editsOf(changes, startState.doc);
    expect(edits).toEqual([
      { offset: 10, removed: "1", inserted: "22" },
      { offset: 16, removed: '"', inserted: "" },
      { offset: 28, removed: "", inserted: "\r\n" },
    ]);
    expect(applyEdits(text, edits)).toBe('{\r\n  "a": 22,\n  b": "é😀"\r\n}\r\n');
  });
});
