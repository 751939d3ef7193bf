import { describe, expect, it } from "vitest";
import { OpenBatchInputSchema } from "@/lib/contracts/intake";
import { planBatch } from "@/lib/intake/batch-plan";
import { inspectSource } from "@/lib/intake/inspect-source";
import { sendBatch, type BatchTransport } from "@/lib/intake/send-batch";
import { verdictSentence } from "@/lib/intake/verdict";

const BATCH_ID = "7b0d9a3e-5a2c-4f6b-9c1d-0e8f7a6b5c4d";
const CALL_ID = "1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9";

const call = (id: string): string => `{"agent":{"externalId":"booking-bot"},"call":{"externalId":"${id}"},"transcript":{"turns":[{"role":"user","content":"Hello"}]}}`;
const retell = (id: string): string => `{"event":"call_analyzed","call":{"call_id":"${id}","agent_id":"agent_9","transcript_object":[{"role":"agent","content":"Hello"}]}}`;
const NOTHING = '{"agent":{"externalId":"booking-bot"},"call":{"externalId":"nothing"}}';
const source = (content: string, name = "calls.json") => inspectSource({ name, content, provider: null });
const intake = { id: BATCH_ID, kind: "file", name: "August" } as const;

function plan(...sources: Parameters<typeof planBatch>[0]) {
  const planned = planBatch(sources, intake);
  if (!planned.ok) throw new Error(planned.error);
  return planned.value;
}

describe("the verdict", () => {
  it.each([
    ["1 call · Zelto · ready", [source(call("a"))]],
    ["1 call · Zelto · needs attention", [source(NOTHING)]],
    ["2 calls · Zelto · all ready", [source(`${call("a")}\n${call("b")}`)]],
    ["3 calls · Zelto 2, Retell 1 · 1 needs attention", [source(`${call("a")}\n${retell("r")}\n${NOTHING}`)]],
    ["2 files · 2 calls · Zelto · all ready", [source(call("a"), "a.json"), source(call("b"), "b.json")]],
    ["2 files · 1 call · Zelto · ready · 1 file cannot be read", [source(call("a"), "a.json"), source("", "b.json")]],
    ["2 calls · Zelto · all ready · 1 record cannot be read", [source(`${call("a")}\n{ broken\n${call("b")}`)]],
    ["1 call · unknown shape · needs attention", [source('{"when":"yesterday"}')]],
    ["calls.json is empty. Nothing was taken in.", [source("")]],
  ])("reads %s", (sentence, sources) => {
    expect(verdictSentence(sources)).toBe(sentence);
  });
});

describe("a plan", () => {
  it("numbers the records through all sources and leaves out those without any", () => {
    const { batch, records } = plan(source(`[${call("a")},${call("b")}]`, "one.json"), source("", "empty.json"), source(call("c"), "two.json"));
    expect(batch.sources.map(({ name }) => name)).toEqual(["one.json", "two.json"]);
    expect(records.map(({ index, source: place, path }) => `${index} in ${place} ${path}`)).toEqual(["0 in 0 [0]", "1 in 0 [1]", "2 in 1 "]);
    expect(batch.recordCount).toBe(3);
    expect(OpenBatchInputSchema.safeParse(batch).success).toBe(true);
  });

  it("leaves the header to detection, a sample's apart", () => {
    expect(plan(source(retell("r"))).records[0]?.provider).toBeNull();
    expect(plan(inspectSource({ name: "livekit.json", content: call("l"), provider: "livekit" })).records[0]?.provider).toBe("livekit");
  });

  it("tells which lines were not taken in, at most as many as a source may note", () => {
    const { batch } = plan(source(`${call("a")}\n${"{ broken\n".repeat(40)}${call("b")}`));
    const notes = batch.sources[0]?.notes ?? [];
    expect(notes[0]).toMatch(/^Line 2 was not taken in: it is not JSON at column 3\. /);
    expect([notes.length, notes.at(-1)]).toEqual([20, "21 more of this kind."]);
    expect(OpenBatchInputSchema.safeParse(batch).success).toBe(true);
  });

  it("is refused over 2,000 calls, with the limit", () => {
    const many = source(`[${Array.from({ length: 1_001 }, (_, place) => call(`m-${place}`)).join(",")}]`);
    const planned = planBatch([many, many], intake);
    expect(planned).toEqual({ ok: false, error: "2,002 calls in 2 files. This release takes in at most 2,000 at a time. Nothing was taken in. Choose fewer files and try again." });
  });

  it("is none where there is no call", () => {
    expect(planBatch([source("")], intake)).toEqual({ ok: false, error: "There is no call in this. Nothing was taken in." });
  });
});

/** A server that keeps what it is sent, as far as a test lets it. */
function keeper(options: { readonly stored?: readonly number[]; readonly failAtChunk?: number } = {}) {
  const stored = new Set(options.stored);
  const chunks: { readonly size: number; readonly sha256: string }[] = [];
  const transport: BatchTransport = {
    open: ({ id }) => Promise.resolve({ batchId: id, stored: [...stored] }),
    sendChunk: (_batchId, bytes, sha256) => {
      chunks.push({ size: bytes.byteLength, sha256 });
      if (chunks.length === options.failAtChunk) return Promise.reject(new Error("the line was cut"));
      const header = JSON.parse(Buffer.from(bytes.subarray(4, 4 + Buffer.from(bytes).readUInt32BE(0))).toString()) as { readonly index: number };
      stored.add(header.index);
      return Promise.resolve({ stored: [{ index: header.index, callId: CALL_ID }] });
    },
    complete: (batchId) => Promise.resolve({ batchId, recordCount: stored.size, firstCallId: CALL_ID }),
  };
  return { transport, stored, chunks };
}

/** Two records that do not fit into one chunk together. */
const wide = () => plan(source(`[${["a", "b"].map((id) => `{"call":{"externalId":"${id}"},"pad":"${"x".repeat(400_000)}"}`).join(",")}]`));

describe("sending a plan", () => {
  it("hashes each chunk and counts what is safe", async () => {
    const { transport, chunks } = keeper();
    const counts: number[] = [];
    const answer = await sendBatch(wide(), transport, (count) => counts.push(count));
    expect(answer).toEqual({ batchId: BATCH_ID, recordCount: 2, firstCallId: CALL_ID });
    expect(counts).toEqual([0, 1, 2]);
    expect(chunks.map(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toEqual([true, true]);
  });

  it("goes on where it stood after the line was cut, and sends nothing twice", async () => {
    const first = keeper({ failAtChunk: 2 });
    const counts: number[] = [];
    await expect(sendBatch(wide(), first.transport, (count) => counts.push(count))).rejects.toThrow("the line was cut");
    expect(counts).toEqual([0, 1]);
    const second = keeper({ stored: [...first.stored] });
    await sendBatch(wide(), second.transport, (count) => counts.push(count));
    expect(counts).toEqual([0, 1, 1, 2]);
    expect([...first.stored, ...second.stored].sort()).toEqual([0, 0, 1]);
    expect(second.chunks.length).toBe(1);
  });
});
