import { CallFilterSchema, CallListSchema } from "@/lib/contracts/calls";
import { defineRoute } from "@/lib/server/define-route";
import { readCalls } from "@/lib/server/services/calls/list-calls";

export const GET = defineRoute({ method: "GET", query: CallFilterSchema, output: CallListSchema }, ({ query }, context) => readCalls(context, query));
