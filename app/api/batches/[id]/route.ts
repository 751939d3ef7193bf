import * as z from "zod";
import { BatchViewSchema } from "@/lib/contracts/intake";
import { defineRoute } from "@/lib/server/define-route";
import { readBatch } from "@/lib/server/services/intake/read-batches";

const ParamsSchema = z.object({ id: z.uuid() });

export const GET = defineRoute({ method: "GET", params: ParamsSchema, output: BatchViewSchema }, ({ params }, context) => readBatch(context, params.id));
