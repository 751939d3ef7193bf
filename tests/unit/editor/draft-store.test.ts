import { describe, expect, it } from "vitest";
import { openDraftStore, type DraftStore } from "@/components/editor/draft-store";
import type { SaveDraftAnswer, SaveDraftInput } from "@/lib/contracts/calls";

const TEXT = '{"version":"v1","name":"Ann"}';

/** A store whose clock and server are in the test's hands. */
function openStore() {
  const saves: { readonly input: SaveDraftInput; readonly answer: (answer: SaveDraftAnswer) => void; readonly fail: (error: Error) => void }[] = [];
  const timers: (() => void)[] = [];
  let now = 0;
  let ids = 0;
  const store: DraftStore = openDraftStore({
    initial: { text: TEXT, provider: "zelto", revision: 3, steps: [], savedAt: 1 },
    save: (input) => new Promise((resolve, reject) => saves.push({ input, answer: resolve, fail: reject })),
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, "0")}`,
    now: () => now,
    later: (run) => {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
    explain: (error) => (error instanceof Error ? error.message : "failed"),
    isGone: (error) => error instanceof Error && error.message === "deleted",
  });
  return { store, saves, timers, tick: (ms: number) => (now += ms) };
}

/** Replaces what stands at an offset. */
const edit = (offset: number, removed: string, inserted: string) => ({ label: "Version", edits: [{ offset, removed, inserted }] });
/** Lets answers that were given reach the store. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
};

describe("the live document", () => {
  it("shows a change at once and saves it with the revision it was made on", async () => {
    const { store, saves, timers } = openStore();
    store.commit(edit(13, "1", "2"));
    expect([store.snapshot().text, store.snapshot().saveState]).toEqual(['{"version":"v2","name":"Ann"}', "unsaved"]);
    timers[0]?.();
    expect(saves[0]?.input.baseRevision).toBe(3);
    saves[0]?.answer({ outcome: "saved", revision: 4, savedAt: 99 });
    await settled();
    expect([store.snapshot().revision, store.snapshot().saveState, store.snapshot().savedAt]).toEqual([4, "saved", 99]);
  });

  it("joins typing in one place into one step, and starts a new one after a pause", () => {
    const { store, tick } = openStore();
    store.commit({ ...edit(14, "", "a"), typing: true });
    tick(100);
    store.commit({ ...edit(15, "", "b"), typing: true });
    expect(store.snapshot().steps.length).toBe(1);
    tick(5_000);
    store.commit({ ...edit(16, "", "c"), typing: true });
    expect([store.snapshot().steps.length, store.snapshot().text]).toEqual([2, '{"version":"v1abc","name":"Ann"}']);
  });

  it("never changes a step that is on its way", async () => {
    const { store, saves, tick } = openStore();
    store.commit({ ...edit(14, "", "a"), typing: true });
    const flushed = store.flush();
    tick(50);
    store.commit({ ...edit(15, "", "b"), typing: true });
    expect(store.snapshot().steps.length).toBe(2);
    saves[0]?.answer({ outcome: "saved", revision: 4, savedAt: 5 });
    await settled();
    expect(saves[1]?.input).toMatchObject({ baseRevision: 4, steps: [{ edits: [{ offset: 15, removed: "", inserted: "b" }] }] });
    saves[1]?.answer({ outcome: "saved", revision: 5, savedAt: 6 });
    expect(await flushed).toBe(5);
  });

  it("takes back and brings back, the header included", () => {
    const { store } = openStore();
    store.commit({ label: "Header", edits: [], provider: "livekit" });
    store.commit(edit(13, "1", "2"));
    store.undo();
    store.undo();
    expect([store.snapshot().text, store.snapshot().provider, store.snapshot().undoLabel]).toEqual([TEXT, "zelto", null]);
    store.redo();
    store.redo();
    expect([store.snapshot().text, store.snapshot().provider]).toEqual(['{"version":"v2","name":"Ann"}', "livekit"]);
  });

  it("moves its own step behind one that came first elsewhere", async () => {
    const { store, saves } = openStore();
    store.commit(edit(26, "n", "na"));
    void store.flush();
    const theirs = { id: "11111111-0000-4000-8000-000000000000", kind: "edit" as const, label: "Version", edits: [{ offset: 12, removed: "v1", inserted: "v1000" }] };
    saves[0]?.answer({ outcome: "behind", revision: 4, steps: [theirs] });
    await settled();
    expect(store.snapshot().text).toBe('{"version":"v1000","name":"Anna"}');
    expect(saves[1]?.input).toMatchObject({ baseRevision: 4, steps: [{ edits: [{ offset: 29, removed: "n", inserted: "na" }] }] });
  });

  it.each([
    ["mine" as const, '{"version":"v2","name":"Ann"}'],
    ["theirs" as const, '{"version":"v9","name":"Ann"}'],
  ])("shows both versions of a conflict and keeps %s", async (choice, kept) => {
    const { store, saves } = openStore();
    store.commit(edit(12, "v1", "v2"));
    void store.flush();
    saves[0]?.answer({ outcome: "behind", revision: 4, steps: [{ id: "11111111-0000-4000-8000-000000000000", kind: "edit", label: "Version", edits: [{ offset: 12, removed: "v1", inserted: "v9" }] }] });
    await settled();
    expect([store.snapshot().saveState, store.snapshot().text, store.snapshot().theirs?.text]).toEqual(["conflict", '{"version":"v2","name":"Ann"}', '{"version":"v9","name":"Ann"}']);
    store.resolveConflict(choice);
    await settled();
    expect([store.snapshot().text, store.snapshot().theirs]).toEqual([kept, null]);
  });

  it("keeps everything when a save fails, says why, and tries again", async () => {
    const { store, saves, timers } = openStore();
    store.commit(edit(13, "1", "2"));
    const flushed = store.flush();
    saves[0]?.fail(new Error("The server did not answer"));
    expect(await flushed).toBe(null);
    expect([store.snapshot().saveState, store.snapshot().failure, store.snapshot().text]).toEqual(["failed", "The server did not answer", '{"version":"v2","name":"Ann"}']);
    timers.at(-1)?.();
    expect(saves[1]?.input).toEqual(saves[0]?.input);
    saves[1]?.answer({ outcome: "saved", revision: 4, savedAt: 7 });
    await settled();
    expect([store.snapshot().saveState, store.snapshot().failure]).toEqual(["saved", null]);
  });

  it("stands still on the last whole state while the JSON is broken", () => {
    const { store } = openStore();
    const whole = store.snapshot().root;
    store.commit({ label: "JSON", edits: [{ offset: 28, removed: "}", inserted: "" }] });
    expect([store.snapshot().syntax?.line, store.snapshot().goodText, store.snapshot().root === whole]).toEqual([1, TEXT, true]);
    store.undo();
    expect([store.snapshot().syntax, store.snapshot().text]).toEqual([null, TEXT]);
  });

  it("follows what others saved while nothing of its own waits", () => {
    const { store } = openStore();
    store.follow({ text: "", provider: "zelto", revision: 4, savedAt: 9, steps: [{ id: "11111111-0000-4000-8000-000000000000", kind: "edit", label: "Version", edits: [{ offset: 12, removed: "v1", inserted: "v9" }] }] });
    expect([store.snapshot().text, store.snapshot().revision]).toEqual(['{"version":"v9","name":"Ann"}', 4]);
  });

  it("stops saving a call that was deleted, keeps what is on the screen and says so", async () => {
    const { store, saves, timers } = openStore();
    store.commit(edit(13, "1", "2"));
    timers[0]?.();
    saves[0]?.fail(new Error("deleted"));
    await settled();
    expect([store.snapshot().saveState, store.snapshot().failure, timers.length]).toEqual(["gone", "deleted", 0]);
    store.commit(edit(14, "", "3"));
    expect(await store.flush()).toBeNull();
    expect([store.snapshot().saveState, store.snapshot().text, timers.length, saves.length]).toEqual(["gone", '{"version":"v23","name":"Ann"}', 0, 1]);
  });
});
