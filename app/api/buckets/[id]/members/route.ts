import * as z from "zod";
import { BucketMembersSchema } from "@/lib/contracts/buckets";
import { defineRoute } from "@/lib/server/define-route";
import { readMembers } from "@/lib/server/services/buckets/bucket-detail";
import { deliveryContext } from "@/lib/server/services/delivery-context";

const ParamsSchema = z.object({ id: z.string().min(1).max(200) });
const QuerySchema = z.strictObject({ cursor: z.string().max(4_000).optional() });

export const GET = defineRoute({ method: "GET", params: ParamsSchema, query: QuerySchema, output: BucketMembersSchema }, ({ params, query }, context) =>
  readMembers(deliveryContext(context), { bucketId: params.id, cursor: query.cursor ?? null }),
);
