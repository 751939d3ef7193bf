import "server-only";
import type { ServerContext } from "@/lib/server/context";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import type { Remark } from "@/lib/core/shapes/remark";
import { sha256Hex } from "@/lib/core/text/fingerprint";
import type { Database } from "@/lib/server/db/database";
import { findCall, findRemarks, refreshCall, type StoredCall } from "@/lib/server/repositories/calls";
import type { StoredDraft } from "@/lib/server/repositories/drafts";
import { findUpload } from "@/lib/server/repositories/uploads";
import { listVersions } from "@/lib/server/repositories/versions";
import { knownAgents } from "@/lib/server/services/buckets/known-agents";
import { judgeContext } from "@/lib/server/services/calls/judge-context";
import { judgeText } from "@/lib/server/services/calls/judge-text";
import { keepProblems } from "@/lib/server/services/calls/keep-problems";

/** What a caller that changes many drafts has read already. */
export interface KnownOfCall {
  readonly call?: StoredCall;
  readonly agents?: readonly KnownAgent[] | null;
  readonly remarks?: readonly Remark[];
  /** No call of its present external id was accepted by the target. */
  readonly neverSent?: boolean;
}

/** Writes down what a draft says now: shape, facts, problems, and whether it is newer than what was last sent. */
export async function rejudgeCall(context: Pick<ServerContext, "db" | "target">, draft: StoredDraft, text: string, known: KnownOfCall = {}): Promise<void> {
  const { db, target } = context;
  const call = known.call ?? (await findCall(db, draft.callId));
  if (!call) return;
  const agents = known.agents === undefined ? await knownAgents(db, target.id) : known.agents;
  const remarks = known.remarks ?? (await findRemarks(db, call.id));
  const judging = judgeContext(context, { own: call.id, provider: draft.provider, agents, remarks });
  const isNew = (externalId: string): boolean => known.neverSent === true && externalId === call.facts.externalId;
  const judged = await judgeText(text, { ...judging, alreadyUploaded: (externalId) => (isNew(externalId) ? Promise.resolve(null) : judging.alreadyUploaded(externalId)) });
  await refreshCall(db, call.id, {
    // While the text is no JSON, lists go on showing what it was before.
    detection: judged.facts ? judged.detection : call.detection,
    facts: judged.facts ?? call.facts,
    provider: draft.provider,
    problems: judged.tally,
    editedSince: call.latestUploadId !== null && (await differsFromUpload(db, call.latestUploadId, draft)),
    at: draft.savedAt,
  });
  const hadProblems = call.problems.blocks + call.problems.loses + call.problems.odd > 0;
  if (hadProblems || judged.problems.length > 0) await keepProblems(db, call.id, judged.problems);
}

/** Taking an edit back to what was sent is no edit since. */
async function differsFromUpload(db: Database, uploadId: string, draft: StoredDraft): Promise<boolean> {
  const upload = await findUpload(db, uploadId);
  if (!upload) return false;
  const version = (await listVersions(db, draft.callId)).find(({ id }) => id === upload.versionId);
  return version?.provider !== draft.provider || version.sha256 !== sha256Hex(draft.bytes);
}
