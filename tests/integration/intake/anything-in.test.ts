import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { POST as openRoute } from "@/app/api/intake/batches/route";
import { POST as chunkRoute } from "@/app/api/intake/batches/[id]/chunks/route";
import { POST as completeRoute } from "@/app/api/intake/batches/[id]/complete/route";
import { GET as sourcesRoute, POST as announceRoute } from "@/app/api/intake/batches/[id]/sources/route";
import { DELETE as forgetRoute, GET as memoryRoute, POST as importRoute } from "@/app/api/intake/memory/route";
import { GET as pendingRoute } from "@/app/api/intake/pending/route";
import type { Answers } from "@/lib/core/shapes/answers";
import { sha256Hex } from "@/lib/core/text/fingerprint";
import type { GivenSource } from "@/lib/intake/inspected-source";
import { IntakeSession } from "@/lib/intake/intake-session";
import { findDraft } from "@/lib/server/repositories/drafts";
import { listReceiptGroups } from "@/lib/server/repositories/receipt-groups";
import { listTimeline } from "@/lib/server/repositories/timeline";
import { readCall } from "@/lib/server/services/calls/read-call";
import { given, readChunks } from "@/tests/support/inspect-given";
import { ROOT } from "@/tests/support/source-files";
import { openTestServer, type TestServer } from "@/tests/support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

