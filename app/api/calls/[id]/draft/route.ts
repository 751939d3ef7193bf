import * as z from "zod";
import { SaveDraftAnswerSchema, SaveDraftInputSchema } from "@/lib/contracts/calls";
import { defineRoute } from "@/lib/server/define-route";
import { saveDraft } from "@/lib/server/services/drafts/save-draft";

const ParamsSchema = z.object({ id: z.uuid() });
/** A call of 8 MB replaced by another: both texts travel, and JSON escapes make them longer. */
const MAX_BYTES = 40 * 1024 * 1024;

export const POST = defineRoute(
  { method: "POST", params: ParamsSchema, input: SaveDraftInputSchema, output: SaveDraftAnswerSchema, maxBytes: MAX_BYTES },
  ({ params, input }, context) => saveDraft(context, params.id, input),
);
