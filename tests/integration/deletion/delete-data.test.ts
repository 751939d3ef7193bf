import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256Hex } from "@/lib/core/text/fingerprint";
import { insertAttempt } from "@/lib/server/repositories/attempts";
import { findCall, setCallStanding } from "@/lib/server/repositories/calls";
import { saveAgents } from "@/lib/server/repositories/agents";
import { insertTimelineEntry } from "@/lib/server/repositories/timeline";
import { insertUpload, updateUpload } from "@/lib/server/repositories/uploads";
import { insertVersion } from "@/lib/server/repositories/versions";
import { readCalls } from "@/lib/server/services/calls/list-calls";
import { deleteBatch, deleteCall, deleteEverything } from "@/lib/server/services/deletion/delete-data";
import { saveDraft } from "@/lib/server/services/drafts/save-draft";
import { openBatch } from "@/lib/server/services/intake/open-batch";
import { takeChunk } from "@/lib/server/services/intake/take-chunk";
import { batchInput, chunkOf, framesOf, openTestServer, type TestServer } from "@/tests/support/test-server";
import { callText, takeIn } from "@/tests/support/take-in";

const MARKER = "zanzibarquokka";
let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => result.error?.code ?? "ok";

/** How often a marker stands in any file of the data folder, raw. */
function traces(marker = MARKER): number {
  const files = readdirSync(server.opened.folder).map((name) => readFileSync(join(server.opened.folder, name)).toString("latin1").toLowerCase());
  expect(files.length).toBeGreaterThan(1);
  return files.reduce((sum, text) => sum + text.split(marker).length - 1, 0);
}

/** A call with everything that can hang on one: an edit, a version, an upload, an attempt, a timeline entry. */
async function fullCall(marker = MARKER): Promise<{ readonly callId: string; readonly batchId: string; readonly uploadId: string }> {
  const { batchId, callIds } = await takeIn(server.context, [callText(`id-${marker}`, { words: `${marker} said ${"long ".repeat(3_000)}` })], `Batch ${marker}`);
  const callId = callIds[0]!;
  const step = { id: randomUUID(), kind: "edit" as const, label: "Type", edits: [{ offset: 0, removed: "", inserted: " " }] };
  await saveDraft(server.context, callId, { baseRevision: 0, steps: [step] });
  await readCalls(server.context, { search: marker, limit: 10 });
  const { db, now, target } = server.context;
  const body = new TextEncoder().encode(`{"x":"${marker}"}`);
  const [versionId, uploadId, attemptId] = [randomUUID(), randomUUID(), randomUUID()];
  await insertVersion(db, { id: versionId, callId, number: 1, body, sha256: sha256Hex(body), byteLength: body.byteLength, provider: "zelto", createdAt: now() });
  const never = { claimedAt: null, claimToken: null, acceptedAt: null, landedAt: null, matchedAt: null, settledAt: null, dueAt: null, tries: 0, firstAttemptAt: null, queuedAt: now() };
  const nothing = { bucketId: null, previousConversationId: null, previousUpdatedAt: null, conversationId: null, nextLookAt: null, readBack: null };
  await insertUpload(db, {
    ...never,
    ...nothing,
    id: uploadId,
    callId,
    versionId,
    number: 1,
    targetId: target.id,
    fate: "rejected",
    sentence: `Refused ${marker}`,
    provider: "zelto",
    externalId: `id-${marker}`,
    sendAnyway: false,
    expectsNothing: false,
    looks: 0,
    fieldErrors: [{ path: ["call"], message: marker }],
    missingCauses: [],
    createdAt: now(),
  });
  await insertAttempt(db, {
    id: attemptId,
    uploadId,
    number: 1,
    requestId: "r-1",
    startedAt: now(),
    endedAt: now(),
    method: "POST",
    url: "http://127.0.0.1/webhooks/calls",
    requestHeaders: [],
    bodySha256: sha256Hex(body),
    bodyBytes: body.byteLength,
    status: 400,
    responseHeaders: [],
    responseBody: new TextEncoder().encode(`{"details":"${marker}"}`),
    truncated: false,
    durationMs: 5,
    outcome: "permanent",
    sentence: marker,
  });
  await insertTimelineEntry(db, { id: randomUUID(), callId, at: now(), kind: "attempt", fate: "rejected", title: "Refused", sentence: marker, attemptId });
  await setCallStanding(db, callId, { fate: "rejected", reason: marker, at: now(), latestUploadId: uploadId });
  return { callId, batchId, uploadId };
}

