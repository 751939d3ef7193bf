import { afterEach, beforeEach, expect, test } from "vitest";
import { randomUUID } from "node:crypto";
import { saveBuckets } from "@/lib/server/repositories/buckets";
import { setExcluded, setPlannedBucket } from "@/lib/server/repositories/bulk-items";
import { listUploadsOfCall } from "@/lib/server/repositories/uploads";
import { listVersions } from "@/lib/server/repositories/versions";
import { uploadBatch } from "@/lib/server/services/uploads/upload-batch";
import { uploadCall } from "@/lib/server/services/uploads/upload-call";
import { callText, openDeliveryWorld, type DeliveryWorld } from "../../support/delivery-world";

let world: DeliveryWorld;

beforeEach(async () => {
  // Nothing listens there and no worker runs: these rules are about what is queued.
  world = await openDeliveryWorld({ baseUrl: "http://127.0.0.1:9", apiKey: "some-key-1234567" });
});

afterEach(async () => {
  await world.close();
});

const wish = (callId: string, changes: { readonly revision?: number; readonly sendAnyway?: boolean } = {}) =>
  uploadCall(world.delivery, { callId, revision: 0, sendAnyway: false, bucketId: null, ...changes });
const code = (result: Awaited<ReturnType<typeof wish>>) => (result.ok ? "queued" : result.error.code);

test("a revision that was not seen is not sent", async () => {
  const callId = await world.takeIn(callText("seen"));
  await world.rewrite(callId, callText("seen", { turns: ["changed"] }));
  expect(code(await wish(callId, { revision: 0 }))).toBe("conflict");
  expect(code(await wish(callId, { revision: 1 }))).toBe("queued");
});

test("a call that Zelto would refuse is not sent, even anyway, and the places are named", async () => {
  const callId = await world.takeIn(JSON.stringify({ agent: { externalId: "a" }, call: { externalId: "" }, transcript: { turns: [{ role: "robot", content: "x" }] } }));
  const result = await wish(callId, { sendAnyway: true });
  expect(code(result)).toBe("blocked_by_problems");
  expect(result.ok ? [] : result.error.details?.map(({ path }) => path)).toEqual(expect.arrayContaining(["call.externalId", "transcript.turns[0].role"]));
  expect(await listUploadsOfCall(world.store.db, callId)).toEqual([]);
  expect(await listVersions(world.store.db, callId)).toEqual([]);
});

test("broken JSON is not sent", async () => {
  const callId = await world.takeIn(callText("broken"));
  await world.rewrite(callId, "{");
  expect(code(await wish(callId, { revision: 1 }))).toBe("blocked_by_problems");
});

test("a call of which nothing would be kept needs the explicit word", async () => {
  const callId = await world.takeIn(callText("empty", { turns: [] }));
  expect(code(await wish(callId))).toBe("needs_confirmation");
  expect(code(await wish(callId, { sendAnyway: true }))).toBe("queued");
});

test("a second click on the same bytes queues nothing", async () => {
  const callId = await world.takeIn(callText("double"));
  const results = await Promise.all([wish(callId), wish(callId), wish(callId)]);
  expect(results.map(code).sort()).toEqual(["already_running", "already_running", "queued"]);
  expect(await listUploadsOfCall(world.store.db, callId)).toHaveLength(1);
});

test("a call that is gone is not found", async () => {
  expect(code(await wish(randomUUID()))).toBe("not_found");
});

test("a whole batch leaves out what needs a word, and says how many and why", async () => {
  const batchId = randomUUID();
  const texts = [callText("one"), callText("two"), callText("three", { turns: [] }), JSON.stringify({ call: {} }), callText("five")];
  const calls: string[] = [];
  for (const [position, text] of texts.entries()) calls.push(await world.takeIn(text, { batchId, position }));
  await world.upload(calls[1]!);
  await world.store.db.updateTable("calls").set({ excluded: 1 }).where("id", "=", calls[4]!).execute();
  const answer = await uploadBatch(world.delivery, { batchId, bucketId: null });
  expect(answer.ok && answer.value.queued).toBe(1);
  expect(answer.ok && answer.value.left).toEqual([
    { reason: "on their way already", count: 1 },
    { reason: "Zelto would keep nothing of them", count: 1 },
    { reason: "would be refused by Zelto", count: 1 },
    { reason: "left out by hand", count: 1 },
  ]);
  const again = await uploadBatch(world.delivery, { batchId, bucketId: null });
  expect(again.ok && again.value.queued).toBe(0);
  expect(await uploadBatch(world.delivery, { batchId: randomUUID(), bucketId: null })).toMatchObject({ ok: false, error: { code: "not_found" } });
});

test.each([
  ["matched", 0, "uploaded already and not edited since"],
  ["rejected", 0, "wait for your decision"],
  ["matched", 1, null],
  ["cancelled", 0, null],
] as const)("a batch takes a %s call (edited: %i) or leaves it: %s", async (fate, editedSince, reason) => {
  const batchId = randomUUID();
  const callId = await world.takeIn(callText("standing"), { batchId });
  await world.store.db.updateTable("calls").set({ fate, editedSince }).where("id", "=", callId).execute();
  const answer = await uploadBatch(world.delivery, { batchId, bucketId: null });
  expect(answer.ok && answer.value).toEqual(reason === null ? { queued: 1, left: [] } : { queued: 0, left: [{ reason, count: 1 }] });
});

test("Upload all leaves excluded calls out, and says how many", async () => {
  const batchId = randomUUID();
  const first = await world.takeIn(callText("in"), { batchId, position: 0 });
  const second = await world.takeIn(callText("out"), { batchId, position: 1 });
  await setExcluded(world.store.db, second, true, world.clock.now());
  expect(await uploadBatch(world.delivery, { batchId, bucketId: null })).toEqual({ ok: true, value: { queued: 1, left: [{ reason: "left out by hand", count: 1 }] } });
  expect([(await world.call(first)).fate, (await world.call(second)).fate]).toEqual(["queued", "draft"]);
});

test("a planned bucket is taken where none is chosen, and a chosen one wins", async () => {
  const batchId = randomUUID();
  const calls = [await world.takeIn(callText("a"), { batchId, position: 0 }), await world.takeIn(callText("b"), { batchId, position: 1 })];
  const bucket = (id: string) => ({ targetId: world.delivery.target.id, id, agentId: null, name: id, json: "{}", createdAt: null, seenAt: world.clock.now() });
  await saveBuckets(world.store.db, [bucket("planned"), bucket("chosen")]);
  await setPlannedBucket(world.store.db, calls[0]!, "planned");
  await uploadBatch(world.delivery, { batchId, bucketId: null });
  expect([(await world.latest(calls[0]!)).bucketId, (await world.latest(calls[1]!)).bucketId]).toEqual(["planned", null]);
  const single = await world.takeIn(callText("c"));
  await setPlannedBucket(world.store.db, single, "planned");
  await world.upload(single, { bucketId: "chosen" });
  expect((await world.latest(single)).bucketId).toBe("chosen");
  const stale = await world.takeIn(callText("d"));
  await setPlannedBucket(world.store.db, stale, "of another target");
  await world.upload(stale);
  expect((await world.latest(stale)).bucketId).toBeNull();
});
