import * as z from "zod";
import { APP_ERROR_CODES } from "@/lib/core/app-error";

/** The one error body of every route (RFC 9457, application/problem+json) and the error half of every action's result. */
export const ApiProblemSchema = z.strictObject({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  /** Safe to show: what happened, whether anything was sent, what to do next. */
  detail: z.string(),
  code: z.enum(APP_ERROR_CODES),
  requestId: z.string(),
  retryable: z.boolean(),
  details: z.array(z.strictObject({ path: z.string(), message: z.string() })).max(500),
});
export type ApiProblem = z.infer<typeof ApiProblemSchema>;

/** What every server action answers. */
export type ActionResult<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: ApiProblem };