const TABLES = ["batches", "sources", "recordParts", "calls", "drafts", "draftSteps", "versions", "uploads", "attempts", "assignments", "timeline", "searchKeys", "search"] as const;
async function rowCounts(): Promise<readonly (readonly [string, number])[]> {
  const counts: [string, number][] = [];
  for (const table of TABLES) counts.push([table, (await server.context.db.selectFrom(table).selectAll().execute()).length]);
  return counts.filter(([, count]) => count > 0);
}

describe("deleting", () => {
  test("a call leaves no row and no byte of it in any file", async () => {
    const { callId } = await fullCall();
    expect(traces()).toBeGreaterThan(5);
    expect(await deleteCall(server.context, callId)).toEqual({ ok: true, value: { calls: 1, batches: 1 } });
    expect(await rowCounts()).toEqual([]);
    expect(traces()).toBe(0);
  });

  test("a call leaves its neighbours whole", async () => {
    const { callIds, batchId } = await takeIn(server.context, [callText("stays"), callText(MARKER, { words: MARKER })]);
    const other = await fullCall("untouched");
    await deleteCall(server.context, callIds[1]!);
    expect((await findCall(server.context.db, callIds[0]!))?.batchId).toBe(batchId);
    expect((await findCall(server.context.db, other.callId))?.latestUploadId).toBe(other.uploadId);
    expect(traces()).toBe(0);
    const found = await readCalls(server.context, { search: "untouched", limit: 10 });
    expect(found.ok && found.value.total).toBe(1);
  });

  test("a batch takes its calls, its sources and its unfinished records along", async () => {
    const { batchId } = await fullCall();
    expect(await deleteBatch(server.context, batchId)).toEqual({ ok: true, value: { calls: 1, batches: 1 } });
    const input = batchInput(1, { sources: [{ name: `${MARKER}.json`, byteLength: 1, sha256: "0".repeat(64), notes: [MARKER] }] });
    await openBatch(server.context, input);
    await takeChunk(server.context, { batchId: input.id, ...chunkOf(framesOf(0, new TextEncoder().encode(MARKER.repeat(50)), { partBytes: 300 })[0]!) });
    expect(traces()).toBeGreaterThan(1);
    expect(await deleteBatch(server.context, input.id)).toEqual({ ok: true, value: { calls: 0, batches: 1 } });
    expect(await rowCounts()).toEqual([]);
    expect(traces()).toBe(0);
  });

  test("everything leaves an empty store, what was learned from Zelto included", async () => {
    await fullCall();
    await fullCall("secondmarker");
    const { db, target, now } = server.context;
    await saveAgents(db, [{ targetId: target.id, id: randomUUID(), externalId: MARKER, name: MARKER, provider: null, json: `{"name":"${MARKER}"}`, seenAt: now(), listed: true }]);
    expect(await deleteEverything(server.context)).toEqual({ ok: true, value: { calls: 2, batches: 2 } });
    expect(await rowCounts()).toEqual([]);
    expect([traces(), traces("secondmarker")]).toEqual([0, 0]);
  });

  test("waits for a call that is being sent, and says so", async () => {
    const { callId, batchId, uploadId } = await fullCall();
    await updateUpload(server.context.db, uploadId, { fate: "sending", claimToken: "t" });
    expect(codeOf(await deleteCall(server.context, callId))).toBe("already_running");
    expect(codeOf(await deleteBatch(server.context, batchId))).toBe("already_running");
    expect(codeOf(await deleteEverything(server.context))).toBe("already_running");
    expect(await findCall(server.context.db, callId)).not.toBeNull();
    await updateUpload(server.context.db, uploadId, { fate: "unknown", claimToken: null });
    expect(codeOf(await deleteCall(server.context, callId))).toBe("ok");
  });

  test("what is gone already says so", async () => {
    expect(codeOf(await deleteCall(server.context, randomUUID()))).toBe("not_found");
    expect(codeOf(await deleteBatch(server.context, randomUUID()))).toBe("not_found");
  });
});
