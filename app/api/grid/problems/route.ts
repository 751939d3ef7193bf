import { GridFilterSchema, ProblemGroupsSchema } from "@/lib/contracts/grid";
import { success } from "@/lib/core/result";
import { defineRoute } from "@/lib/server/define-route";
import { readProblemGroups } from "@/lib/server/services/grid/read-problem-groups";

export const GET = defineRoute({ method: "GET", query: GridFilterSchema, output: ProblemGroupsSchema }, async ({ query }, context) => success(await readProblemGroups(context, query)));
