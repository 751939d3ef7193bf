"use server";

import { NothingInputSchema } from "@/lib/contracts/actions";
import { ConnectionReportSchema } from "@/lib/contracts/buckets";
import { success } from "@/lib/core/result";
import { defineAction } from "@/lib/server/define-action";
import { checkConnection } from "@/lib/server/services/connection/check-connection";
import { deliveryContext } from "@/lib/server/services/delivery-context";

/** Asks the target what answers and how fast. */
export const checkConnectionAction = defineAction({ name: "check-connection", input: NothingInputSchema, output: ConnectionReportSchema }, async (_nothing, context) =>
  success(await checkConnection(deliveryContext(context))),
);
