"use server";

import {
  CountAnswerSchema,
  DoneAnswerSchema,
  HeldWorkInputSchema,
  PauseIdInputSchema,
  ResolveConversationInputSchema,
  UploadBatchAnswerSchema,
  UploadBatchInputSchema,
  UploadCallAnswerSchema,
  UploadCallInputSchema,
  UploadIdInputSchema,
} from "@/lib/contracts/actions";
import { defineAction } from "@/lib/server/define-action";
import { deliveryContext } from "@/lib/server/services/delivery-context";
import { resolveConversation } from "@/lib/server/services/landing/resolve-conversation";
import { decideHeldWork } from "@/lib/server/services/queue/held-work";
import { resumeQueue } from "@/lib/server/services/queue/pauses";
import { cancelUpload, lookAgain, resendUpload } from "@/lib/server/services/uploads/upload-again";
import { uploadBatch } from "@/lib/server/services/uploads/upload-batch";
import { uploadCall } from "@/lib/server/services/uploads/upload-call";

/** Queues the upload of a call as it stands on the screen. */
export const uploadCallAction = defineAction({ name: "upload-call", input: UploadCallInputSchema, output: UploadCallAnswerSchema }, (input, context) =>
  uploadCall(deliveryContext(context), input),
);

/** Queues what of a batch can be sent without a further word. */
export const uploadBatchAction = defineAction({ name: "upload-batch", input: UploadBatchInputSchema, output: UploadBatchAnswerSchema }, (input, context) =>
  uploadBatch(deliveryContext(context), input),
);

/** Sends the same bytes again. */
export const resendUploadAction = defineAction({ name: "resend-upload", input: UploadIdInputSchema, output: DoneAnswerSchema }, ({ uploadId }, context) =>
  resendUpload(deliveryContext(context), uploadId),
);

/** Takes an upload out of the queue. */
export const cancelUploadAction = defineAction({ name: "cancel-upload", input: UploadIdInputSchema, output: DoneAnswerSchema }, ({ uploadId }, context) =>
  cancelUpload(deliveryContext(context), uploadId),
);

/** Looks for the conversation now. */
export const lookAgainAction = defineAction({ name: "look-again", input: UploadIdInputSchema, output: DoneAnswerSchema }, ({ uploadId }, context) =>
  lookAgain(deliveryContext(context), uploadId),
);

/** Takes a pasted conversation id or link for an upload that was not seen to land. */
export const resolveConversationAction = defineAction({ name: "resolve-conversation", input: ResolveConversationInputSchema, output: DoneAnswerSchema }, (input, context) =>
  resolveConversation(deliveryContext(context), input),
);

/** Ends a pause. */
export const resumeQueueAction = defineAction({ name: "resume-queue", input: PauseIdInputSchema, output: DoneAnswerSchema }, ({ pauseId }, context) =>
  resumeQueue(deliveryContext(context), pauseId),
);

/** Sends held work here or cancels it. */
export const decideHeldWorkAction = defineAction({ name: "decide-held-work", input: HeldWorkInputSchema, output: CountAnswerSchema }, (input, context) =>
  decideHeldWork(deliveryContext(context), input),
);
