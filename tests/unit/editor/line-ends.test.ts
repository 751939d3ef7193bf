import { ChangeSet, EditorState, Text } from "@codemirror/state";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editsOf } from "@/components/editor/json/json-edits";
import { editsOfShown, showText } from "@/components/editor/json/line-ends";
import { applyEdits } from "@/lib/core/text/apply-edits";

const piece = fc.constantFrom("\r\n", "\n", "a", '"', "é", "😀", "{", " ");
const anyText = fc.array(fc.oneof(piece, fc.constant("\r")), { maxLength: 40 }).map((pieces) => pieces.join(""));
const withoutLoneCr = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

describe("line ends of the JSON pane", () => {
  it("shows CR LF, CR and LF as one break each, and no CR", () => {
    expect(showText("a\r\nb\rc\nd").shown).toBe("a\nb\nc\nd");
    expect(showText('{"a":1}').shown).toBe('{"a":1}');
  });

  it("leads positions to offsets and back", () => {
    const text = showText("a\r\nbc\r\n");
    // shown: a ⏎ b c ⏎ ; text: a CR LF b c CR LF
    expect([0, 1, 2, 3, 4, 5].map((position) => text.toOffset(position))).toEqual([0, 1, 3, 4, 5, 7]);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((offset) => text.toShown(offset))).toEqual([0, 1, 1, 2, 3, 4, 4, 5]);
  });

  it("Enter adds the line end that the text has most of; the others stay as they are", () => {
    const before = showText("{\r\n1,\r\n2\n}");
    expect(applyEdits(before.text, editsOfShown(before, [{ from: 4, to: 4, inserted: "\n" }]))).toBe("{\r\n1,\r\n\r\n2\n}");
    expect(showText("{\n1,\r\n2\n}").lineEnd).toBe("\n");
    expect(showText("{\r1\r}").lineEnd).toBe("\r");
  });

  it("takes a break away whole", () => {
    const before = showText("1\r\n2\r\n3");
    expect(applyEdits(before.text, editsOfShown(before, [{ from: 3, to: 4, inserted: "" }]))).toBe("1\r\n23");
  });

  it("every position comes back, and stands before the character that it shows", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { shown, toOffset, toShown } = showText(text);
        expect(shown).not.toContain("\r");
        for (let position = 0; position <= shown.length; position += 1) {
          const offset = toOffset(position);
          expect(toShown(offset)).toBe(position);
          const character = text.charAt(offset);
          expect(character === "\r" ? "\n" : character).toBe(shown.charAt(position));
        }
        expect(toOffset(shown.length)).toBe(text.length);
      }),
      { seed: 20_261_121, numRuns: 500 },
    );
  });

  it("an edit changes what was meant and not one byte beside it", () => {
    fc.assert(
      fc.property(withoutLoneCr, fc.nat(), fc.nat(), fc.constantFrom("", "x", "\n", "x\ny", "\n\n"), (text, one, other, inserted) => {
        const before = showText(text);
        const [from, to] = [one % (before.shown.length + 1), other % (before.shown.length + 1)].sort((left, right) => left - right) as [number, number];
        const after = applyEdits(text, editsOfShown(before, [{ from, to, inserted }]));
        expect(showText(after).shown).toBe(before.shown.slice(0, from) + inserted + before.shown.slice(to));
        expect(after.startsWith(text.slice(0, before.toOffset(from)))).toBe(true);
        expect(after.endsWith(text.slice(before.toOffset(to)))).toBe(true);
        if (!text.includes("\r")) expect(after).not.toContain("\r");
      }),
      { seed: 20_261_121, numRuns: 500 },
    );
  });

  it("CodeMirror's own changes, several at once, give what it shows", () => {
    fc.assert(
      fc.property(withoutLoneCr, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("", "x", "\n", "x\ny")), { minLength: 1, maxLength: 3 }), (text, wanted) => {
        const before = showText(text);
        const doc = EditorState.create({ doc: before.shown }).doc;
        const length = before.shown.length + 1;
        const changes = wanted
          .map(([one, other, insert]) => ({ from: Math.min(one % length, other % length), to: Math.max(one % length, other % length), insert: Text.of(insert.split("\n")) }))
          .map((change) => ChangeSet.of(change, doc.length))
          .reduce((set, next) => set.compose(next.map(set)));
        const after = applyEdits(text, editsOf(changes, before));
        expect(showText(after).shown).toBe(changes.apply(doc).toString());
      }),
      { seed: 20_261_121, numRuns: 500 },
    );
  });
});
