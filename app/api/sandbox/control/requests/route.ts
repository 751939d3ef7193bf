import { appError } from "@/lib/core/app-error";
import { failure, success } from "@/lib/core/result";
import { SandboxRequestsQuerySchema, SandboxRequestsSchema } from "@/lib/contracts/sandbox";
import { defineRoute } from "@/lib/server/define-route";
import { getSandbox } from "@/lib/server/sandbox-host";

const PAGE = 50;

export const GET = defineRoute({ method: "GET", query: SandboxRequestsQuerySchema, output: SandboxRequestsSchema }, ({ query }) => Promise.resolve(readRequests(query.before)));

function readRequests(before: number | undefined) {
  const sandbox = getSandbox();
  if (sandbox === null) return failure(appError("sandbox_off", "The sandbox is not the target, so it receives nothing."));
  const requests = sandbox.requests({ limit: PAGE, ...(before === undefined ? {} : { before }) });
  return success({ requests: [...requests], counts: sandbox.counts(), next: requests.length < PAGE ? null : (requests.at(-1)?.id ?? null) });
}
