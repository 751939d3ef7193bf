import { applyStep, rebaseStep, type Draft } from "@/lib/core/draft/draft";
import type { DraftStep } from "@/lib/core/draft/draft-edit";
import { rebaseEdits } from "@/lib/core/text/apply-edits";
import type { SaveDraftAnswer, SaveDraftInput } from "@/lib/contracts/calls";

/** Writes steps to the server; throws when it cannot be reached or refuses. */
export type SaveDraft = (input: SaveDraftInput) => Promise<SaveDraftAnswer>;

/** What the server has, and what it does not have yet. `saved` with `unsaved` applied is what the person sees. */
export interface SaveQueue {
  readonly saved: Draft;
  readonly revision: number;
  readonly unsaved: readonly DraftStep[];
}

/** How unsaved steps stand after others' steps came first: moved behind them, or in the same place as one of them. */
export type Rebased = { readonly kind: "moved"; readonly queue: SaveQueue } | { readonly kind: "overlap"; readonly theirs: SaveQueue };

/** The contract wants lists of its own; the steps themselves are the same. */
export function saveInput(queue: SaveQueue, steps: readonly DraftStep[]): SaveDraftInput {
  return {
    baseRevision: queue.revision,
    steps: steps.map(({ id, kind, of, label, edits, provider }) => ({
      id,
      kind,
      label,
      edits: edits.map((edit) => ({ ...edit })),
      ...(of === undefined ? {} : { of }),
      ...(provider === undefined ? {} : { provider: { ...provider } }),
    })),
  };
}

/** Puts others' steps before the unsaved ones. Each of mine moves over theirs, and theirs over mine, in turn. */
export function rebaseQueue(queue: SaveQueue, theirs: readonly DraftStep[], revision: number): Rebased {
  const saved = theirs.reduce(applyStep, queue.saved);
  const ahead: SaveQueue = { saved, revision, unsaved: [] };
  const changesProvider = theirs.some((step) => step.provider !== undefined);
  let over = theirs.flatMap((step) => step.edits);
  const moved: DraftStep[] = [];
  for (const step of queue.unsaved) {
    if (step.provider !== undefined && changesProvider) return { kind: "overlap", theirs: ahead };
    const mine = rebaseStep(step, [{ id: "", kind: "edit", label: "", edits: over }]);
    const rest = rebaseEdits(over, step.edits);
    if (!mine.ok || !rest.ok) return { kind: "overlap", theirs: ahead };
    moved.push(mine.value);
    over = [...rest.value];
  }
  return { kind: "moved", queue: { ...ahead, unsaved: moved } };
}
