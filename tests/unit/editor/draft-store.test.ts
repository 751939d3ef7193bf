import { describe, expect, it } from "vitest";
import { openDraftStore, type Change, type DraftStore } from "@/components/editor/draft-store";
import { applyStep, type Draft } from "@/lib/core/draft/draft";
import type { DraftStep } from "@/lib/core/draft/draft-edit";
import { diffToEdit } from "@/lib/core/text/apply-edits";
import type { DraftState, SaveDraftAnswer, SaveDraftInput } from "@/lib/contracts/calls";

const START = '{"call":{"externalId":"a"},"version":"1"}';

/** A server that keeps one draft, as the real one does: all steps or none, behind where others came first. */
function keeper(text = START) {
  let draft: Draft = { text, provider: "zelto" };
  let revision = 0;
  let isDown = false;
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
    stepCount: () => steps.length,
    goDown: (down: boolean) => (isDown = down),
    /** A save of another page. */
    other: (after: string, id = `other-${String(revision)}`): void => {
      const edit = diffToEdit(draft.text, after);
      append({ id, kind: "edit", label: "Elsewhere", edits: edit === null ? [] : [edit] });
    },
    save: (input: SaveDraftInput): Promise<SaveDraftAnswer> => {
      if (isDown) return Promise.reject(new Error("down"));
      if (input.baseRevision < revision) return Promise.resolve({ outcome: "behind", revision, steps: state().steps.slice(input.baseRevision) });
      for (const { id, kind, label, edits, of, provider } of input.steps) append({ id, kind, label, edits, ...(of === undefined ? {} : { of }), ...(provider === undefined ? {} : { provider }) });
      return Promise.resolve({ outcome: "saved", revision, savedAt: 1_000 + revision });
    },
  };
}

/** A page with a clock of its own: `runLater` runs what was planned. */
function page(server: ReturnType<typeof keeper>) {
  const planned = new Set<() => void>();
  let ids = 0;
  let nowMs = 5_000;
  const store = openDraftStore({
    initial: server.state(),
    save: server.save,
    newId: () => `step-${String((ids += 1))}`,
    now: () => nowMs,
    later: (run) => {
      planned.add(run);
      return () => planned.delete(run);
    },
    explain: () => "Not reached",
  });
  return {
    store,
    pass: (ms: number) => (nowMs += ms),
    planned: () => planned.size,
    runLater: (): void => {
      for (const run of [...planned]) {
        planned.delete(run);
        run();
      }
    },
  };
}

/** Makes the text on the screen another one, as a pane does. */
function type(store: DraftStore, after: string, change: Partial<Change> = {}): void {
  const edit = diffToEdit(store.snapshot().text, after);
  store.commit({ label: "Version", edits: edit === null ? [] : [edit], typing: true, ...change });
}

const version = (value: string): string => `{"call":{"externalId":"a"},"version":"${value}"}`;

describe("the draft in the page", () => {
  it("joins letters typed in one place to one step and saves them as one", async () => {
    const server = keeper();
    const { store, pass } = page(server);
    type(store, version("12"));
    pass(100);
    type(store, version("123"));
    expect(store.snapshot().steps).toHaveLength(1);
    expect(await store.flush()).toBe(1);
    expect(server.text()).toBe(version("123"));
  });

  it("saves again after a flush that had nothing to save", async () => {
    const server = keeper();
    const { store } = page(server);
    expect(await store.flush()).toBe(0);
    type(store, version("2"));
    expect(await store.flush()).toBe(1);
    expect(server.text()).toBe(version("2"));
    expect(store.snapshot().saveState).toBe("saved");
  });

  it("saves by itself a moment after an edit", async () => {
    const server = keeper();
    const { store, runLater } = page(server);
    type(store, version("2"));
    expect(store.snapshot().saveState).toBe("unsaved");
    runLater();
    expect(await store.flush()).toBe(1);
    expect(server.text()).toBe(version("2"));
  });

  it("takes back and brings back in one history, all of it on the server", async () => {
    const server = keeper();
    const { store } = page(server);
    type(store, version("2"));
    await store.flush();
    store.undo();
    expect(store.snapshot().text).toBe(START);
    expect(store.snapshot().redoLabel).toBe("Version");
    store.redo();
    expect(store.snapshot().text).toBe(version("2"));
    await store.flush();
    expect(server.text()).toBe(version("2"));
    expect(server.stepCount()).toBe(3);
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

  it("keeps what is typed while a save fails, says so, and saves it when the server is back", async () => {
    const server = keeper();
    const { store, runLater, planned } = page(server);
    server.goDown(true);
    type(store, version("2"));
    expect(await store.flush()).toBeNull();
    expect(store.snapshot()).toMatchObject({ text: version("2"), saveState: "failed", failure: "Not reached" });
    expect(planned()).toBe(1);
    server.goDown(false);
    runLater();
    expect(await store.flush()).toBe(1);
    expect(store.snapshot()).toMatchObject({ saveState: "saved", failure: null });
    expect(server.text()).toBe(version("2"));
  });

  it("moves unsaved edits behind others' in another place", async () => {
    const server = keeper();
    const { store } = page(server);
    type(store, version("2"));
    server.other('{"call":{"externalId":"abc"},"version":"1"}');
    expect(await store.flush()).toBe(2);
    expect(store.snapshot().text).toBe('{"call":{"externalId":"abc"},"version":"2"}');
    expect(server.text()).toBe(store.snapshot().text);
  });

  it("shows others' saves while nothing of its own is unsaved", () => {
    const server = keeper();
    const { store } = page(server);
    server.other(version("9"));
    store.follow(server.state());
    expect(store.snapshot()).toMatchObject({ text: version("9"), revision: 1, saveState: "saved" });
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

  it("keeps the last whole state for the other panes while the JSON is broken", () => {
    const { store } = page(keeper());
    type(store, '{"call":');
    expect(store.snapshot().goodText).toBe(START);
    expect(store.snapshot().root?.type).toBe("object");
    expect(store.snapshot().syntax?.line).toBe(1);
  });

  it("puts a change of the provider into the same history", () => {
    const { store } = page(keeper());
    store.commit({ label: "Provider", edits: [], provider: "livekit" });
    expect(store.snapshot().provider).toBe("livekit");
    store.undo();
    expect(store.snapshot().provider).toBe("zelto");
  });
});
