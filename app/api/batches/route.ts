import * as z from "zod";
import { BatchViewSchema } from "@/lib/contracts/intake";
import { success } from "@/lib/core/result";
import { defineRoute } from "@/lib/server/define-route";
import { readBatches } from "@/lib/server/services/intake/read-batches";

const BatchesSchema = z.strictObject({ batches: z.array(BatchViewSchema).max(50) });

export const GET = defineRoute({ method: "GET", output: BatchesSchema }, async (_call, context) => success({ batches: [...(await readBatches(context))] }));
