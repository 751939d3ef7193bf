import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { CallDetail, DraftState } from "@/lib/contracts/calls";
import type { DraftStep } from "@/lib/core/draft/draft-edit";
import { failure, success, type Result } from "@/lib/core/result";
import type { ServerContext } from "@/lib/server/context";
import { findAnswers, findBatch, findSource } from "@/lib/server/repositories/batches";
import { findNeighbours } from "@/lib/server/repositories/call-lists";
import { findCall, findOriginal, findRemarks, type StoredCall } from "@/lib/server/repositories/calls";
import { findDraft, listStepsSince, type StoredDraft } from "@/lib/server/repositories/drafts";
import { findAcceptedUpload } from "@/lib/server/repositories/uploads";
import { callRow } from "./call-row";

/** As many steps as the editor can take back; older ones stay on disk. */
export const SHOWN_STEPS = 1_000;

/** A call as the editor opens it, or `not_found`. */
export async function readCall({ db, target }: Pick<ServerContext, "db" | "target">, callId: string): Promise<Result<CallDetail, AppError>> {
  const call = await findCall(db, callId);
  const draft = await findDraft(db, callId);
  const original = await findOriginal(db, callId);
  const batch = call ? await findBatch(db, call.batchId) : null;
  const source = call ? await findSource(db, call.sourceId) : null;
  if (!call || !draft || !original || !batch || !source) return failure(appError("not_found", "This call is not here any more. It may have been deleted."));
  const steps = await listStepsSince(db, callId, 0, SHOWN_STEPS);
  return success({
    row: callRow({ call, batchName: batch.name }),
    draft: draftState(draft, steps),
    source: { kind: batch.kind, name: source.name, path: call.sourcePath, line: call.sourceLine, notes: [...source.notes, ...call.sourceNotes].slice(0, 20), takenInAt: call.createdAt },
    sourceText: textOf(original),
    sourceShape: call.sourceShape,
    remarks: (await findRemarks(db, callId)).map((remark) => ({ ...remark, path: [...remark.path] })),
    answers: { ...(await findAnswers(db, call.batchId)) },
    neighbours: await findNeighbours(db, call),
    alreadyUploaded: await alreadyUploaded({ db, target }, call),
  });
}

/** The draft's state for the page. */
function draftState(draft: StoredDraft, steps: readonly DraftStep[]): DraftState {
  const { provider, revision, savedAt } = draft;
  return { text: textOf(draft.bytes), provider, revision, steps: steps.map(stepView), savedAt };
}

/** A step as the contract has it: the same, with arrays of its own. */
export function stepView(step: DraftStep): DraftState["steps"][number] {
  const { id, kind, label, of, provider } = step;
  return { id, kind, label, edits: step.edits.map((edit) => ({ ...edit })), ...(of === undefined ? {} : { of }), ...(provider === undefined ? {} : { provider: { ...provider } }) };
}

/** Text of stored bytes. A byte order mark inside a record is part of it and stays. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

async function alreadyUploaded({ db, target }: Pick<ServerContext, "db" | "target">, call: StoredCall): Promise<CallDetail["alreadyUploaded"]> {
  const upload = call.facts.externalId === null ? null : await findAcceptedUpload(db, target.id, call.facts.externalId);
  if (!upload || upload.acceptedAt === null) return null;
  return { at: upload.acceptedAt, callId: upload.callId, conversationId: upload.conversationId };
}
