import * as z from "zod";
import { AttemptDetailSchema } from "@/lib/contracts/activity";
import { defineRoute } from "@/lib/server/define-route";
import { readAttempt } from "@/lib/server/services/activity/attempt-detail";
import { deliveryContext } from "@/lib/server/services/delivery-context";

const ParamsSchema = z.object({ id: z.uuid() });

export const GET = defineRoute({ method: "GET", params: ParamsSchema, output: AttemptDetailSchema }, ({ params }, context) => readAttempt(deliveryContext(context), params.id));
