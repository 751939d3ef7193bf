import * as z from "zod";
import { success } from "@/lib/core/result";
import { defineRoute } from "@/lib/server/define-route";

const HealthSchema = z.strictObject({ status: z.literal("up") });

/** Up or not, and nothing else: it answers without a session. */
export const GET = defineRoute({ method: "GET", output: HealthSchema, public: true }, () => Promise.resolve(success({ status: "up" as const })));
