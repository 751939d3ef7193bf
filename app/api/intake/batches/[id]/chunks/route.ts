import * as z from "zod";
import { CHUNK_SHA256_HEADER, ChunkAnswerSchema, MAX_CHUNK_BYTES } from "@/lib/contracts/intake";
import { defineRoute } from "@/lib/server/define-route";
import { takeChunk } from "@/lib/server/services/intake/take-chunk";

const ParamsSchema = z.object({ id: z.uuid() });

export const POST = defineRoute(
  { method: "POST", params: ParamsSchema, rawBody: true, maxBytes: MAX_CHUNK_BYTES, output: ChunkAnswerSchema },
  ({ params, bytes, headers }, context) => takeChunk(context, { batchId: params.id, bytes, sha256: headers.get(CHUNK_SHA256_HEADER) }),
);
