import * as z from "zod";
import { CompleteBatchAnswerSchema } from "@/lib/contracts/intake";
import { defineRoute } from "@/lib/server/define-route";
import { finishBatch } from "@/lib/server/services/intake/complete-batch";

const ParamsSchema = z.object({ id: z.uuid() });

export const POST = defineRoute({ method: "POST", params: ParamsSchema, output: CompleteBatchAnswerSchema }, ({ params }, context) => finishBatch(context, params.id));
