import { PendingBatchesSchema } from "@/lib/contracts/intake";
import { defineRoute } from "@/lib/server/define-route";
import { readPendingBatches } from "@/lib/server/services/intake/pending-batches";

export const GET = defineRoute({ method: "GET", output: PendingBatchesSchema }, (_, context) => readPendingBatches(context));
