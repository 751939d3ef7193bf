import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256Hex } from "@/lib/core/text/fingerprint";
import { finishBatch } from "@/lib/server/services/intake/complete-batch";
import { openBatch } from "@/lib/server/services/intake/open-batch";
import { readBatch } from "@/lib/server/services/intake/read-batches";
import { takeChunk } from "@/lib/server/services/intake/take-chunk";
import { readCall } from "@/lib/server/services/calls/read-call";
import { findOriginal } from "@/lib/server/repositories/calls";
import { listTimeline } from "@/lib/server/repositories/timeline";
import { batchInput, chunkOf, framesOf, openTestServer, type TestServer } from "@/tests/support/test-server";
import { callText } from "@/tests/support/take-in";

let server: TestServer;
let batchId: string;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const open = async (recordCount: number): Promise<void> => {
  const input = batchInput(recordCount);
  batchId = input.id;
  await openBatch(server.context, input);
};
const take = (chunk: { readonly bytes: Uint8Array; readonly sha256: string | null }) => takeChunk(server.context, { batchId, ...chunk });
const countCalls = async (): Promise<number> => (await server.context.db.selectFrom("calls").select("id").execute()).length;
const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => result.error?.code ?? "ok";

beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

describe("a chunk", () => {
  test("becomes calls with their exact bytes, a draft and a first timeline entry", async () => {
    await open(2);
    // Bytes that a parse and a stringify would change: order, blanks, a large number, an escaped lone surrogate, U+0000, a duplicate key.
    const odd = '{"call" : {"externalId":"a\\u0000b", "big": 9007199254740993, "half": "\\ud800", "x":1, "x":2.0},"agent":{"externalId":"bot","name":"Bot"},\r\n"transcript":{"turns":[]}}';
    const taken = await take(chunkOf(...framesOf(0, utf8(odd)), ...framesOf(1, utf8(callText("second")))));
    const stored = taken.ok ? taken.value.stored : [];
    expect(stored.map(({ index }) => index)).toEqual([0, 1]);
    const callId = stored[0]!.callId;
    expect(new TextDecoder().decode((await findOriginal(server.context.db, callId))!)).toBe(odd);
    const detail = await readCall(server.context, callId);
    expect(detail.ok && detail.value.draft).toMatchObject({ text: odd, revision: 0, provider: "zelto", steps: [] });
    expect(detail.ok && detail.value.sourceText).toBe(odd);
    expect(detail.ok && detail.value.row).toMatchObject({ externalId: "a\u0000b", agentExternalId: "bot", fate: "draft", position: 0, batchName: "Pasted" });
    expect((await listTimeline(server.context.db, callId)).map(({ kind, title }) => [kind, title])).toEqual([["taken-in", "Taken in"]]);
  });

  test("is refused whole when its hash is another, missing, or a bit was turned on the way", async () => {
    await open(1);
    const chunk = chunkOf(...framesOf(0, utf8(callText("one"))));
    expect(codeOf(await take({ ...chunk, sha256: "0".repeat(64) }))).toBe("hash_mismatch");
    expect(codeOf(await take({ ...chunk, sha256: null }))).toBe("hash_mismatch");
    const turned = chunk.bytes.slice();
    turned[turned.length - 3]! ^= 1;
    expect(codeOf(await take({ bytes: turned, sha256: chunk.sha256 }))).toBe("hash_mismatch");
    expect(await countCalls()).toBe(0);
  });

  test("is refused whole when it was cut anywhere", async () => {
    await open(2);
    const whole = chunkOf(...framesOf(0, utf8(callText("one"))), ...framesOf(1, utf8(callText("two")))).bytes;
    for (let length = 0; length < whole.byteLength; length += 7) {
      if (length === framesOf(0, utf8(callText("one")))[0]!.byteLength) continue;
      expect(codeOf(await take(chunkOf(whole.subarray(0, length))))).toBe("invalid_input");
    }
    expect(await countCalls()).toBe(0);
  });

  test("is refused whole when one record in it is damaged, and its neighbours stay out", async () => {
    await open(2);
    const good = framesOf(0, utf8(callText("one")));
    const cases = [
      framesOf(1, utf8(callText("two")), { header: { recordSha256: "0".repeat(64) } }),
      framesOf(1, utf8(callText("two")), { header: { recordBytes: 5 } }),
    ];
    for (const bad of cases) expect(codeOf(await take(chunkOf(...good, ...bad)))).toBe("hash_mismatch");
    expect(codeOf(await take(chunkOf(...good, ...framesOf(1, new Uint8Array([0x7b, 0xff, 0x7d])))))).toBe("invalid_input");
    expect(codeOf(await take(chunkOf(...good, ...framesOf(7, utf8("{}")))))).toBe("invalid_input");
    expect(codeOf(await take(chunkOf(...good, ...framesOf(1, utf8("{}"), { header: { source: 3 } }))))).toBe("invalid_input");
    expect(codeOf(await take(chunkOf(...good, ...framesOf(1, utf8("{}"), { header: { recordBytes: 9 * 1024 * 1024, parts: 18 } }))))).toBe("too_large");
    expect(await countCalls()).toBe(0);
  });

  test("of random bytes is refused, never a fault", async () => {
    await open(1);
    for (let length = 1; length <= 200; length += 1) expect(codeOf(await take(chunkOf(randomBytes(length))))).toBe("invalid_input");
  });

  test("that comes again answers the same calls", async () => {
    await open(2);
    const chunk = chunkOf(...framesOf(0, utf8(callText("one"))), ...framesOf(1, utf8(callText("two"))));
    const first = await take(chunk);
    expect(await take(chunk)).toEqual(first);
    expect(await countCalls()).toBe(2);
  });

  test("with another record in a place that is taken is a conflict", async () => {
    await open(1);
    await take(chunkOf(...framesOf(0, utf8(callText("one")))));
    expect(codeOf(await take(chunkOf(...framesOf(0, utf8(callText("other"))))))).toBe("conflict");
  });

  test("of a batch that is not here is not found", async () => {
    await open(1);
    batchId = "00000000-0000-4000-8000-000000000000";
    expect(codeOf(await take(chunkOf(...framesOf(0, utf8("{}")))))).toBe("not_found");
  });

  test("may hold a record that is no JSON: it is kept as it is, and will be refused", async () => {
    await open(1);
    const taken = await take(chunkOf(...framesOf(0, utf8("{'call': oops"))));
    const detail = await readCall(server.context, taken.ok ? taken.value.stored[0]!.callId : "");
    expect(detail.ok && [detail.value.draft.text, detail.value.row.shape, detail.value.row.problems.blocks]).toEqual(["{'call': oops", "unknown", 1]);
  });
});

