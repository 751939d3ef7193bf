import * as z from "zod";
import { BulkItemsQuerySchema, BulkItemsSchema } from "@/lib/contracts/bulk";
import { defineRoute } from "@/lib/server/define-route";
import { readBulkItems } from "@/lib/server/services/bulk/bulk-view";

const ParamsSchema = z.object({ id: z.uuid() });

export const GET = defineRoute({ method: "GET", params: ParamsSchema, query: BulkItemsQuerySchema, output: BulkItemsSchema }, ({ params, query }, context) =>
  readBulkItems(context, params.id, query),
);
