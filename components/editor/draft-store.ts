import type { Draft } from "@/lib/core/draft/draft";
import type { DraftStep } from "@/lib/core/draft/draft-edit";
import { redoStep, undoStep } from "@/lib/core/draft/history";
import type { Provider } from "@/lib/core/shapes/shape";
import type { TextEdit } from "@/lib/core/text/text-edit";
import type { DraftState as StoredDraft } from "@/lib/contracts/calls";
import { saveInput, type SaveDraft } from "./draft-save-queue";
import { acknowledged, appended, openState, resolved, tookIn, type DraftState } from "./draft-state";
import { viewDraft, type DraftView } from "./draft-view";

/** `gone`: the call was deleted; what is on the screen can be read and copied, and is saved nowhere. */
export type SaveState = "saved" | "unsaved" | "saving" | "failed" | "conflict" | "gone";

/** What every pane draws from. A new object for each change. */
export interface DraftSnapshot extends DraftView {
  readonly provider: Provider;
  readonly steps: readonly DraftStep[];
  /** What the server has acknowledged. */
  readonly revision: number;
  readonly saveState: SaveState;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** Why the last save failed, for the person; null otherwise. */
  readonly failure: string | null;
  /** The other version while both changed the same place. */
  readonly theirs: Draft | null;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

/** A change of the document as a pane asks for it: edits in sequence against the text on the screen. */
export interface Change {
  readonly label: string;
  readonly edits: readonly TextEdit[];
  readonly provider?: Provider;
  /** Typing that may join the step before it. */
  readonly typing?: boolean;
}

export interface DraftStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => DraftSnapshot;
  readonly commit: (change: Change) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Writes what is unsaved; resolves with the revision on disk, or null when not all of it could be written. */
  readonly flush: () => Promise<number | null>;
  /** Takes in what others saved: the whole state as the server has it. */
  readonly follow: (stored: StoredDraft) => void;
  readonly resolveConflict: (choice: "mine" | "theirs") => void;
  readonly close: () => void;
}

export interface DraftStoreOptions {
  readonly initial: StoredDraft;
  readonly save: SaveDraft;
  readonly newId: () => string;
  /** Milliseconds; for joining typing. */
  readonly now: () => number;
  /** Runs something later; answers how to call it off. */
  readonly later: (run: () => void, delayMs: number) => () => void;
  /** A sentence for a save that failed. */
  readonly explain: (error: unknown) => string;
  /** Whether a save failed because the call is there no longer: trying again would never help. */
  readonly isGone: (error: unknown) => boolean;
}

/** Long enough to gather a word, short enough that "Saved" is true when the eye gets there. */
const SAVE_DELAY_MS = 300;
/** After a failure: the server may be restarting. */
const RETRY_DELAY_MS = 2_000;
/** As many as one save may carry (lib/contracts/calls). */
const STEPS_PER_SAVE = 500;

interface Saving {
  readonly saveState: SaveState;
  readonly savedAt: number;
  readonly failure: string | null;
}

/** The live document in the page: one text, one history, one way in, saved as it is typed. */
export function openDraftStore(options: DraftStoreOptions): DraftStore {
  const listeners = new Set<() => void>();
  let state = openState(options.initial);
  let saving: Saving = { saveState: "saved", savedAt: options.initial.savedAt, failure: null };
  let shown = show(state, saving, null);
  let lastChangeAt = 0;
  let running: Promise<number | null> | null = null;
  let callOff: () => void = () => undefined;

  const publish = (next: DraftState, change: Partial<Saving> = {}): void => {
    state = next;
    const wasGone = saving.saveState === "gone";
    saving = { ...saving, ...change, ...(next.conflict === null ? {} : { saveState: "conflict" as const }), ...(wasGone ? { saveState: "gone" as const } : {}) };
    shown = show(state, saving, shown);
    for (const listener of listeners) listener();
  };
  const plan = (delayMs: number): void => {
    callOff();
    if (saving.saveState !== "gone") callOff = options.later(() => void flush(), delayMs);
  };
  const append = (step: DraftStep, typing: boolean): void => {
    const elapsedMs = options.now() - lastChangeAt;
    lastChangeAt = options.now();
    publish(appended(state, step, typing ? { elapsedMs } : null), { saveState: "unsaved" });
    plan(SAVE_DELAY_MS);
  };
  const saveOnce = async (): Promise<void> => {
    const steps = state.queue.unsaved.slice(0, STEPS_PER_SAVE);
    publish({ ...state, inFlight: steps.length }, { saveState: "saving" });
    const answer = await options.save(saveInput(state.queue, steps));
    if (answer.outcome === "saved") publish(acknowledged(state, steps.length, answer.revision), { savedAt: answer.savedAt, failure: null });
    else publish(tookIn(state, answer.steps, answer.revision));
  };
  const saveAll = async (): Promise<number | null> => {
    if (saving.saveState === "gone") return null;
    try {
      while (state.queue.unsaved.length > 0 && state.conflict === null) await saveOnce();
      if (state.conflict !== null) return null;
      publish(state, { saveState: "saved" });
      return state.queue.revision;
    } catch (error) {
      publish({ ...state, inFlight: 0 }, { saveState: options.isGone(error) ? "gone" : "failed", failure: options.explain(error) });
      plan(RETRY_DELAY_MS);
      return null;
    }
  };
  const flush = (): Promise<number | null> => {
    callOff();
    // Cleared behind the promise, not inside: with nothing to save it ends before it is assigned, and would stand for ever.
    running ??= saveAll().finally(() => {
      running = null;
    });
    return running;
  };
  const history = (step: DraftStep | null): void => {
    if (step !== null) append(step, false);
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
    commit: (change) => {
      const step = stepOf(change, state.draft, options.newId);
      if (step !== null) append(step, change.typing ?? false);
    },
    undo: () => history(undoStep(state.steps, options.newId)),
    redo: () => history(redoStep(state.steps, options.newId)),
    flush,
    follow: (stored) => {
      if (stored.revision <= state.queue.revision || running !== null || state.conflict !== null) return;
      const missing = stored.revision - state.queue.revision;
      if (missing > stored.steps.length && state.queue.unsaved.length === 0) publish(openState(stored));
      else publish(tookIn(state, stored.steps.slice(-missing), stored.revision));
      if (state.queue.unsaved.length > 0) plan(SAVE_DELAY_MS);
    },
    resolveConflict: (choice) => {
      publish(resolved(state, choice, options.newId()), { saveState: "unsaved" });
      void flush();
    },
    close: () => callOff(),
  };
}

function stepOf({ label, edits, provider }: Change, draft: Draft, newId: () => string): DraftStep | null {
  const change = provider === undefined || provider === draft.provider ? null : { from: draft.provider, to: provider };
  if (edits.length === 0 && change === null) return null;
  return { id: newId(), kind: "edit", label, edits, ...(change === null ? {} : { provider: change }) };
}

function show(state: DraftState, saving: Saving, before: DraftSnapshot | null): DraftSnapshot {
  const { steps, draft, queue, conflict } = state;
  const same = before?.steps === steps;
  return {
    ...viewDraft(draft, before),
    provider: draft.provider,
    steps,
    revision: queue.revision,
    ...saving,
    theirs: conflict?.queue.saved ?? null,
    undoLabel: same ? before.undoLabel : (undoStep(steps, () => "")?.label ?? null),
    redoLabel: same ? before.redoLabel : (redoStep(steps, () => "")?.label ?? null),
  };
}
