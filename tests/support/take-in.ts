import { openBatch } from "@/lib/server/services/intake/open-batch";
import { finishBatch } from "@/lib/server/services/intake/complete-batch";
import { takeChunk } from "@/lib/server/services/intake/take-chunk";
import type { ServerContext } from "@/lib/server/context";
import { batchInput, chunkOf, framesOf } from "./test-server";

/** Takes texts in through the intake's own services, one call each. */
export async function takeIn(context: ServerContext, texts: readonly string[], name = "Pasted"): Promise<{ readonly batchId: string; readonly callIds: readonly string[] }> {
  const input = batchInput(texts.length, { name });
  await openBatch(context, input);
  const callIds: string[] = [];
  for (const [index, text] of texts.entries()) {
    const chunk = chunkOf(...framesOf(index, new TextEncoder().encode(text)));
    const taken = await takeChunk(context, { batchId: input.id, ...chunk });
    if (!taken.ok) throw new Error(taken.error.message);
    callIds.push(...taken.value.stored.map(({ callId }) => callId));
  }
  const finished = await finishBatch(context, input.id);
  if (!finished.ok) throw new Error(finished.error.message);
  return { batchId: input.id, callIds };
}

/** A small canonical call. */
export function callText(externalId: string, options: { readonly agent?: string; readonly words?: string } = {}): string {
  const { agent = "booking-bot", words = "I would like to move my appointment" } = options;
  return JSON.stringify({ agent: { externalId: agent, name: "Booking bot" }, call: { externalId }, transcript: { turns: [{ role: "user", content: words }] } });
}