const at = (id: string) => ({ params: Promise.resolve({ id }) });
const json = async (response: Response): Promise<Record<string, unknown>> => (await response.json()) as Record<string, unknown>;
const request = (where: string, body?: unknown, method = "POST") => server.request(where, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
const canonical = (id: string, words = "Hi"): string => JSON.stringify({ agent: { externalId: "bot" }, call: { externalId: id }, transcript: { turns: [{ role: "user", content: words }] } });

/** Opens a batch over HTTP for what a page would have inspected. */
async function open(sources: readonly GivenSource[], answers: Answers = {}, id: string = randomUUID()) {
  const session = new IntakeSession();
  session.add(sources);
  const report = await session.inspect(answers, () => undefined);
  const { sourceCount, recordCount } = session.counts();
  const body = { id, name: "Dropped", kind: "file", recordCount, sourceCount, sources: session.announced(0), answers };
  const response = await openRoute(request("/api/intake/batches", body), at(id));
  return { id, session, report, status: response.status, answer: await json(response) };
}

async function send(id: string, bytes: Uint8Array, sha256 = sha256Hex(bytes)): Promise<Response> {
  const headers = { "content-type": "application/octet-stream", "x-chunk-sha256": sha256 };
  return chunkRoute(server.request(`/api/intake/batches/${id}/chunks`, { method: "POST", body: new Uint8Array(bytes), headers }), at(id));
}

async function takeIn(sources: readonly GivenSource[], answers: Answers = {}) {
  const opened = await open(sources, answers);
  const callIds = new Map<number, string>();
  for (const chunk of await readChunks(opened.session)) {
    const { stored } = (await json(await send(opened.id, chunk))) as { readonly stored: readonly { index: number; callId: string }[] };
    for (const { index, callId } of stored) callIds.set(index, callId);
  }
  return { ...opened, callIds, complete: await completeRoute(request(`/api/intake/batches/${opened.id}/complete`, {}), at(opened.id)) };
}

describe("page and server", () => {
  const SHAPES = path.join(ROOT, "tests", "fixtures", "shapes");
  const fixtures = readdirSync(SHAPES, { recursive: true, encoding: "utf8" }).filter((file) => /\.[a-z]+$/.test(file) && !file.includes(".expected."));

  test("say the same of every record of every shape", async () => {
    expect(fixtures.length).toBeGreaterThan(20);
    const sources = fixtures.map((file) => given(new Uint8Array(readFileSync(path.join(SHAPES, file))), file));
    const { report, callIds, complete } = await takeIn(sources);
    expect(complete.status).toBe(200);
    expect(callIds.size).toBe(report.recordCount);
    for (const record of report.sources.flatMap((source) => source.records)) {
      const call = await readCall(server.context, callIds.get(record.index) ?? "");
      if (!call.ok) throw new Error(`${record.source}: ${call.error.message}`);
      const { row, sourceShape, remarks } = call.value;
      expect([record.source, sourceShape, row.shape, row.provider, row.problems, row.turnCount]).toEqual([record.source, record.sourceShape, record.shape, record.provider, record.counts, record.summary.turnCount]);
      expect(remarks.slice(0, 20)).toEqual(record.remarks);
    }
    const rows = await server.context.db.selectFrom("calls").select(({ fn }) => [fn.sum<number>("carried").as("carried"), fn.sum<number>("changed").as("changed"), fn.sum<number>("dropped").as("dropped")]).executeTakeFirstOrThrow();
    expect(rows).toEqual(report.receipt);
  }, 60_000);
});

describe("a record of another shape", () => {
  const CHAT = '{"messages":[{"role":"system","content":"Be kind."},{"role":"user","content":"Hello"},{"role":"assistant","content":"Hi, how can I help?"}]}';

  test("keeps its bytes, has a converted draft, and its timeline says what was done", async () => {
    const { callIds } = await takeIn([given(CHAT, "chat.json")]);
    const callId = callIds.get(0) ?? "";
    const call = await readCall(server.context, callId);
    expect(call.ok && [call.value.sourceText, call.value.sourceShape, call.value.row.shape]).toEqual([CHAT, "openai-messages", "canonical"]);
    const draft = await findDraft(server.context.db, callId);
    expect(JSON.parse(Buffer.from(draft?.bytes ?? []).toString())).toMatchObject({ systemPrompt: "Be kind.", transcript: { turns: [{ role: "user", content: "Hello" }, { role: "assistant" }] } });
    const [first] = await listTimeline(server.context.db, callId);
    expect(first?.sentence).toMatch(/^chat\.json\. Converted from a list of OpenAI-style messages: \d+ carried, \d+ changed, \d+ dropped\. The record is kept here as it was; nothing was sent\.$/);
  });

  test("adds its receipt to the batch's sums", async () => {
    const { id, report } = await takeIn([given(`${CHAT}\n${CHAT}`, "chats.jsonl")]);
    const groups = await listReceiptGroups(server.context.db, id, 100);
    expect(groups.reduce((sum, { leaves }) => sum + leaves, 0)).toBe(report.receipt.carried + report.receipt.changed + report.receipt.dropped);
    expect(groups.some(({ from, to, calls }) => from === "messages[].content" && to === "transcript.turns[].content" && calls === 2)).toBe(true);
  });
});

describe("an intake of many sources", () => {
  const files = Array.from({ length: 2_200 }, (_, place) => given(canonical(`f-${place}`), `deep/folder/${place}.json`));

  test("announces them by pages, in any order and again, and goes on with what is missing", async () => {
    const { id, session, answer } = await open(files);
    expect(answer).toEqual({ batchId: id, stored: [], announced: 1_000 });
    const announce = (first: number) => announceRoute(request(`/api/intake/batches/${id}/sources`, { first, sources: session.announced(first) }), at(id));
    expect(await json(await announce(1_000))).toEqual({ announced: 2_000 });
    const [first] = await readChunks(session);
    expect((await send(id, first ?? new Uint8Array())).status).toBe(200);
    expect(await json(await announce(2_000))).toEqual({ announced: 2_200 });
    expect(await json(await announce(1_000))).toEqual({ announced: 2_200 });
    const again = await openRoute(request("/api/intake/batches", { id, name: "Dropped", kind: "file", recordCount: 2_200, sourceCount: 2_200, sources: session.announced(0), answers: {} }), at(id));
    const { stored } = (await json(again)) as { readonly stored: readonly [number, number][] };
    expect(stored).toHaveLength(1);
    expect(stored[0]?.[0]).toBe(0);
    const page = await json(await sourcesRoute(request(`/api/intake/batches/${id}/sources?from=2000`, undefined, "GET"), at(id)));
    expect([(page["sources"] as unknown[]).length, page["sourceCount"]]).toEqual([200, 2_200]);
    const pending = await json(await pendingRoute(request("/api/intake/pending", undefined, "GET"), at(id)));
    expect(pending["batches"]).toEqual([expect.objectContaining({ id, name: "Dropped", recordCount: 2_200, stored: (stored[0]?.[1] ?? -1) + 1 })]);
  }, 60_000);

  test("refuses other sources in their places, more than there are, and records of one that is unknown", async () => {
    const { id, session } = await open(files.slice(0, 3));
    const other = session.announced(0).map((source) => ({ ...source, sha256: "f".repeat(64) }));
    const announce = async (first: number, sources: unknown) => (await announceRoute(request(`/api/intake/batches/${id}/sources`, { first, sources }), at(id))).status;
    expect(await announce(0, other)).toBe(409);
    expect(await announce(2, session.announced(0))).toBe(400);
    const wide = await open([...files.slice(0, 2)]);
    await server.context.db.deleteFrom("sources").where("batchId", "=", wide.id).where("ordinal", "=", 1).execute();
    const [chunk] = await readChunks(wide.session);
    expect((await send(wide.id, chunk ?? new Uint8Array())).status).toBe(400);
  });

  test("is not the same with other answers", async () => {
    const { id } = await open(files.slice(0, 2), { "agent": "bot" });
    expect((await open(files.slice(0, 2), { "agent": "other" }, id)).status).toBe(409);
    expect((await open(files.slice(0, 2), { "agent": "bot" }, id)).status).toBe(200);
  });

  test("takes 20 MB, and no chunk of it with a wrong hash, length or cut", async () => {
    const sources = Array.from({ length: 40 }, (_, place) => given(canonical(`large-${place}`, "word ".repeat(100_000)), `${place}.json`));
    const { session, id } = await open(sources);
    const chunks = await readChunks(session);
    expect(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeGreaterThan(20_000_000);
    for (const chunk of chunks) {
      expect((await send(id, chunk, "0".repeat(64))).status).toBe(422);
      expect((await send(id, chunk.subarray(0, chunk.byteLength - 5))).status).toBe(400);
      expect((await send(id, chunk)).status).toBe(200);
    }
    expect((await completeRoute(request(`/api/intake/batches/${id}/complete`, {}), at(id))).status).toBe(200);
  }, 60_000);
});

describe("answers that hold for later intakes", () => {
  test("are remembered, read, brought from a file and forgotten; those of one intake are not", async () => {
    const read = async () => ((await json(await memoryRoute(request("/api/intake/memory", undefined, "GET"), at("")))) as { answers: { key: string; value: string }[] }).answers.map(({ key, value }) => `${key}=${value}`).sort();
    await open([given(canonical("a"))], { "columns:abc": "mapping", "agent": "bot", "__proto__x": "1" });
    expect(await read()).toEqual(["columns:abc=mapping"]);
    await importRoute(request("/api/intake/memory", { answers: { "template:t": "{}", "columns:abc": "newer", "time-zone": "+02:00" } }), at(""));
    expect(await read()).toEqual(["columns:abc=newer", "template:t={}"]);
    expect(await json(await forgetRoute(request("/api/intake/memory", { key: "columns:abc" }, "DELETE"), at("")))).toEqual({ forgotten: 1 });
    expect(await json(await forgetRoute(request("/api/intake/memory", { key: null }, "DELETE"), at("")))).toEqual({ forgotten: 1 });
    expect(await read()).toEqual([]);
  });

  test("are at most 200, of at most 20,000 characters each", async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, place) => [`q-${place}`, "x"]));
    expect((await open([given(canonical("a"))], many)).status).toBe(400);
    expect((await open([given(canonical("a"))], { q: "x".repeat(20_001) })).status).toBe(400);
  });
});
