import { OpenBatchAnswerSchema, OpenBatchInputSchema } from "@/lib/contracts/intake";
import { defineRoute } from "@/lib/server/define-route";
import { openBatch } from "@/lib/server/services/intake/open-batch";

/** A thousand sources with long names and notes, and 200 answers of 20,000 characters. */
const MAX_BYTES = 24 * 1024 * 1024;

export const POST = defineRoute({ method: "POST", input: OpenBatchInputSchema, output: OpenBatchAnswerSchema, maxBytes: MAX_BYTES }, ({ input }, context) => openBatch(context, input));
