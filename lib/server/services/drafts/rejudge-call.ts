import "server-only";
import type { ServerContext } from "@/lib/server/context";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import { sha256Hex } from "@/lib/core/text/fingerprint";
import type { Database } from "@/lib/server/db/database";
import { findCall, findRemarks, refreshCall } from "@/lib/server/repositories/calls";
import type { StoredDraft } from "@/lib/server/repositories/drafts";
import { findUpload } from "@/lib/server/repositories/uploads";
import { listVersions } from "@/lib/server/repositories/versions";
import { knownAgents } from "@/lib/server/services/buckets/known-agents";
import { judgeContext } from "@/lib/server/services/calls/judge-context";
import { judgeText } from "@/lib/server/services/calls/judge-text";
import { keepProblems } from "@/lib/server/services/calls/keep-problems";

/** Writes down what a draft says now: shape, facts, problems, and whether it is newer than what was last sent. */
export async function rejudgeCall(context: Pick<ServerContext, "db" | "target">, draft: StoredDraft, text: string, known?: readonly KnownAgent[] | null): Promise<void> {
  const { db, target } = context;
  const call = await findCall(db, draft.callId);
  if (!call) return;
  const agents = known === undefined ? await knownAgents(db, target.id) : known;
  const remarks = await findRemarks(db, call.id);
  const judged = await judgeText(text, judgeContext(context, { own: call.id, provider: draft.provider, agents, remarks }));
  await refreshCall(db, call.id, {
    // While the text is no JSON, lists go on showing what it was before.
    detection: judged.facts ? judged.detection : call.detection,
    facts: judged.facts ?? call.facts,
    provider: draft.provider,
    problems: judged.tally,
    editedSince: call.latestUploadId !== null && (await differsFromUpload(db, call.latestUploadId, draft)),
    at: draft.savedAt,
  });
  await keepProblems(db, call.id, judged.problems);
}

/** Taking an edit back to what was sent is no edit since. */
async function differsFromUpload(db: Database, uploadId: string, draft: StoredDraft): Promise<boolean> {
  const upload = await findUpload(db, uploadId);
  if (!upload) return false;
  const version = (await listVersions(db, draft.callId)).find(({ id }) => id === upload.versionId);
  return version?.provider !== draft.provider || version.sha256 !== sha256Hex(draft.bytes);
}
