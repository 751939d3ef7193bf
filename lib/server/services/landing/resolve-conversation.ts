import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { parseReference } from "@/lib/core/buckets/parse-reference";
import type { Conversation } from "@/lib/core/landing/conversation";
import { failure, success, type Result } from "@/lib/core/result";
import { findUpload, type StoredUpload } from "@/lib/server/repositories/uploads";
import { findVersion } from "@/lib/server/repositories/versions";
import { recordRead } from "../connection/capabilities";
import type { DeliveryContext } from "../delivery-context";
import { allowedActs } from "../uploads/upload-again";
import { nameConversation } from "./name-conversation";
import { keepReadBack, landUpload } from "./land-upload";
import { readBack, type ReadBackResult } from "./read-back";

type Done = Result<{ readonly done: true }, AppError>;

const NO_ID = "There is no conversation id in this text. Nothing was changed; paste a UUID or a dashboard link that holds one.";

/**
 * The way out where a landing was not seen: a person pastes the conversation's id or link, and it is checked with Zelto.
 * @returns `invalid_input` (no id in the text), `not_found`, `conflict` (the upload does not wait for one, or the conversation has
 * another reference and another transcript), and the failures of the read.
 */
export async function resolveConversation(context: DeliveryContext, input: { readonly uploadId: string; readonly reference: string }): Promise<Done> {
  const conversationId = parseReference(input.reference);
  if (conversationId === null) return failure(appError("invalid_input", NO_ID, { details: [{ path: "reference", message: NO_ID }] }));
  const upload = await findUpload(context.db, input.uploadId);
  if (upload === null) return failure(appError("not_found", "This upload is not here any more. Nothing was changed."));
  if (!allowedActs(upload, { activeTarget: upload.targetId === context.target.id, newerExists: false }).resolve) {
    return failure(appError("conflict", "This upload does not wait for a conversation. Nothing was changed."));
  }
  const read = await recordRead(context, "getConversation", await context.zelto.getConversation(conversationId));
  if (read.kind === "failed") return failure(read.error);
  if (read.kind === "missing") {
    if (read.status === 404) return failure(appError("not_found", "Zelto has no conversation with this id in this organization (404). Nothing was changed."));
    return nameConversation(context, upload, conversationId);
  }
  return land(context, upload, read.value);
}

async function land(context: DeliveryContext, upload: StoredUpload, conversation: Conversation): Promise<Done> {
  const version = await findVersion(context.db, upload.versionId);
  const result = version === null ? null : await readBack(context, version, conversation.id);
  const refusal = mismatch(upload, conversation, result);
  if (refusal) return failure(refusal);
  const landed = await landUpload(context, upload, conversation, "Landed: a person named the conversation and Zelto has it.");
  if (!landed) return failure(appError("conflict", "This upload has moved on meanwhile. Nothing was changed."));
  await keepReadBack(context, upload.id, result?.comparison ?? null);
  context.wake();
  return success({ done: true });
}

/** Another reference is told and refused, unless the transcript itself proves that it is this call's conversation. */
function mismatch(upload: StoredUpload, conversation: Conversation, result: ReadBackResult | null): AppError | null {
  if (conversation.referenceId === null || conversation.referenceId === upload.externalId || result?.comparison.state === "matched") return null;
  // Zelto may take a native body's reference from another field than Intake does; the person has looked at both.
  if (upload.provider === "vapi" || upload.provider === "retell") return null;
  return appError(
    "conflict",
    `This conversation has Reference ID ${conversation.referenceId.slice(0, 100)}, this call has ${(upload.externalId ?? "none").slice(0, 100)}, and its transcript is not this call's. Nothing was changed; paste another id.`,
  );
}
