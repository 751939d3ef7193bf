import { describe, expect, it } from "vitest";
import { applyStep, rebaseStep, type Draft } from "@/lib/core/draft/draft";
import type { DraftStep } from "@/lib/core/draft/draft-edit";
import { typed } from "./steps";

const draft: Draft = { text: "abc", provider: "vapi" };
const provider: DraftStep = { id: "p", kind: "edit", label: "Provider", edits: [], provider: { from: "vapi", to: "zelto" } };

describe("applyStep", () => {
  it("applies edits in order and leaves the provider", () => {
    const step: DraftStep = { id: "1", kind: "edit", label: "x", edits: [{ offset: 0, removed: "a", inserted: "AA" }, { offset: 2, removed: "b", inserted: "" }] };
    expect(applyStep(draft, step)).toEqual({ text: "AAc", provider: "vapi" });
  });

  it("changes the provider in the same step as the text", () => {
    expect(applyStep(draft, { ...typed("1", 3, { inserted: "d" }), provider: { from: "vapi", to: "livekit" } })).toEqual({ text: "abcd", provider: "livekit" });
  });

  it("throws for a step that was made for another text or another provider", () => {
    expect(() => applyStep(draft, typed("1", 0, { removed: "x" }))).toThrow(RangeError);
    expect(() => applyStep({ ...draft, provider: "retell" }, provider)).toThrow(RangeError);
  });
});

describe("rebaseStep", () => {
  it("moves a step behind steps made elsewhere and keeps what it is", () => {
    const mine = typed("mine", 2, { removed: "c", inserted: "C" });
    expect(rebaseStep(mine, [typed("a", 0, { inserted: "xx" }), typed("b", 0, { removed: "x" })])).toEqual({ ok: true, value: typed("mine", 3, { removed: "c", inserted: "C", label: "Step mine" }) });
  });

  it("is an overlap where both changed one place", () => {
    expect(rebaseStep(typed("mine", 1, { removed: "b" }), [typed("a", 0, { removed: "ab" })])).toEqual({ ok: false, error: "overlap" });
  });

  it("is an overlap where both changed the provider, and none where one did", () => {
    expect(rebaseStep(provider, [{ ...provider, id: "q" }])).toEqual({ ok: false, error: "overlap" });
    expect(rebaseStep(provider, [typed("a", 0, { inserted: "x" })])).toEqual({ ok: true, value: provider });
    expect(rebaseStep(typed("a", 0, { inserted: "x" }), [provider])).toEqual({ ok: true, value: typed("a", 0, { inserted: "x" }) });
  });
});
