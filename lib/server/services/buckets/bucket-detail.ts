import "server-only";
import type { BucketDetail, BucketMembers } from "@/lib/contracts/buckets";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import { listAgents } from "@/lib/server/repositories/agents";
import { listAssignmentsOfBucket } from "@/lib/server/repositories/assignments";
import { findBucket, type StoredBucket } from "@/lib/server/repositories/buckets";
import { findCallsOfConversations } from "@/lib/server/repositories/upload-queue";
import { toAssignmentViews } from "../activity/assignment-view";
import { isMissing, recordRead } from "../connection/capabilities";
import type { DeliveryContext } from "../delivery-context";
import { toBucketView, unlistedBucket } from "./bucket-view";
import { keepBuckets } from "./refresh-catalogue";

const MEMBERS_PAGE = 50;
const NO_MEMBERS = "The members of this bucket cannot be read from this Zelto. Adding to it still works.";

/** One bucket with its assignments from here. A bucket that was never listed is read singly. @returns `not_found`. */
export async function readBucket(context: DeliveryContext, bucketId: string): Promise<Result<BucketDetail, AppError>> {
  const assignments = await listAssignmentsOfBucket(context.db, context.target.id, bucketId);
  const bucket = (await findBucket(context.db, context.target.id, bucketId)) ?? (await readSingle(context, bucketId));
  const known = bucket ?? (assignments[0] ? unlistedBucket(context, bucketId, assignments[0].bucketName) : null);
  if (known === null) return failure(appError("not_found", "Neither Zelto nor Intake knows a bucket with this id."));
  const counts = assignments.map(({ state }) => ({ state, count: 1 }));
  const view = toBucketView(context, { bucket: known, counts, agents: await listAgents(context.db, context.target.id) });
  return success({ bucket: view, assignments: await toAssignmentViews(context.db, assignments) });
}

/** One page of a bucket's conversations, with the call each came from where that was sent from here. */
export async function readMembers(context: DeliveryContext, input: { readonly bucketId: string; readonly cursor: string | null }): Promise<Result<BucketMembers, AppError>> {
  if (await isMissing(context, "listBucketConversations")) return success({ members: [], nextCursor: null, unavailable: NO_MEMBERS });
  const page = await context.zelto.listBucketConversations(input.bucketId, { limit: MEMBERS_PAGE, cursor: input.cursor });
  const read = await recordRead(context, "listBucketConversations", page);
  if (read.kind === "failed") return failure(read.error);
  if (read.kind === "missing") return success({ members: [], nextCursor: null, unavailable: NO_MEMBERS });
  const calls = await findCallsOfConversations(context.db, context.target.id, read.value.items.map(({ id }) => id));
  const members = read.value.items.slice(0, 200).map((conversation) => ({
    conversationId: conversation.id,
    referenceId: conversation.referenceId,
    name: conversation.name,
    createdAt: conversation.createdAt ?? "",
    callId: calls.get(conversation.id) ?? null,
  }));
  return success({ members, nextCursor: read.value.nextCursor, unavailable: null });
}

async function readSingle(context: DeliveryContext, bucketId: string): Promise<StoredBucket | null> {
  if (await isMissing(context, "getBucket")) return null;
  const read = await recordRead(context, "getBucket", await context.zelto.getBucket(bucketId));
  if (read.kind !== "ok") return null;
  await keepBuckets(context, [read.value]);
  return findBucket(context.db, context.target.id, read.value.id);
}
