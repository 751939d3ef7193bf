import { BulkListSchema } from "@/lib/contracts/bulk";
import { success } from "@/lib/core/result";
import { defineRoute } from "@/lib/server/define-route";
import { readBulkList } from "@/lib/server/services/bulk/bulk-view";

export const GET = defineRoute({ method: "GET", output: BulkListSchema }, async (_call, context) => success(await readBulkList(context)));
