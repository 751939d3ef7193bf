"use server";

import {
  AssignAnswerSchema,
  AssignCallInputSchema,
  AssignConversationInputSchema,
  AssignmentIdInputSchema,
  CreateBucketAnswerSchema,
  CreateBucketInputSchema,
  DoneAnswerSchema,
  NothingInputSchema,
} from "@/lib/contracts/actions";
import { success } from "@/lib/core/result";
import { defineAction } from "@/lib/server/define-action";
import { assignCall, assignConversation } from "@/lib/server/services/assignments/assign";
import { cancelAssignment } from "@/lib/server/services/assignments/cancel-assignments";
import { createBucket } from "@/lib/server/services/buckets/create-bucket";
import { checkAgain } from "@/lib/server/services/connection/capabilities";
import { deliveryContext } from "@/lib/server/services/delivery-context";

/** Creates a bucket of an agent in Zelto. */
export const createBucketAction = defineAction({ name: "create-bucket", input: CreateBucketInputSchema, output: CreateBucketAnswerSchema }, (input, context) =>
  createBucket(deliveryContext(context), input),
);

/** Puts a call's conversation into a bucket, at once or when it lands. */
export const assignCallAction = defineAction({ name: "assign-call", input: AssignCallInputSchema, output: AssignAnswerSchema }, (input, context) =>
  assignCall(deliveryContext(context), input),
);

/** Puts a conversation, named by a pasted id or link, into a bucket. */
export const assignConversationAction = defineAction({ name: "assign-conversation", input: AssignConversationInputSchema, output: AssignAnswerSchema }, (input, context) =>
  assignConversation(deliveryContext(context), input),
);

/** Takes back an assignment that waits. */
export const cancelAssignmentAction = defineAction({ name: "cancel-assignment", input: AssignmentIdInputSchema, output: DoneAnswerSchema }, ({ assignmentId }, context) =>
  cancelAssignment(deliveryContext(context), assignmentId),
);

/** Forgets what this Zelto does not offer, so that it is tried again. */
export const checkAgainAction = defineAction({ name: "check-again", input: NothingInputSchema, output: DoneAnswerSchema }, async (_nothing, context) => {
  await checkAgain(deliveryContext(context));
  return success({ done: true as const });
});
