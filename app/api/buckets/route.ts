import * as z from "zod";
import { BucketBoardSchema } from "@/lib/contracts/buckets";
import { success } from "@/lib/core/result";
import { defineRoute } from "@/lib/server/define-route";
import { readBoard } from "@/lib/server/services/buckets/bucket-board";
import { deliveryContext } from "@/lib/server/services/delivery-context";

const QuerySchema = z.strictObject({ refresh: z.literal("1").optional() });

export const GET = defineRoute({ method: "GET", query: QuerySchema, output: BucketBoardSchema }, async ({ query }, context) =>
  success(await readBoard(deliveryContext(context), { refresh: query.refresh === "1" })),
);
