import * as z from "zod";
import { appError } from "@/lib/core/app-error";
import { failure, success } from "@/lib/core/result";
import { DoneAnswerSchema } from "@/lib/contracts/actions";
import { defineRoute } from "@/lib/server/define-route";
import { getSandbox } from "@/lib/server/sandbox-host";

export const POST = defineRoute({ method: "POST", input: z.strictObject({}), output: DoneAnswerSchema }, () => Promise.resolve(reset()));

function reset() {
  const sandbox = getSandbox();
  if (sandbox === null) return failure(appError("sandbox_off", "The sandbox is not the target. Nothing was reset."));
  sandbox.reset();
  return success({ done: true as const });
}
