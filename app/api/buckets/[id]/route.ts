import * as z from "zod";
import { BucketDetailSchema } from "@/lib/contracts/buckets";
import { defineRoute } from "@/lib/server/define-route";
import { readBucket } from "@/lib/server/services/buckets/bucket-detail";
import { deliveryContext } from "@/lib/server/services/delivery-context";

const ParamsSchema = z.object({ id: z.string().min(1).max(200) });

export const GET = defineRoute({ method: "GET", params: ParamsSchema, output: BucketDetailSchema }, ({ params }, context) => readBucket(deliveryContext(context), params.id));
