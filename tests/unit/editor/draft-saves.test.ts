import { describe, expect, it } from "vitest";
import { openDraftStore, type DraftStore } from "@/components/editor/draft-store";
import { applyStep, type Draft } from "@/lib/core/draft/draft";
import type { DraftStep } from "@/lib/core/draft/draft-edit";
import { diffToEdit } from "@/lib/core/text/apply-edits";
import type { DraftState, SaveDraftAnswer, SaveDraftInput } from "@/lib/contracts/calls";

const START = '{"call":{"externalId":"a"},"version":"1"}';

/** A server that keeps one draft, as the real one does: all steps or none, behind where others came first. */
function keeper(text = START) {
  let draft: Draft = { text, provider: "zelto" };
  let revision = 0;
  const steps: DraftStep[] = [];
  const state = (): DraftState => ({ ...draft, revision, savedAt: 1_000 + revision, steps: steps.map(({ edits, ...rest }) => ({ ...rest, edits: edits.map((edit) => ({ ...edit })) })) });
  const append = (step: DraftStep): void => {
    draft = applyStep(draft, step);
    revision += 1;
    steps.push(step);
  };
  return {
    state,
    text: () => draft.text,
    /** A save of another page. */
    other: (after: string): void => {
      const edit = diffToEdit(draft.text, after);
      append({ id: `other-${String(revision)}`, kind: "edit", label: "Elsewhere", edits: edit === null ? [] : [edit] });
    },
    save: (input: SaveDraftInput): Promise<SaveDraftAnswer> => {
      if (input.baseRevision < revision) return Promise.resolve({ outcome: "behind", revision, steps: state().steps.slice(input.baseRevision) });
      for (const { id, kind, label, edits, of, provider } of input.steps) append({ id, kind, label, edits, ...(of === undefined ? {} : { of }), ...(provider === undefined ? {} : { provider }) });
      return Promise.resolve({ outcome: "saved", revision, savedAt: 1_000 + revision });
    },
  };
}

/** A page whose timers never run: these tests save by hand. */
function page(server: ReturnType<typeof keeper>) {
  let ids = 0;
  const later = () => () => undefined;
  const store = openDraftStore({ initial: server.state(), save: server.save, newId: () => `step-${String((ids += 1))}`, now: () => 5_000, later, explain: () => "Not reached", isGone: () => false });
  return { store };
}

/** Makes the text on the screen another one, as a pane does. */
function type(store: DraftStore, after: string): void {
  const edit = diffToEdit(store.snapshot().text, after);
  store.commit({ label: "Version", edits: edit === null ? [] : [edit], typing: true });
}

const version = (value: string): string => `{"call":{"externalId":"a"},"version":"${value}"}`;

describe("saves of the draft", () => {
  it("saves again after a flush that had nothing to save", async () => {
    const server = keeper();
    const { store } = page(server);
    expect(await store.flush()).toBe(0);
    type(store, version("2"));
    expect(await store.flush()).toBe(1);
    expect(server.text()).toBe(version("2"));
    expect(store.snapshot().saveState).toBe("saved");
  });

  it("undoes after a reload what was done before it", async () => {
    const server = keeper();
    const before = page(server);
    type(before.store, version("2"));
    await before.store.flush();
    const { store } = page(server);
    store.undo();
    expect(store.snapshot().text).toBe(START);
  });

  it("asks a person when both changed the same place, and keeps mine on top of theirs", async () => {
    const server = keeper();
    const { store } = page(server);
    type(store, version("mine"));
    server.other(version("theirs"));
    expect(await store.flush()).toBeNull();
    expect(store.snapshot()).toMatchObject({ text: version("mine"), saveState: "conflict" });
    expect(store.snapshot().theirs?.text).toBe(version("theirs"));
    store.resolveConflict("mine");
    expect(await store.flush()).toBe(2);
    expect(server.text()).toBe(version("mine"));
    store.undo();
    expect(store.snapshot().text).toBe(version("theirs"));
  });

  it("takes theirs when a person says so", async () => {
    const server = keeper();
    const { store } = page(server);
    type(store, version("mine"));
    server.other(version("theirs"));
    await store.flush();
    store.resolveConflict("theirs");
    expect(await store.flush()).toBe(1);
    expect(store.snapshot()).toMatchObject({ text: version("theirs"), saveState: "saved", theirs: null });
  });
});
