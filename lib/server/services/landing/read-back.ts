import "server-only";
import { compareTranscript, notComparable, type TranscriptComparison } from "@/lib/core/landing/compare-transcript";
import type { ReadBackProof } from "@/lib/core/landing/prove-update";
import type { StoredVersion } from "@/lib/server/repositories/versions";
import type { ZeltoTranscript } from "@/lib/server/zelto/client";
import { isMissing, recordRead } from "../connection/capabilities";
import type { DeliveryContext } from "../delivery-context";
import { readBody } from "../uploads/read-body";

export interface ReadBackResult {
  readonly comparison: TranscriptComparison;
  /** Null where nothing was read. */
  readonly transcript: ZeltoTranscript | null;
}

/** Reads the landed transcript once and compares it with the version. Null where it could not be read now but may be later. */
export async function readBack(context: DeliveryContext, version: StoredVersion, conversationId: string): Promise<ReadBackResult | null> {
  const body = readBody(version.body, version.provider);
  const unread = (reason: string): ReadBackResult => ({ comparison: notComparable(body?.sent.turns.length ?? 0, reason), transcript: null });
  if (body === null || body.native) return unread("Zelto converts a native body in its own way");
  if (body.sent.turns.length === 0) return unread("the call has a recording and no turns");
  if (await isMissing(context, "getTranscript")) return unread("this Zelto does not give transcripts");
  const result = await recordRead(context, "getTranscript", await context.zelto.getTranscript(conversationId));
  if (result.kind === "failed") return null;
  if (result.kind === "missing") return unread(`this Zelto does not give the transcript (${result.status})`);
  return { comparison: compareTranscript(body.sent, result.value), transcript: result.value };
}

/** Whether what was read equals the new body, and whether it equals the one sent before. */
export function proofOf(result: ReadBackResult | null, previous: StoredVersion | null): ReadBackProof | null {
  if (!result?.transcript) return null;
  const before = previous === null ? null : readBody(previous.body, previous.provider);
  const equalsOld = before !== null && compareTranscript(before.sent, result.transcript).state === "matched";
  return { equalsNew: result.comparison.state === "matched", equalsOld };
}
