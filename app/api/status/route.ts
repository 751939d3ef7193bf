import { ShellStatusSchema } from "@/lib/contracts/status";
import { success } from "@/lib/core/result";
import { defineRoute } from "@/lib/server/define-route";
import { readStatus } from "@/lib/server/services/status/read-status";

export const GET = defineRoute({ method: "GET", output: ShellStatusSchema }, async (_call, context) => success(await readStatus(context)));
