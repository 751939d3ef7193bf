import { failure, success, type Result } from "@/lib/core/result";
import type { Provider } from "@/lib/core/shapes/shape";
import { applyEdits, rebaseEdits } from "@/lib/core/text/apply-edits";
import type { DraftStep } from "./draft-edit";

/** The live document that transcript, form and JSON are views of. */
export interface Draft {
  readonly text: string;
  readonly provider: Provider;
}

/** The draft after a step. Throws RangeError when the step was made for another text or another provider: rebase it first. */
export function applyStep(draft: Draft, step: DraftStep): Draft {
  if (step.provider !== undefined && step.provider.from !== draft.provider) throw new RangeError("A step does not fit the provider of the draft");
  return { text: applyEdits(draft.text, step.edits), provider: step.provider?.to ?? draft.provider };
}

/**
 * Rewrites a step so that it applies behind steps made elsewhere since. `"overlap"` where both changed the same place, or both the
 * provider: then a person has to see both.
 */
export function rebaseStep(step: DraftStep, over: readonly DraftStep[]): Result<DraftStep, "overlap"> {
  const edits = rebaseEdits(step.edits, over.flatMap((other) => other.edits));
  if (!edits.ok) return edits;
  if (step.provider !== undefined && over.some((other) => other.provider !== undefined)) return failure("overlap");
  return success({ ...step, edits: edits.value });
}
