import { invertEdits } from "@/lib/core/text/apply-edits";
import { rebaseStep } from "./draft";
import type { DraftStep } from "./draft-edit";

/*
 * Undo and redo are read from the append-only list of steps. Taking a step back appends its inverse (`undo`), bringing it back
 * appends the inverse of that (`redo`); a new edit ends what could be brought back. `of` always names the edit itself.
 */

/** The step to append to take back the latest edit that still stands; null where there is none, or where later steps changed its place. */
export function undoStep(steps: readonly DraftStep[], makeId: () => string): DraftStep | null {
  return inverseOf(steps, { of: standing(steps).done.at(-1), kind: "undo", makeId });
}

/** The step to append to bring back what was taken back last; null where a new edit came since, or nothing was taken back. */
export function redoStep(steps: readonly DraftStep[], makeId: () => string): DraftStep | null {
  return inverseOf(steps, { of: standing(steps).undone.at(-1), kind: "redo", makeId });
}

/**
 * The step to append to take one edit back (`undo`) or to bring it back (`redo`), wherever it stands in the history. `"stands"`: it is so
 * already. `"overlap"`: later steps changed its place. `steps` begin at that edit or before it.
 */
export function inverseStep(steps: readonly DraftStep[], edit: { readonly of: string; readonly kind: "undo" | "redo" }, makeId: () => string): DraftStep | "stands" | "overlap" {
  const last = steps.findLast((step) => (step.of ?? step.id) === edit.of);
  const isUndone = last?.kind === "undo";
  if (last === undefined || isUndone === (edit.kind === "undo")) return "stands";
  return inverseOf(steps, { ...edit, makeId }) ?? "overlap";
}

/** Whether `undoStep` gives a step. */
export function canUndo(steps: readonly DraftStep[]): boolean {
  return undoLabel(steps) !== null;
}

/** Whether `redoStep` gives a step. */
export function canRedo(steps: readonly DraftStep[]): boolean {
  return redoLabel(steps) !== null;
}

/** What the undo button would take back: "Turn 7 text". */
export function undoLabel(steps: readonly DraftStep[]): string | null {
  return undoStep(steps, noId)?.label ?? null;
}

/** What the redo button would bring back. */
export function redoLabel(steps: readonly DraftStep[]): string | null {
  return redoStep(steps, noId)?.label ?? null;
}

const noId = (): string => "";

interface Standing {
  /** Ids of the edits that are in the text, latest last. */
  readonly done: readonly string[];
  /** Ids of the edits that were taken back since the latest edit. */
  readonly undone: readonly string[];
}

function standing(steps: readonly DraftStep[]): Standing {
  let done: string[] = [];
  let undone: string[] = [];
  for (const step of steps) {
    const of = step.of;
    if (step.kind === "edit" || of === undefined) {
      done.push(step.id);
      undone = [];
    } else if (step.kind === "undo") {
      done = done.filter((id) => id !== of);
      undone.push(of);
    } else {
      undone = undone.filter((id) => id !== of);
      done.push(of);
    }
  }
  return { done, undone };
}

interface Inversion {
  readonly of: string | undefined;
  readonly kind: "undo" | "redo";
  readonly makeId: () => string;
}

/** The inverse of the latest step about an edit, fitted to the end of the list. */
function inverseOf(steps: readonly DraftStep[], { of, kind, makeId }: Inversion): DraftStep | null {
  const place = steps.findLastIndex((step) => (step.of ?? step.id) === of);
  const last = steps[place];
  if (of === undefined || last === undefined) return null;
  const provider = last.provider === undefined ? {} : { provider: { from: last.provider.to, to: last.provider.from } };
  const inverse: DraftStep = { id: makeId(), kind, of, label: last.label, edits: invertEdits(last.edits), ...provider };
  const fitted = rebaseStep(inverse, withoutPairs(steps.slice(place + 1)));
  return fitted.ok ? fitted.value : null;
}

/** What is left of steps when those that were taken back right away, and their inverses, are left out. */
function withoutPairs(steps: readonly DraftStep[]): readonly DraftStep[] {
  const left: DraftStep[] = [];
  for (const step of steps) {
    const previous = left.at(-1);
    if (previous !== undefined && isInverse(previous, step)) left.pop();
    else left.push(step);
  }
  return left;
}

function isInverse(step: DraftStep, next: DraftStep): boolean {
  if (next.of === undefined || (step.of ?? step.id) !== next.of || step.edits.length !== next.edits.length) return false;
  if (step.provider?.from !== next.provider?.to || step.provider?.to !== next.provider?.from) return false;
  return invertEdits(step.edits).every((edit, index) => {
    const other = next.edits[index];
    return edit.offset === other?.offset && edit.removed === other.removed && edit.inserted === other.inserted;
  });
}
