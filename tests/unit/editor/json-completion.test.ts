import { CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { completeFields, containerPath, nameEnd, pathAt } from "@/components/editor/json/json-completion";
import { viewDraft } from "@/components/editor/draft-view";

/** `before` is whole; `after` is what the pane shows, with | for the caret. */
function complete(before: string, after: string): CompletionResult | null {
  const offset = after.indexOf("|");
  const doc = after.replace("|", "");
  const { root } = viewDraft({ text: doc, provider: "zelto" }, viewDraft({ text: before, provider: "zelto" }, null));
  return completeFields((position) => containerPath(root, position))(new CompletionContext(EditorState.create({ doc }), offset, false));
}

const names = (result: CompletionResult | null): readonly string[] => (result?.options ?? []).map(({ label }) => label);

describe("completion of field names", () => {
  it("offers the fields of the object around the caret", () => {
    expect(names(complete('{"agent":{}}', '{"agent":{"|"}}'))).toEqual(['"externalId"', '"name"']);
  });

  it("replaces the closing quote that typing the opening one brought along", () => {
    const doc = '{"agent":{"ex"}}';
    expect(doc.slice(10, nameEnd(EditorState.create({ doc }), 13))).toBe('"ex"');
  });

  it("leaves a quote alone that is not the name's own", () => {
    const doc = '{"agent":{"ex, "name":"a"}}';
    expect(doc.slice(10, nameEnd(EditorState.create({ doc }), 13))).toBe('"ex');
  });

  it.each(['{"version":"|"}', '{"version" : "v|"}', '{"transcript":{"turns":["u|"]}}'])("offers no names where a value stands: %s", (after) => {
    expect(complete("{}", after)).toBeNull();
  });
});

describe("the place of the caret", () => {
  it("is the innermost value, and a key counts as its value", () => {
    const text = '{"transcript":{"turns":[{"role":"user"},{"role":"tool","content":"x"}]}}';
    const { root } = viewDraft({ text, provider: "zelto" }, null);
    expect(pathAt(root, text.indexOf("tool"))).toEqual(["transcript", "turns", 1, "role"]);
    expect(pathAt(root, text.indexOf("content") + 2)).toEqual(["transcript", "turns", 1, "content"]);
    expect(pathAt(root, 0)).toEqual([]);
  });
});
