import { appError } from "@/lib/core/app-error";
import { failure, success } from "@/lib/core/result";
import { SandboxDialsPatchSchema, SandboxDialsSchema, type SandboxDialsPatch } from "@/lib/contracts/sandbox";
import type { SandboxDials } from "@/lib/sandbox/dials";
import { defineRoute } from "@/lib/server/define-route";
import { getSandbox } from "@/lib/server/sandbox-host";

const off = () => failure(appError("sandbox_off", "The sandbox is not the target, so it has no dials. Nothing was changed."));

export const GET = defineRoute({ method: "GET", output: SandboxDialsSchema }, async () => {
  const sandbox = getSandbox();
  return sandbox === null ? off() : success(sandbox.dials());
});

export const PATCH = defineRoute({ method: "PATCH", input: SandboxDialsPatchSchema, output: SandboxDialsSchema }, async ({ input }) => {
  const sandbox = getSandbox();
  return sandbox === null ? off() : success(sandbox.setDials(withoutGaps(input)));
});

/** A dial that is absent stays as it is; one that is `undefined` would be written. */
function withoutGaps(patch: SandboxDialsPatch): Partial<SandboxDials> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
