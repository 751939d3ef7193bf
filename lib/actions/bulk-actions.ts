"use server";

import { BulkIdInputSchema, BulkViewSchema, StartBulkInputSchema, StartPreviewAnswerSchema, StartPreviewInputSchema } from "@/lib/contracts/bulk";
import { defineAction } from "@/lib/server/define-action";
import { cancelBulk, redoBulk, startBulk, undoBulk } from "@/lib/server/services/bulk/order-bulk";
import { startPreview } from "@/lib/server/services/bulk/replace-preview";

/** Orders a change of many calls; a small one has ended when this answers. */
export const startBulkAction = defineAction({ name: "start-bulk", input: StartBulkInputSchema, output: BulkViewSchema }, (input, context) => startBulk(context, input));

/** Stops a bulk change; what it has done stays and can be undone. */
export const cancelBulkAction = defineAction({ name: "cancel-bulk", input: BulkIdInputSchema, output: BulkViewSchema }, ({ id }, context) => cancelBulk(context, id));

/** Takes a bulk change back. */
export const undoBulkAction = defineAction({ name: "undo-bulk", input: BulkIdInputSchema, output: BulkViewSchema }, ({ id }, context) => undoBulk(context, id));

/** Brings a bulk change back. */
export const redoBulkAction = defineAction({ name: "redo-bulk", input: BulkIdInputSchema, output: BulkViewSchema }, ({ id }, context) => redoBulk(context, id));

/** Begins a dry run of find and replace. */
export const startPreviewAction = defineAction({ name: "start-preview", input: StartPreviewInputSchema, output: StartPreviewAnswerSchema }, (input, context) => startPreview(context, input));
