import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ChunkAnswerSchema, CHUNK_SHA256_HEADER } from "@/lib/contracts/intake";
import { storeFailure } from "@/lib/server/db/store-error";
import { openBatch } from "@/lib/server/services/intake/open-batch";
import { POST as postChunk } from "@/app/api/intake/batches/[id]/chunks/route";
import { POST as postDraft } from "@/app/api/calls/[id]/draft/route";
import { batchInput, chunkOf, framesOf, openTestServer, type TestServer } from "@/tests/support/test-server";
import { callText, takeIn } from "@/tests/support/take-in";

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

const pragma = (text: string) => sql.raw(`pragma ${text}`).execute(server.context.db);
const pages = async (): Promise<number> => Number(Object.values((await sql.raw<Record<string, number>>("pragma page_count").execute(server.context.db)).rows[0] ?? {})[0]);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Sends one record after the other through the real route; answers status, code and the ids that were acknowledged. */
async function send(batchId: string, index: number, words: string) {
  const { bytes, sha256 } = chunkOf(...framesOf(index, utf8(callText(`call-${index}`, { words }))));
  const request = server.request(`/api/intake/batches/${batchId}/chunks`, { method: "POST", body: bytes, headers: { [CHUNK_SHA256_HEADER]: sha256 } });
  const response = await postChunk(request, { params: Promise.resolve({ id: batchId }) });
  const body = (await response.json()) as { readonly code?: string; readonly detail?: string };
  return { status: response.status, code: body.code, detail: body.detail ?? "", stored: response.ok ? ChunkAnswerSchema.parse(body).stored : [] };
}

test("a full disk is told, acknowledges nothing that is not there, and is over once there is space", async () => {
  const input = batchInput(200);
  await openBatch(server.context, input);
  await pragma(`max_page_count = ${(await pages()) + 60}`);
  const acknowledged: string[] = [];
  let index = 0;
  let refusal = await send(input.id, index, "word ".repeat(2_000));
  while (refusal.status === 200 && index < 199) {
    acknowledged.push(...refusal.stored.map(({ callId }) => callId));
    index += 1;
    refusal = await send(input.id, index, "word ".repeat(2_000));
  }
  expect(refusal).toMatchObject({ status: 507, code: "store_full" });
  expect(refusal.detail).toMatch(/^Not saved\. /);
  const rows = await server.context.db.selectFrom("calls").select("id").execute();
  expect(rows.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
  expect(acknowledged.length).toBeGreaterThan(0);
  await pragma("max_page_count = 100000");
  expect(await send(input.id, index, "word ".repeat(2_000))).toMatchObject({ status: 200 });
});

test("a store that cannot be written is told, and is over once it can be", async () => {
  const input = batchInput(2);
  await openBatch(server.context, input);
  await pragma("query_only = on");
  expect(await send(input.id, 0, "words")).toMatchObject({ status: 503, code: "store_unavailable" });
  await pragma("query_only = off");
  expect(await server.context.db.selectFrom("calls").select("id").execute()).toEqual([]);
  expect(await send(input.id, 0, "words")).toMatchObject({ status: 200 });
});

test("an edit that could not be saved is not acknowledged", async () => {
  const { callIds } = await takeIn(server.context, [callText("one")]);
  const step = { id: "11111111-1111-4111-8111-111111111111", kind: "edit", label: "Type", edits: [{ offset: 0, removed: "", inserted: " " }] };
  await pragma("query_only = on");
  const request = server.request(`/api/calls/${callIds[0]!}/draft`, { method: "POST", body: JSON.stringify({ baseRevision: 0, steps: [step] }) });
  expect((await postDraft(request, { params: Promise.resolve({ id: callIds[0]! }) })).status).toBe(503);
  await pragma("query_only = off");
  expect(await server.context.db.selectFrom("draftSteps").selectAll().execute()).toEqual([]);
});

test.each([
  ["SQLITE_FULL", "store_full"],
  ["ENOSPC", "store_full"],
  ["SQLITE_READONLY_DBMOVED", "store_unavailable"],
  ["SQLITE_IOERR_WRITE", "store_unavailable"],
  ["SQLITE_BUSY", "store_unavailable"],
  ["SQLITE_CORRUPT", "store_unavailable"],
  ["SQLITE_CONSTRAINT_UNIQUE", undefined],
  ["EPIPE", undefined],
])("%s means %s", (code, expected) => {
  expect(storeFailure(Object.assign(new Error("x"), { code }))?.code).toBe(expected);
});
