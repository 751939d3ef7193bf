"use client";

import type { OpenBatchInput } from "@/lib/contracts/intake";
import { getBytes, sendBytes, sendJson } from "./request";

const BATCHES = "/api/intake/batches";

/** Loaded with the first intake: the page is up before. */
const loadContract = () => import("@/lib/contracts/intake");

/** The three requests by which an intake is kept; each throws `ApiFailure`. */
export const intakeTransport = {
  open: (batch: OpenBatchInput) => sendJson("POST", BATCHES, batch, async () => (await loadContract()).OpenBatchAnswerSchema),
  sendChunk: async (batchId: string, bytes: Uint8Array<ArrayBuffer>, sha256: string) => {
    const { CHUNK_SHA256_HEADER, ChunkAnswerSchema } = await loadContract();
    return sendBytes(`${BATCHES}/${batchId}/chunks`, bytes, { [CHUNK_SHA256_HEADER]: sha256 }, ChunkAnswerSchema);
  },
  complete: (batchId: string) => sendJson("POST", `${BATCHES}/${batchId}/complete`, {}, async () => (await loadContract()).CompleteBatchAnswerSchema),
} as const;

/** The bytes of a sample, as they stand in its file. */
export function readSample(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return getBytes(`/samples/${file}`);
}
