import * as z from "zod";
import { CallDetailSchema } from "@/lib/contracts/calls";
import { defineRoute } from "@/lib/server/define-route";
import { readCall } from "@/lib/server/services/calls/read-call";

const ParamsSchema = z.object({ id: z.uuid() });

export const GET = defineRoute({ method: "GET", params: ParamsSchema, output: CallDetailSchema }, ({ params }, context) => readCall(context, params.id));
