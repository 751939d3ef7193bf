import "server-only";
import type { Fate } from "@/lib/core/uploads/fate";
import type { Database } from "@/lib/server/db/database";
import { findCall, setCallStanding } from "@/lib/server/repositories/calls";
import { insertTimelineEntry } from "@/lib/server/repositories/timeline";
import { settleUpload, updateUpload, type StoredUpload, type UploadChanges } from "@/lib/server/repositories/uploads";

/** A line of the call's timeline that goes with a move. */
interface MoveEntry {
  readonly id: string;
  readonly kind: "upload" | "attempt" | "fate" | "note";
  readonly title: string;
  readonly attemptId?: string;
}

export interface UploadMove {
  readonly at: number;
  readonly fate: Fate;
  /** What happened, whether anything was sent, what to do next. */
  readonly sentence: string;
  readonly changes?: Omit<UploadChanges, "fate" | "sentence">;
  /** Set by the worker: the move is made only while the upload is still held under it. */
  readonly claimToken?: string;
  readonly entry?: MoveEntry;
}

/**
 * Moves an upload to a fate: the row, the call that shows it, and the timeline, in the caller's transaction. False: the claim was
 * lost meanwhile, nothing was changed. A call shows its newest upload only; an older one moves without it.
 */
export async function moveUpload(db: Database, upload: StoredUpload, move: UploadMove): Promise<boolean> {
  const changes: UploadChanges = { ...move.changes, fate: move.fate, sentence: move.sentence };
  if (move.claimToken === undefined) await updateUpload(db, upload.id, changes);
  else if (!(await settleUpload(db, upload.id, move.claimToken, changes))) return false;
  const call = await findCall(db, upload.callId);
  if (call?.latestUploadId === upload.id) {
    const conversationId = move.changes?.conversationId;
    await setCallStanding(db, call.id, { fate: move.fate, reason: move.sentence, at: move.at, ...(conversationId == null ? {} : { conversationId }) });
  }
  if (move.entry) {
    const { attemptId, ...entry } = move.entry;
    const line = { ...entry, callId: upload.callId, at: move.at, fate: move.fate, sentence: move.sentence, attemptId: attemptId ?? null };
    await insertTimelineEntry(db, line);
  }
  return true;
}
