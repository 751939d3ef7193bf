import { GridFacetsSchema, GridFilterSchema } from "@/lib/contracts/grid";
import { success } from "@/lib/core/result";
import { defineRoute } from "@/lib/server/define-route";
import { readFacets } from "@/lib/server/services/grid/read-facets";

export const GET = defineRoute({ method: "GET", query: GridFilterSchema, output: GridFacetsSchema }, async ({ query }, context) => success(await readFacets(context, query)));
