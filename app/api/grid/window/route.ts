import { GridWindowQuerySchema, GridWindowSchema } from "@/lib/contracts/grid";
import { success } from "@/lib/core/result";
import { defineRoute } from "@/lib/server/define-route";
import { readWindow } from "@/lib/server/services/grid/read-window";

export const GET = defineRoute({ method: "GET", query: GridWindowQuerySchema, output: GridWindowSchema }, async ({ query }, context) => success(await readWindow(context, query)));
