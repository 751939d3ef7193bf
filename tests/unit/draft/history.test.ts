import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyStep, rebaseStep, type Draft } from "@/lib/core/draft/draft";
import type { DraftStep } from "@/lib/core/draft/draft-edit";
import { canRedo, canUndo, redoLabel, redoStep, undoLabel, undoStep } from "@/lib/core/draft/history";
import { counter, typed } from "./steps";

const start: Draft = { text: "", provider: "zelto" };
const replay = (steps: readonly DraftStep[], from: Draft = start): Draft => steps.reduce(applyStep, from);

/** Does what a list of letters says: a letter types itself at the end, < takes back, > brings back. Gives the steps and all texts. */
function play(keys: string): { steps: readonly DraftStep[]; texts: readonly string[] } {
  const makeId = counter();
  const steps: DraftStep[] = [];
  const texts: string[] = [];
  for (const key of keys) {
    const step = key === "<" ? undoStep(steps, makeId) : key === ">" ? redoStep(steps, makeId) : typed(makeId(), replay(steps).text.length, { inserted: key, label: `Type ${key}` });
    if (step !== null) steps.push(step);
    texts.push(replay(steps).text);
  }
  return { steps, texts };
}

describe("undo and redo", () => {
  it("takes edits back one by one and brings them back in order", () => {
    expect(play("abc<<<>>>").texts).toEqual(["a", "ab", "abc", "ab", "a", "", "a", "ab", "abc"]);
  });

  it("appends and never rewrites: the history keeps everything typed", () => {
    const { steps } = play("ab<c");
    expect(steps.map(({ kind, of }) => `${kind} ${of ?? "-"}`)).toEqual(["edit -", "edit -", "undo n2", "edit -"]);
  });

  it("forgets what could be brought back once something new is typed", () => {
    const { steps, texts } = play("ab<c>");
    expect(texts).toEqual(["a", "ab", "a", "ac", "ac"]);
    expect(canRedo(steps)).toBe(false);
    expect(play("ab<c<<").texts.at(-1)).toBe("");
  });

  it("forgets it even where the new edit is in another place", () => {
    const steps = [typed("a", 0, { inserted: "aaaa" }), typed("b", 4, { inserted: "b" })];
    const undone = [...steps, undoStep(steps, () => "u")!];
    expect(canRedo(undone)).toBe(true);
    expect(redoStep([...undone, typed("c", 0, { inserted: "c" })], () => "r")).toBeNull();
  });

  it("does nothing at either end", () => {
    expect(play("<>").steps).toEqual([]);
    expect(play("a<<>>").texts).toEqual(["a", "", "", "a", "a"]);
    expect(canUndo([])).toBe(false);
  });

  it("names what would be taken back and what would be brought back", () => {
    const { steps } = play("ab<");
    expect([undoLabel(steps), redoLabel(steps)]).toEqual(["Type a", "Type b"]);
    expect([undoLabel([]), redoLabel([])]).toEqual([null, null]);
    expect(canUndo(steps) && canRedo(steps)).toBe(true);
  });

  it("takes the provider back with its step", () => {
    const change: DraftStep = { ...typed("p", 0, { inserted: "x" }), provider: { from: "zelto", to: "vapi" } };
    const undo = undoStep([change], () => "u");
    expect(undo).toEqual({ id: "u", kind: "undo", of: "p", label: "Step p", edits: [{ offset: 0, removed: "x", inserted: "" }], provider: { from: "vapi", to: "zelto" } });
    const redo = redoStep([change, undo!], () => "r");
    expect(replay([change, undo!, redo!])).toEqual({ text: "x", provider: "vapi" });
  });

  it("ends at the source's text however undo, redo and typing are mixed", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "b", "<", ">"), maxLength: 20 }), (keys) => {
        const { texts } = play(keys);
        // The same by two plain stacks of texts.
        const done = [""];
        let undone: string[] = [];
        for (const [index, key] of Array.from(keys).entries()) {
          if (key === "<" && done.length > 1) undone.push(done.pop() ?? "");
          else if (key === ">" && undone.length > 0) done.push(undone.pop() ?? "");
          else if (key !== "<" && key !== ">") {
            done.push(`${done.at(-1) ?? ""}${key}`);
            undone = [];
          }
          expect(texts[index]).toBe(done.at(-1));
        }
      }),
      { seed: 20_261_121, numRuns: 1_000 },
    );
  });
});

describe("steps made elsewhere", () => {
  it("takes back its own place where another step came in between", () => {
    // One tab has taken A back while another typed at the front: the undo was rebased behind it.
    const base = { text: "base", provider: "zelto" } as const;
    const a = typed("a", 4, { inserted: "A" });
    const undo = undoStep([a], () => "u");
    const front = typed("front", 0, { inserted: "___" });
    const rebased = rebaseStep(undo!, [front]);
    const steps = [a, front, ...(rebased.ok ? [rebased.value] : [])];
    expect(replay(steps, base).text).toBe("___base");
    expect(replay([...steps, redoStep(steps, () => "r")!], base).text).toBe("___baseA");
    const back = undoStep(steps, () => "u2");
    expect(back?.of).toBe("front");
    expect(replay([...steps, back!], base).text).toBe("base");
  });

  it("offers nothing where a later step changed the same place", () => {
    const a = typed("a", 0, { inserted: "A" });
    const over = typed("b", 0, { removed: "A", inserted: "B" });
    const foreignUndo: DraftStep = { ...typed("u", 0, { inserted: "" }), kind: "undo", of: "b" };
    expect(undoStep([a, over, foreignUndo], () => "x")).toBeNull();
    expect(canUndo([a, over, foreignUndo])).toBe(false);
  });

  it("takes an undo without the name of its step for an edit of its own", () => {
    const nameless: DraftStep = { ...typed("n", 0, { inserted: "x" }), kind: "undo" };
    expect(undoStep([nameless], () => "u")?.of).toBe("n");
  });
});
