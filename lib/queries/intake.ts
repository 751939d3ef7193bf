"use client";

import { CHUNK_SHA256_HEADER, ChunkAnswerSchema, CompleteBatchAnswerSchema, OpenBatchAnswerSchema, type OpenBatchInput } from "@/lib/contracts/intake";
import { getBytes, sendBytes, sendJson } from "./request";

const BATCHES = "/api/intake/batches";

/** The three requests by which an intake is kept; each throws `ApiFailure`. */
export const intakeTransport = {
  open: (batch: OpenBatchInput) => sendJson("POST", BATCHES, batch, OpenBatchAnswerSchema),
  sendChunk: (batchId: string, bytes: Uint8Array<ArrayBuffer>, sha256: string) => sendBytes(`${BATCHES}/${batchId}/chunks`, bytes, { [CHUNK_SHA256_HEADER]: sha256 }, ChunkAnswerSchema),
  complete: (batchId: string) => sendJson("POST", `${BATCHES}/${batchId}/complete`, {}, CompleteBatchAnswerSchema),
} as const;

/** The bytes of a sample, as they stand in its file. */
export function readSample(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return getBytes(`/samples/${file}`);
}
