import * as z from "zod";
import { ReplacePreviewSchema } from "@/lib/contracts/bulk";
import { defineRoute } from "@/lib/server/define-route";
import { readPreview } from "@/lib/server/services/bulk/replace-preview";

const ParamsSchema = z.object({ id: z.uuid() });

export const GET = defineRoute({ method: "GET", params: ParamsSchema, output: ReplacePreviewSchema }, ({ params }) => Promise.resolve(readPreview(params.id)));
