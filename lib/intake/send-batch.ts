import type { ChunkAnswer, CompleteBatchAnswer, OpenBatchAnswer, OpenBatchInput } from "@/lib/contracts/intake";
import { sha256Hex } from "@/lib/core/text/fingerprint";
import type { BatchPlan } from "./batch-plan";
import { frameChunks } from "./frame-chunks";

/** The three requests of an intake. Each throws when it fails; what was acknowledged before stays on disk. */
export interface BatchTransport {
  open(batch: OpenBatchInput): Promise<OpenBatchAnswer>;
  sendChunk(batchId: string, bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<ChunkAnswer>;
  complete(batchId: string): Promise<CompleteBatchAnswer>;
}

/**
 * Sends a plan: open, the chunks that are not on disk yet, complete. Called again with the same plan after a failure it goes on
 * where it stood. `onStored` counts the records that are safe.
 */
export async function sendBatch(plan: BatchPlan, transport: BatchTransport, onStored: (count: number) => void): Promise<CompleteBatchAnswer> {
  const { batchId, stored } = await transport.open(plan.batch);
  const safe = new Set(stored);
  onStored(safe.size);
  const missing = plan.records.filter(({ index }) => !safe.has(index));
  for (const chunk of frameChunks(missing)) {
    // Hashed in script: `crypto.subtle` is missing where the page is served over plain HTTP to another machine.
    const answer = await transport.sendChunk(batchId, chunk, sha256Hex(chunk));
    for (const { index } of answer.stored) safe.add(index);
    onStored(safe.size);
  }
  return transport.complete(batchId);
}
