import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { parseReference } from "@/lib/core/buckets/parse-reference";
import { failure, success, type Result } from "@/lib/core/result";
import { listAssignmentsOfBucket, listAssignmentsOfCall, type StoredAssignment } from "@/lib/server/repositories/assignments";
import { findCall } from "@/lib/server/repositories/calls";
import { findCallsOfConversations } from "@/lib/server/repositories/upload-queue";
import { listUploadsOfCall } from "@/lib/server/repositories/uploads";
import { recordRead } from "../connection/capabilities";
import type { DeliveryContext } from "../delivery-context";
import { checkAgents } from "./check-agents";
import { insertWaitingAssignment, type AssignmentRequest } from "./waiting-assignment";

type Assigned = Result<{ readonly assignmentId: string }, AppError>;

/** States in which the same wish again needs no second assignment. */
const STANDING: readonly StoredAssignment["state"][] = ["waiting", "adding", "added", "already-there"];

/**
 * Puts a call's conversation into a bucket: at once where it has landed, else when it lands. The same wish twice is one assignment.
 * @returns `not_found`, `wrong_agent` (known before anything is sent).
 */
export async function assignCall(context: DeliveryContext, input: { readonly callId: string; readonly bucketId: string }): Promise<Assigned> {
  const call = await findCall(context.db, input.callId);
  if (call === null) return failure(appError("not_found", "This call is not here any more. Nothing was added."));
  const wrongAgent = await checkAgents(context.db, context.target.id, input.bucketId, call.facts);
  if (wrongAgent) return failure(wrongAgent);
  const uploads = await listUploadsOfCall(context.db, call.id);
  const here = uploads.filter(({ targetId }) => targetId === context.target.id);
  const conversationId = here.find((upload) => upload.conversationId !== null)?.conversationId ?? null;
  const standing = (await listAssignmentsOfCall(context.db, call.id)).find((assignment) => isStanding(context, assignment, input.bucketId));
  if (standing) return success({ assignmentId: standing.id });
  return keep(context, { bucketId: input.bucketId, callId: call.id, uploadId: here[0]?.id ?? null, conversationId });
}

/**
 * Puts a conversation, named by a pasted id or link, into a bucket. Its agent is compared first where Zelto lets it be read.
 * @returns `invalid_input` (no id in the text), `not_found`, `wrong_agent`, and the failures of the read.
 */
export async function assignConversation(context: DeliveryContext, input: { readonly reference: string; readonly bucketId: string }): Promise<Assigned> {
  const conversationId = parseReference(input.reference);
  if (conversationId === null) return failure(appError("invalid_input", "There is no conversation id in this text. Nothing was added; paste a UUID or a dashboard link that holds one."));
  const read = await recordRead(context, "getConversation", await context.zelto.getConversation(conversationId));
  if (read.kind === "failed") return failure(read.error);
  if (read.kind === "missing" && read.status === 404) return failure(appError("not_found", "Zelto has no conversation with this id in this organization (404). Nothing was added."));
  const wrongAgent = read.kind === "ok" ? await checkAgents(context.db, context.target.id, input.bucketId, { conversationAgentId: read.value.agentId }) : null;
  if (wrongAgent) return failure(wrongAgent);
  const ofBucket = await listAssignmentsOfBucket(context.db, context.target.id, input.bucketId);
  const standing = ofBucket.find((assignment) => assignment.conversationId === conversationId && isStanding(context, assignment, input.bucketId));
  if (standing) return success({ assignmentId: standing.id });
  const callId = (await findCallsOfConversations(context.db, context.target.id, [conversationId])).get(conversationId) ?? null;
  return keep(context, { bucketId: input.bucketId, callId, uploadId: null, conversationId });
}

async function keep(context: DeliveryContext, request: AssignmentRequest): Promise<Assigned> {
  const assignmentId = await context.db.transaction().execute((trx) => insertWaitingAssignment(trx, context, request));
  context.wake();
  return success({ assignmentId });
}

function isStanding(context: DeliveryContext, assignment: StoredAssignment, bucketId: string): boolean {
  return assignment.targetId === context.target.id && assignment.bucketId === bucketId && STANDING.includes(assignment.state);
}
