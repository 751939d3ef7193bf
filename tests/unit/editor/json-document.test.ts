import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { viewDraft, type DraftView } from "@/components/editor/draft-view";
import type { DraftSnapshot, DraftStore } from "@/components/editor/draft-store";
import { openDocument } from "@/components/editor/json/json-document";

/** A draft of which only the text matters here. */
function draftOf(text: string): Pick<DraftStore, "snapshot"> & { readonly change: (next: string) => void } {
  let view: DraftView = viewDraft({ text, provider: "zelto" }, null);
  const rest = { provider: "zelto", steps: [], revision: 0, saveState: "saved", savedAt: 0, failure: null, theirs: null, undoLabel: null, redoLabel: null } as const;
  return {
    snapshot: (): DraftSnapshot => ({ ...view, ...rest }),
    change: (next) => {
      view = viewDraft({ text: next, provider: "zelto" }, view);
    },
  };
}

const TEXT = '{\r\n "agent": {"name": "A"},\r\n "call": {"externalId": "c"}\r\n}';
const SHOWN = '{\n "agent": {"name": "A"},\n "call": {"externalId": "c"}\n}';

describe("the document behind the JSON pane", () => {
  it("shows one break for CR LF and finds places in what is shown", () => {
    const document = openDocument(draftOf(TEXT));
    expect(document.shown().shown).toBe(SHOWN);
    const place = document.placeOf(["call", "externalId"]);
    expect(place === null ? null : SHOWN.slice(place.from, place.to)).toBe('"c"');
    expect(document.pathAt(SHOWN.indexOf('"c"'))).toEqual(["call", "externalId"]);
    expect(document.containerAt(SHOWN.indexOf('"externalId"'))).toEqual(["call"]);
  });

  it("still finds the places in front of a break and behind it, and tells nothing inside", () => {
    const draft = draftOf(TEXT);
    const document = openDocument(draft);
    draft.change(TEXT.replace('"A"', "oh no"));
    document.follow(EditorState.create({ doc: SHOWN }).doc);
    const { shown } = document.shown();
    const place = document.placeOf(["call", "externalId"]);
    expect(place === null ? null : shown.slice(place.from, place.to)).toBe('"c"');
    expect(document.placeOf(["agent"])?.from).toBe(shown.indexOf('{"name"'));
    expect(document.pathAt(shown.indexOf("no"))).toBeNull();
  });

  it("follows the draft by the smallest change, and by none where the pane has it already", () => {
    const draft = draftOf(TEXT);
    const document = openDocument(draft);
    const { doc } = EditorState.create({ doc: SHOWN });
    draft.change(TEXT.replace('"A"', '"AB"'));
    expect(document.follow(doc)).toEqual({ offset: SHOWN.indexOf('A"') + 1, removed: "", inserted: "B" });
    expect(document.follow(doc)).toBeNull();
    draft.change(TEXT);
    expect(document.follow(doc)).toBeNull();
  });
});
