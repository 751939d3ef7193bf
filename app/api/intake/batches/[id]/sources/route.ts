import * as z from "zod";
import { AnnounceSourcesAnswerSchema, AnnounceSourcesInputSchema, SourcePageQuerySchema, SourcePageSchema } from "@/lib/contracts/intake";
import { defineRoute } from "@/lib/server/define-route";
import { announceSources } from "@/lib/server/services/intake/open-batch";
import { readSourcePage } from "@/lib/server/services/intake/pending-batches";

const ParamsSchema = z.object({ id: z.uuid() });
/** A thousand sources with long names and notes. */
const MAX_BYTES = 8 * 1024 * 1024;

export const GET = defineRoute({ method: "GET", params: ParamsSchema, query: SourcePageQuerySchema, output: SourcePageSchema }, ({ params, query }, context) => readSourcePage(context, params.id, query.from));

export const POST = defineRoute(
  { method: "POST", params: ParamsSchema, input: AnnounceSourcesInputSchema, output: AnnounceSourcesAnswerSchema, maxBytes: MAX_BYTES },
  ({ params, input }, context) => announceSources(context, params.id, input),
);
