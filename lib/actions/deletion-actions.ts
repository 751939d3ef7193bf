"use server";

import { BatchIdInputSchema, CallIdInputSchema, DeletedAnswerSchema, DeleteEverythingInputSchema } from "@/lib/contracts/actions";
import { defineAction } from "@/lib/server/define-action";
import { deleteBatch, deleteCall, deleteEverything } from "@/lib/server/services/deletion/delete-data";

/** Deletes a call and all that hangs on it here. */
export const deleteCallAction = defineAction({ name: "delete-call", input: CallIdInputSchema, output: DeletedAnswerSchema }, ({ callId }, context) => deleteCall(context, callId));

/** Deletes a batch with its calls. */
export const deleteBatchAction = defineAction({ name: "delete-batch", input: BatchIdInputSchema, output: DeletedAnswerSchema }, ({ batchId }, context) => deleteBatch(context, batchId));

/** Deletes all data here. */
export const deleteEverythingAction = defineAction({ name: "delete-everything", input: DeleteEverythingInputSchema, output: DeletedAnswerSchema }, (_confirmed, context) =>
  deleteEverything(context),
);
