import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import { SandboxDialsPatchSchema, SandboxDialsSchema, type SandboxDialsPatch } from "@/lib/contracts/sandbox";
import type { SandboxDials } from "@/lib/sandbox/dials";
import type { Sandbox } from "@/lib/sandbox/sandbox";
import { defineRoute } from "@/lib/server/define-route";
import { getSandbox } from "@/lib/server/sandbox-host";

function withSandbox(act: (sandbox: Sandbox) => SandboxDials): Result<SandboxDials, AppError> {
  const sandbox = getSandbox();
  return sandbox === null ? failure(appError("sandbox_off", "The sandbox is not the target, so it has no dials. Nothing was changed.")) : success(act(sandbox));
}

export const GET = defineRoute({ method: "GET", output: SandboxDialsSchema }, () => Promise.resolve(withSandbox((sandbox) => sandbox.dials())));

export const PATCH = defineRoute({ method: "PATCH", input: SandboxDialsPatchSchema, output: SandboxDialsSchema }, ({ input }) =>
  Promise.resolve(withSandbox((sandbox) => sandbox.setDials(withoutGaps(input)))),
);

/** A dial that is absent stays as it is; one that is `undefined` would be written. */
function withoutGaps(patch: SandboxDialsPatch): Partial<SandboxDials> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
