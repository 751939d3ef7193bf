import * as z from "zod";
import { CallActivitySchema } from "@/lib/contracts/activity";
import { defineRoute } from "@/lib/server/define-route";
import { readCallActivity } from "@/lib/server/services/activity/call-activity";
import { deliveryContext } from "@/lib/server/services/delivery-context";

const ParamsSchema = z.object({ id: z.uuid() });

export const GET = defineRoute({ method: "GET", params: ParamsSchema, output: CallActivitySchema }, ({ params }, context) => readCallActivity(deliveryContext(context), params.id));
