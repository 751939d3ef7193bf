"use client";

import type { AnnounceSourcesInput, OpenBatchInput } from "@/lib/contracts/intake";
import { getBytes, getJson, sendBytes, sendJson } from "./request";

const BATCHES = "/api/intake/batches";

/** Loaded with the first intake: the page is up before. */
const loadContract = () => import("@/lib/contracts/intake");

/** The requests by which an intake is kept; each throws `ApiFailure`. */
export const intakeTransport = {
  open: (batch: OpenBatchInput) => sendJson("POST", BATCHES, batch, async () => (await loadContract()).OpenBatchAnswerSchema),
  announce: (batchId: string, input: AnnounceSourcesInput) => sendJson("POST", `${BATCHES}/${batchId}/sources`, input, async () => (await loadContract()).AnnounceSourcesAnswerSchema),
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

/** Intakes that broke off before all of their records were kept. */
export function readPendingBatches() {
  return getJson("/api/intake/pending", async () => (await loadContract()).PendingBatchesSchema);
}

/** A page of a batch's sources with their hashes, and what was answered for it. */
export function readSourcePage(batchId: string, from: number) {
  return getJson(`${BATCHES}/${batchId}/sources?from=${from}`, async () => (await loadContract()).SourcePageSchema);
}
