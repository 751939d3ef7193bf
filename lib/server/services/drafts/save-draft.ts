import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { SaveDraftAnswer, SaveDraftInput } from "@/lib/contracts/calls";
import { applyStep, type Draft } from "@/lib/core/draft/draft";
import type { DraftStep } from "@/lib/core/draft/draft-edit";
import { MAX_CALL_BYTES } from "@/lib/core/records/limits";
import { failure, success, type Result } from "@/lib/core/result";
import { byteLength, utf8 } from "@/lib/core/text/fingerprint";
import type { ServerContext } from "@/lib/server/context";
import { findCall } from "@/lib/server/repositories/calls";
import { findDraft, findStepRevisions, insertDraftStep, listStepsSince, replaceDraft, type StoredDraft } from "@/lib/server/repositories/drafts";
import { noteEdited } from "@/lib/server/repositories/timeline";
import { SHOWN_STEPS, stepView, textOf } from "@/lib/server/services/calls/read-call";
import { rejudgeCall, type KnownOfCall } from "./rejudge-call";

/**
 * Saves steps on a draft, all or none, in one transaction. Steps that are on disk already count as saved, so a save may be
 * repeated. Steps made on an older revision are answered with what came first (`behind`); nothing is saved then.
 * @returns `not_found`, `invalid_input` (steps that do not fit), `too_large`.
 */
export async function saveDraft(context: ServerContext, callId: string, input: SaveDraftInput): Promise<Result<SaveDraftAnswer, AppError>> {
  return context.db.transaction().execute((trx) => save({ ...context, db: trx }, callId, input));
}

type Saved = Extract<SaveDraftAnswer, { readonly outcome: "saved" }>;

async function save(context: ServerContext, callId: string, input: SaveDraftInput): Promise<Result<SaveDraftAnswer, AppError>> {
  const { db } = context;
  const call = await findCall(db, callId);
  const draft = await findDraft(db, callId);
  if (!call || !draft) return failure(appError("not_found", "This call is not here any more, so the edit was not saved. It may have been deleted."));
  const steps: readonly DraftStep[] = input.steps.map(stepOf);
  const known = await findStepRevisions(db, callId, steps.map(({ id }) => id));
  const saved = steps.filter((step, index) => known.get(step.id) === input.baseRevision + index + 1).length;
  if (saved < known.size) return failure(unfitting());
  if (saved === steps.length) return success({ outcome: "saved", revision: input.baseRevision + saved, savedAt: draft.savedAt });
  const base = input.baseRevision + saved;
  if (draft.revision > base) {
    const others = await listStepsSince(db, callId, base, SHOWN_STEPS);
    return success({ outcome: "behind", revision: draft.revision, steps: others.map(stepView) });
  }
  if (draft.revision < base) return failure(unfitting());
  return appendSteps(context, draft, steps.slice(saved));
}

/**
 * Appends steps that were made on exactly this draft, in the caller's transaction. `known` spares reads where many drafts change.
 * @returns `invalid_input` where they do not fit, `too_large`.
 */
export async function appendSteps(context: ServerContext, draft: StoredDraft, steps: readonly DraftStep[], known: KnownOfCall = {}): Promise<Result<Saved, AppError>> {
  const { db, now, newId } = context;
  const applied = applySteps({ text: textOf(draft.bytes), provider: draft.provider }, steps);
  if (!applied.ok) return applied;
  const savedAt = now();
  const { text, provider } = applied.value;
  const next: StoredDraft = { callId: draft.callId, bytes: utf8(text), provider, revision: draft.revision + steps.length, savedAt };
  if (!(await replaceDraft(db, next, draft.revision))) throw new Error("A draft changed inside its own transaction");
  for (const [index, step] of steps.entries()) await insertDraftStep(db, draft.callId, draft.revision + index + 1, { step, at: savedAt });
  await rejudgeCall(context, next, text, known);
  await noteEdited(db, { id: newId(), callId: draft.callId, at: savedAt });
  return success({ outcome: "saved", revision: next.revision, savedAt });
}

function applySteps(draft: Draft, steps: readonly DraftStep[]): Result<Draft, AppError> {
  let current = draft;
  try {
    for (const step of steps) current = applyStep(current, step);
  } catch (error) {
    // applyStep says so by RangeError when a step was made for another text.
    if (error instanceof RangeError) return failure(unfitting());
    throw error;
  }
  if (byteLength(current.text) > MAX_CALL_BYTES) return failure(appError("too_large", "With this edit the call would be larger than 8 MB. The edit was not saved."));
  // UTF-8 has no bytes for half a surrogate pair; written as an escape it can be kept exactly.
  if (!current.text.isWellFormed()) return failure(appError("invalid_input", "The text holds half of a character pair. The edit was not saved; write it as an escape such as \\ud83d."));
  return success(current);
}

function stepOf(step: SaveDraftInput["steps"][number]): DraftStep {
  const { id, kind, label, edits, of, provider } = step;
  return { id, kind, label, edits, ...(of === undefined ? {} : { of }), ...(provider === undefined ? {} : { provider }) };
}

function unfitting(): AppError {
  return appError("invalid_input", "This edit does not fit the text that is saved here. It was not saved; reload the page to go on from the saved text.");
}
