import * as z from "zod";
import { BulkViewSchema } from "@/lib/contracts/bulk";
import { defineRoute } from "@/lib/server/define-route";
import { readBulk } from "@/lib/server/services/bulk/bulk-view";

const ParamsSchema = z.object({ id: z.uuid() });

export const GET = defineRoute({ method: "GET", params: ParamsSchema, output: BulkViewSchema }, ({ params }, context) => readBulk(context, params.id));
