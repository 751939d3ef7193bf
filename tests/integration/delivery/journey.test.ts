import { afterEach, beforeEach, expect, test } from "vitest";
import { findVersion } from "@/lib/server/repositories/versions";
import { readCallActivity } from "@/lib/server/services/activity/call-activity";
import { readAttempt } from "@/lib/server/services/activity/attempt-detail";
import { CallActivitySchema, AttemptDetailSchema } from "@/lib/contracts/activity";
import { callText, openDeliveryWorld, type DeliveryWorld } from "../../support/delivery-world";
import { fakeClock, type FakeClock } from "../../support/fake-clock";
import { serveSandbox, type ServedSandbox } from "../../support/serve-sandbox";
import { waitFor } from "../../support/wait-for";

let clock: FakeClock;
let zelto: ServedSandbox;
let world: DeliveryWorld;

beforeEach(async () => {
  clock = fakeClock();
  zelto = await serveSandbox({ now: clock.now });
  world = await openDeliveryWorld({ baseUrl: zelto.origin, apiKey: zelto.apiKey, clock });
  await world.start();
});

afterEach(async () => {
  await world.close();
  await zelto.close();
});

const uploads = () =>
  zelto.sandbox
    .requests({ limit: 100 })
    .filter(({ path }) => path === "/webhooks/calls")
    .map(({ id }) => zelto.sandbox.request(id)!);

test("goes from queued to matched, and Zelto receives the very bytes", async () => {
  const text = `{"agent":{"externalId":"booking-bot"},\r\n\t"call":{"externalId":"exact"},"transcript":{"turns":[{"role":"user","content":"half \\ud83d, zero \\u0000, é"}]},"metadata":{"big":9007199254740993,"far":1e400,"zero":-0,"a":1,"a":2}}`;
  const callId = await world.takeIn(text);
  await world.upload(callId);
  expect((await world.call(callId)).fate).toBe("queued");
  const accepted = await world.until(callId, "accepted");
  expect(uploads().map(({ body, provider, authorised }) => [body, provider, authorised])).toEqual([[text, "zelto", true]]);
  expect(accepted.sentence).toBe("Accepted by Zelto, not yet seen there. Intake keeps looking.");
  clock.advance(2_000);
  const matched = await world.until(callId, "matched");
  expect([matched.landedAt, matched.matchedAt, matched.nextLookAt, matched.readBack?.turnsEqual]).toEqual([clock.now(), clock.now(), null, 1]);
  const call = await world.call(callId);
  expect([call.fate, call.conversationId, call.editedSince]).toEqual(["matched", matched.conversationId, false]);
});

test("keeps every attempt with request and answer, and the activity follows its contract", async () => {
  const callId = await world.takeIn(callText("kept"));
  await world.upload(callId);
  await world.until(callId, "accepted");
  clock.advance(2_000);
  await world.until(callId, "matched");
  const activity = await readCallActivity(world.delivery, callId);
  const parsed = CallActivitySchema.parse(activity.ok ? activity.value : null);
  expect(parsed.timeline.map(({ title }) => title).reverse()).toEqual(["Upload 1 queued", "Attempt 1: answered 200", "Landed", "Matched"]);
  const attemptId = parsed.uploads[0]!.attempts[0]!.id;
  const read = await readAttempt(world.delivery, attemptId);
  const attempt = AttemptDetailSchema.parse(read.ok ? read.value : null);
  expect([attempt.request.method, attempt.request.url, attempt.request.body]).toEqual(["POST", `${zelto.origin}/webhooks/calls`, callText("kept")]);
  expect(attempt.request.headers).toContainEqual(["x-zelto-provider", "zelto"]);
  expect(attempt.request.headers).toContainEqual(["authorization", `Bearer ••••${zelto.apiKey.slice(-4)}`]);
  expect([attempt.response?.status, attempt.response?.body]).toEqual([200, '{"received":true}']);
});

test("sends a native body unchanged under its header and does not compare it", async () => {
  const text = JSON.stringify({ event: "call_ended", call: { call_id: "retell-1", agent_id: "agent_x", transcript_object: [{ role: "agent", content: "Hi", words: [] }] } });
  const callId = await world.takeIn(text);
  await world.upload(callId);
  await world.until(callId, "accepted");
  clock.advance(2_000);
  const landed = await waitFor("the read-back to be settled", async () => {
    const upload = await world.latest(callId);
    return upload.fate === "landed" && upload.readBack ? upload : null;
  });
  expect([landed.readBack?.state, landed.nextLookAt]).toEqual(["not-comparable", null]);
  expect(uploads().map(({ body, provider }) => [body, provider])).toEqual([[text, "retell"]]);
});

test("freezes what was seen: a later edit does not change what is sent", async () => {
  const callId = await world.takeIn(callText("frozen"));
  await world.upload(callId);
  await world.rewrite(callId, callText("frozen", { turns: ["Something else."] }));
  const upload = await world.until(callId, "accepted");
  const version = await findVersion(world.store.db, upload.versionId);
  expect(new TextDecoder().decode(version!.body)).toBe(callText("frozen"));
  expect(uploads()[0]?.body).toBe(callText("frozen"));
});

test("a repeat has to prove its update: the old conversation alone is not enough", async () => {
  const callId = await world.takeIn(callText("repeat"));
  await world.upload(callId);
  await world.until(callId, "accepted");
  clock.advance(2_000);
  const first = await world.until(callId, "matched");
  zelto.sandbox.setDials({ landingDelayMs: 40_000 });
  await world.rewrite(callId, callText("repeat", { turns: ["Good morning.", "Hello.", "What can I do?"] }));
  await world.upload(callId);
  const accepted = await world.until(callId, "accepted");
  expect(accepted.previousConversationId).toBe(first.conversationId);
  expect(accepted.previousUpdatedAt).not.toBeNull();
  clock.advance(2_000);
  await waitFor("one look", async () => (await world.latest(callId)).looks === 1);
  expect((await world.latest(callId)).fate).toBe("accepted");
  for (const step of [3_000, 5_000, 20_000, 30_000]) {
    clock.advance(step);
    const looks = (await world.latest(callId)).looks;
    if ((await world.latest(callId)).fate === "accepted") await waitFor("the next look", async () => (await world.latest(callId)).looks > looks || (await world.latest(callId)).fate !== "accepted");
  }
  const second = await world.until(callId, "matched");
  expect([second.conversationId, second.number, second.readBack?.turnsEqual]).toEqual([first.conversationId, 2, 3]);
});

test("a repeat that never shows ends as missing with the update not proved", async () => {
  const callId = await world.takeIn(callText("lost-update"));
  await world.upload(callId);
  await world.until(callId, "accepted");
  clock.advance(2_000);
  await world.until(callId, "matched");
  zelto.sandbox.setDials({ neverLand: true });
  await world.rewrite(callId, callText("lost-update", { turns: ["Good morning.", "Hello?"] }));
  await world.upload(callId);
  await world.until(callId, "accepted");
  for (let looks = 1; looks <= 8; looks += 1) {
    clock.advance(600_000);
    await waitFor(`look ${looks}`, async () => (await world.latest(callId)).looks >= looks);
  }
  const missing = await world.until(callId, "missing");
  expect(missing.missingCauses[0]?.code).toBe("update-not-proved");
  expect(missing.readBack?.state).toBe("unproved");
});
