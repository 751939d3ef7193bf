import { coalesce } from "@/lib/core/draft/coalesce";
import { applyStep, type Draft } from "@/lib/core/draft/draft";
import type { DraftStep } from "@/lib/core/draft/draft-edit";
import { diffToEdit } from "@/lib/core/text/apply-edits";
import type { DraftState as StoredDraft } from "@/lib/contracts/calls";
import { rebaseQueue, type SaveQueue } from "./draft-save-queue";

/** Everything that the page knows of a draft; each function below answers a new one. */
export interface DraftState {
  readonly draft: Draft;
  readonly queue: SaveQueue;
  /** The history, oldest first; the last ones may be unsaved. */
  readonly steps: readonly DraftStep[];
  /** How many unsaved steps are on their way: these no longer change. */
  readonly inFlight: number;
  /** Others' steps that changed the same place as mine, until a person decides. */
  readonly conflict: { readonly queue: SaveQueue; readonly steps: readonly DraftStep[] } | null;
}

/** The state as the server handed it over. */
export function openState({ text, provider, revision, steps }: StoredDraft): DraftState {
  const draft = { text, provider };
  return { draft, queue: { saved: draft, revision, unsaved: [] }, steps, inFlight: 0, conflict: null };
}

/** After a step of this page. Typing joins the step before it while that has not left the page. */
export function appended(state: DraftState, step: DraftStep, typing: { readonly elapsedMs: number } | null): DraftState {
  const { queue } = state;
  const before = queue.unsaved.at(-1);
  const joined = typing !== null && before !== undefined && queue.unsaved.length > state.inFlight ? coalesce(before, step, typing.elapsedMs) : null;
  const keep = joined === null ? undefined : -1;
  const last = joined ?? step;
  return {
    ...state,
    draft: applyStep(state.draft, step),
    queue: { ...queue, unsaved: [...queue.unsaved.slice(0, keep), last] },
    steps: [...state.steps.slice(0, keep), last],
  };
}

/** After the server wrote the first `count` unsaved steps. */
export function acknowledged(state: DraftState, count: number, revision: number): DraftState {
  const written = state.queue.unsaved.slice(0, count);
  const queue = { saved: written.reduce(applyStep, state.queue.saved), revision, unsaved: state.queue.unsaved.slice(count) };
  return { ...state, queue, inFlight: 0 };
}

/** After others' steps came first: mine move behind them, or both wait for a person. */
export function tookIn(state: DraftState, theirs: readonly DraftStep[], revision: number): DraftState {
  const rebased = rebaseQueue(state.queue, theirs, revision);
  if (rebased.kind === "overlap") return { ...state, inFlight: 0, conflict: { queue: rebased.theirs, steps: theirs } };
  const { queue } = rebased;
  return { draft: queue.unsaved.reduce(applyStep, queue.saved), queue, steps: [...savedSteps(state), ...theirs, ...queue.unsaved], inFlight: 0, conflict: null };
}

/** After a person decided. Keeping mine is a step of its own on top of theirs, so nothing of either is gone. */
export function resolved(state: DraftState, choice: "mine" | "theirs", id: string): DraftState {
  if (state.conflict === null) return state;
  const { queue, steps } = state.conflict;
  const settled: DraftState = { draft: queue.saved, queue, steps: [...savedSteps(state), ...steps], inFlight: 0, conflict: null };
  const edit = diffToEdit(queue.saved.text, state.draft.text);
  const provider = state.draft.provider === queue.saved.provider ? {} : { provider: { from: queue.saved.provider, to: state.draft.provider } };
  if (choice === "theirs" || (edit === null && provider.provider === undefined)) return settled;
  return appended(settled, { id, kind: "edit", label: "Keep my version", edits: edit === null ? [] : [edit], ...provider }, null);
}

function savedSteps({ steps, queue }: DraftState): readonly DraftStep[] {
  return steps.slice(0, steps.length - queue.unsaved.length);
}
