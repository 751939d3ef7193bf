import * as z from "zod";
import { appError } from "@/lib/core/app-error";
import { failure, success } from "@/lib/core/result";
import { SandboxRequestSchema } from "@/lib/contracts/sandbox";
import { defineRoute } from "@/lib/server/define-route";
import { getSandbox } from "@/lib/server/sandbox-host";

export const GET = defineRoute({ method: "GET", params: z.object({ id: z.coerce.number().int().min(1) }), output: SandboxRequestSchema }, ({ params }) => {
  const request = getSandbox()?.request(params.id) ?? null;
  return Promise.resolve(request === null ? failure(appError("not_found", "The sandbox has no such request. It keeps the newest 1,000.")) : success(request));
});
