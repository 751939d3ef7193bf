import type { TextEdit } from "@/lib/core/text/text-edit";
import type { DraftStep } from "./draft-edit";

/** A pause after which typing counts as something new to take back; long enough for a thought, short enough for a sentence. */
const MAX_PAUSE_MS = 1_000;
/** So that one undo never takes back more than some lines. */
const MAX_TYPED = 300;

/**
 * Joins typing that goes on in the same place to the step before it, under that step's id; null where it is a step of its own.
 * Only for steps that were not handed to the server yet. `elapsedMs` is the time since the step before.
 */
export function coalesce(previous: DraftStep, next: DraftStep, elapsedMs: number): DraftStep | null {
  if (previous.kind !== "edit" || next.kind !== "edit" || previous.label !== next.label || elapsedMs > MAX_PAUSE_MS) return null;
  if (previous.provider !== undefined || next.provider !== undefined) return null;
  const [first, ...moreFirst] = previous.edits;
  const [second, ...moreSecond] = next.edits;
  if (first === undefined || second === undefined || moreFirst.length > 0 || moreSecond.length > 0) return null;
  const joined = compose(first, second);
  if (joined === null || joined.inserted.length >= MAX_TYPED || joined.removed.length >= MAX_TYPED) return null;
  return { ...previous, edits: [joined] };
}

/** Two edits in sequence as one, where the second touches what the first inserted. */
function compose(first: TextEdit, second: TextEdit): TextEdit | null {
  const firstEnd = first.offset + first.inserted.length;
  const secondEnd = second.offset + second.removed.length;
  if (second.offset > firstEnd || secondEnd < first.offset) return null;
  const takenBefore = second.removed.slice(0, Math.max(0, first.offset - second.offset));
  const takenBehind = secondEnd > firstEnd ? second.removed.slice(firstEnd - second.offset) : "";
  const kept = first.inserted.slice(0, Math.max(0, second.offset - first.offset));
  const keptBehind = first.inserted.slice(Math.max(0, secondEnd - first.offset));
  return {
    offset: Math.min(first.offset, second.offset),
    removed: takenBefore + first.removed + takenBehind,
    inserted: kept + second.inserted + keptBehind,
  };
}
