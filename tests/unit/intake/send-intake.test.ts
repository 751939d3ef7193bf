import { describe, expect, it } from "vitest";
import type { AnnouncedSource } from "@/lib/contracts/intake";
import { sendIntake, type BatchTransport, type SendOptions, type Waiting } from "@/lib/intake/send-intake";
import { given, inspectGiven, readFrames } from "@/tests/support/inspect-given";

const BATCH_ID = "7b0d9a3e-5a2c-4f6b-9c1d-0e8f7a6b5c4d";
const CALL_ID = "1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9";
class Cut extends Error {}

/** A server that keeps what it is sent, as far as a test lets it. */
function keeper(options: { readonly stored?: Set<number>; readonly failing?: (request: number) => Error | null } = {}) {
  const stored = options.stored ?? new Set<number>();
  const sources: AnnouncedSource[] = [];
  let [requests, twice, flying, mostFlying] = [0, 0, 0, 0];
  const check = (): void => {
    requests += 1;
    const error = options.failing?.(requests) ?? null;
    if (error) throw error;
  };
  const transport: BatchTransport = {
    open: async ({ id, sources: first }) => {
      await Promise.resolve();
      check();
      sources.splice(0, sources.length, ...first);
      return { batchId: id, stored: [...stored].sort((left, right) => left - right).map((place) => [place, place] as [number, number]), announced: sources.length };
    },
    announce: async (_, input) => {
      await Promise.resolve();
      check();
      sources.splice(input.first, input.sources.length, ...input.sources);
      return { announced: sources.length };
    },
    sendChunk: async (_, bytes) => {
      flying += 1;
      mostFlying = Math.max(mostFlying, flying);
      try {
        await new Promise((resolve) => setImmediate(resolve));
        check();
      } finally {
        flying -= 1;
      }
      const indexes = readFrames(bytes).map(({ header }) => header.index);
      for (const index of indexes) {
        if (stored.has(index)) twice += 1;
        stored.add(index);
      }
      return { stored: indexes.map((index) => ({ index, callId: CALL_ID })) };
    },
    complete: (batchId) => Promise.resolve({ batchId, recordCount: stored.size, firstCallId: CALL_ID }),
  };
  return { transport, stored, sources, figures: () => ({ twice, mostFlying }) };
}

/** Records of 400 KB: one chunk each. */
const wide = (count: number) => given(Array.from({ length: count }, (_, place) => `{"call":{"externalId":"w-${place}"},"pad":"${"x".repeat(400_000)}"}`).join("\n"), "wide.jsonl");

async function optionsFor(transport: BatchTransport, sources: Parameters<typeof inspectGiven>[0], told: { counts: number[]; waits: (Waiting | null)[] }, signal?: AbortSignal): Promise<SendOptions> {
  const { session } = await inspectGiven(sources);
  const { sourceCount, recordCount } = session.counts();
  return {
    transport,
    batch: { id: BATCH_ID, kind: "file", name: "August", recordCount },
    sourceCount,
    sources: (from) => Promise.resolve(session.announced(from)),
    chunks: async function* (stored) {
      session.begin(stored);
      for (let chunk = await session.next(); chunk !== null; chunk = await session.next()) yield chunk;
    },
    onStored: (count) => void told.counts.push(count),
    onWaiting: (waiting) => void told.waits.push(waiting),
    retrySentence: (error) => (error instanceof Cut ? "It does not answer." : null),
    pause: () => Promise.resolve(),
    signal: signal ?? new AbortController().signal,
  };
}

describe("sending an intake", () => {
  it("counts what is safe and has at most two chunks on their way", async () => {
    const told = { counts: [], waits: [] };
    const server = keeper();
    const answer = await sendIntake(await optionsFor(server.transport, [wide(5)], told));
    expect(answer).toEqual({ batchId: BATCH_ID, recordCount: 5, firstCallId: CALL_ID });
    expect(told).toEqual({ counts: [0, 1, 2, 3, 4, 5], waits: [] });
    expect(server.figures()).toEqual({ twice: 0, mostFlying: 2 });
  });

  it("announces sources by the thousand before it sends", async () => {
    const server = keeper();
    const files = Array.from({ length: 1_500 }, (_, place) => given(`{"call":{"externalId":"f-${place}"}}`, `folder/${place}.json`));
    await sendIntake(await optionsFor(server.transport, files, { counts: [], waits: [] }));
    expect([server.sources.length, server.sources[1_499]?.name, server.stored.size]).toEqual([1_500, "folder/1499.json", 1_500]);
  });

  it("waits for a server that does not answer, with growing pauses, and loses and doubles nothing", async () => {
    const told: { counts: number[]; waits: (Waiting | null)[] } = { counts: [], waits: [] };
    // The 3rd to the 10th request fail: two chunks that are on their way wait beside each other.
    const server = keeper({ failing: (request) => (request >= 3 && request <= 10 ? new Cut() : null) });
    await sendIntake(await optionsFor(server.transport, [wide(6)], told));
    expect(server.stored.size).toBe(6);
    expect(server.figures().twice).toBe(0);
    expect(told.waits.flatMap((one) => one?.seconds ?? [])).toEqual(expect.arrayContaining([1, 2, 4]));
    expect(told.waits.at(-1)).toBeNull();
  });

  it("goes on where it stood after it was ended, and sends nothing twice", async () => {
    const stored = new Set<number>();
    const stopping = new AbortController();
    const told = { counts: [] as number[], waits: [] };
    const first = keeper({ stored, failing: (request) => (request === 4 ? (stopping.abort(), new Cut()) : null) });
    await expect(sendIntake(await optionsFor(first.transport, [wide(6)], told, stopping.signal))).rejects.toThrow();
    expect(stored.size).toBeLessThan(6);
    const second = keeper({ stored });
    await sendIntake(await optionsFor(second.transport, [wide(6)], told));
    expect([stored.size, second.figures().twice]).toEqual([6, 0]);
  });

  it("stops at what no waiting would mend", async () => {
    const server = keeper({ failing: (request) => (request === 3 ? new Error("refused") : null) });
    await expect(sendIntake(await optionsFor(server.transport, [wide(4)], { counts: [], waits: [] }))).rejects.toThrow("refused");
  });
});