describe("a record in parts", () => {
  const record = utf8(callText("large", { words: "word ".repeat(2_000) }));

  test("becomes a call once the last part is there, in whatever order they come", async () => {
    await open(1);
    const [first, second, third] = framesOf(0, record, { partBytes: 4_000 }) as [Uint8Array, Uint8Array, Uint8Array];
    expect(await take(chunkOf(third))).toEqual({ ok: true, value: { stored: [] } });
    expect(await take(chunkOf(first))).toEqual({ ok: true, value: { stored: [] } });
    expect(await countCalls()).toBe(0);
    const last = await take(chunkOf(second));
    expect(last.ok && last.value.stored).toHaveLength(1);
    expect(await findOriginal(server.context.db, last.ok ? last.value.stored[0]!.callId : "")).toEqual(new Uint8Array(record));
    expect(await server.context.db.selectFrom("recordParts").selectAll().execute()).toEqual([]);
  });

  test("may be sent again part by part after a damaged one", async () => {
    await open(1);
    const frames = framesOf(0, record, { partBytes: 4_000 });
    const damaged = framesOf(0, record.map((byte) => (byte === 0x77 ? 0x78 : byte)), { partBytes: 4_000, header: { recordSha256: sha256Hex(record) } });
    await take(chunkOf(damaged[0]!));
    await take(chunkOf(frames[1]!));
    expect(codeOf(await take(chunkOf(frames[2]!)))).toBe("hash_mismatch");
    expect(await countCalls()).toBe(0);
    for (const frame of frames.slice(0, 2)) await take(chunkOf(frame));
    expect(codeOf(await take(chunkOf(frames[2]!)))).toBe("ok");
    expect(await countCalls()).toBe(1);
  });
});

describe("a batch", () => {
  test("goes on where it was interrupted", async () => {
    const input = batchInput(3);
    batchId = input.id;
    expect(await openBatch(server.context, input)).toEqual({ ok: true, value: { batchId, stored: [], announced: 1 } });
    await take(chunkOf(...framesOf(0, utf8(callText("a"))), ...framesOf(2, utf8(callText("c")))));
    expect(codeOf(await finishBatch(server.context, batchId))).toBe("conflict");
    expect(await openBatch(server.context, input)).toEqual({ ok: true, value: { batchId, stored: [[0, 0], [2, 2]], announced: 1 } });
    const rest = await take(chunkOf(...framesOf(1, utf8(callText("b")))));
    expect(codeOf(rest)).toBe("ok");
    const finished = await finishBatch(server.context, batchId);
    expect(finished.ok && finished.value.recordCount).toBe(3);
    expect(await finishBatch(server.context, batchId)).toEqual(finished);
  });

  test("of the same id with other sources is a conflict", async () => {
    const input = batchInput(3);
    await openBatch(server.context, input);
    expect(codeOf(await openBatch(server.context, { ...input, recordCount: 4 }))).toBe("conflict");
    expect(codeOf(await openBatch(server.context, { ...input, sources: [{ ...input.sources[0]!, sha256: "1".repeat(64) }] }))).toBe("conflict");
  });

  test("adds up: what is not started is what was taken in", async () => {
    await open(2);
    await take(chunkOf(...framesOf(0, utf8(callText("a"))), ...framesOf(1, utf8(callText("b")))));
    const view = await readBatch(server.context, batchId);
    expect(view.ok && view.value).toMatchObject({ storedCount: 2, complete: false, sum: { notStarted: 2, waiting: 0, accepted: 0, attention: 0, cancelled: 0, excluded: 0, takenIn: 2 } });
  });
});
