import { randomUUID } from "node:crypto";
import { sha256Hex } from "@/lib/core/text/fingerprint";
import type { ServerContext } from "@/lib/server/context";
import { setCallStanding } from "@/lib/server/repositories/calls";
import { findDraft } from "@/lib/server/repositories/drafts";
import { insertUpload } from "@/lib/server/repositories/uploads";
import { insertVersion } from "@/lib/server/repositories/versions";

/** What an accepted upload of a call's draft leaves behind in the store, without a worker. */
export async function acceptUpload({ db, now, target }: ServerContext, callId: string, externalId: string): Promise<void> {
  const draft = (await findDraft(db, callId))!;
  const ids = { version: randomUUID(), upload: randomUUID() };
  await insertVersion(db, { id: ids.version, callId, number: 1, body: draft.bytes, sha256: sha256Hex(draft.bytes), byteLength: draft.bytes.byteLength, provider: draft.provider, createdAt: now() });
  await insertUpload(db, {
    ...{ id: ids.upload, callId, versionId: ids.version, number: 1, targetId: target.id, fate: "accepted", sentence: "Accepted.", provider: draft.provider, externalId, bucketId: null },
    ...{ sendAnyway: false, expectsNothing: false, previousConversationId: null, previousUpdatedAt: null, conversationId: null, looks: 0, nextLookAt: null, readBack: null },
    ...{ fieldErrors: [], missingCauses: [], createdAt: now(), queuedAt: now(), dueAt: null, tries: 0, firstAttemptAt: null, claimedAt: null, claimToken: null, acceptedAt: now(), landedAt: null, matchedAt: null, settledAt: null },
  });
  await setCallStanding(db, callId, { fate: "accepted", reason: null, at: now(), latestUploadId: ids.upload });
}
