import * as z from "zod";
import { BatchReceiptSchema } from "@/lib/contracts/batch-receipt";
import { defineRoute } from "@/lib/server/define-route";
import { readBatchReceipt } from "@/lib/server/services/grid/read-batch-receipt";

const ParamsSchema = z.object({ id: z.uuid() });

export const GET = defineRoute({ method: "GET", params: ParamsSchema, output: BatchReceiptSchema }, ({ params }, context) => readBatchReceipt(context, params.id));
