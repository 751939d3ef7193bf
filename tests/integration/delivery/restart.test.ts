import { afterEach, beforeEach, expect, test } from "vitest";
import { listAttemptsOfUpload } from "@/lib/server/repositories/attempts";
import { listPauses } from "@/lib/server/repositories/pauses";
import { claimUpload } from "@/lib/server/repositories/upload-queue";
import { decideHeldWork } from "@/lib/server/services/queue/held-work";
import { sendUpload } from "@/lib/server/services/uploads/send-upload";
import { callText, openDeliveryWorld, type DeliveryWorld } from "../../support/delivery-world";
import { fakeClock, type FakeClock } from "../../support/fake-clock";
import { httpAnswer, serveRaw, type RawAnswer } from "../../support/raw-zelto";
import { serveSandbox, type ServedSandbox } from "../../support/serve-sandbox";
import { waitFor } from "../../support/wait-for";

let clock: FakeClock;
let zelto: ServedSandbox;
let world: DeliveryWorld;

beforeEach(async () => {
  clock = fakeClock();
  zelto = await serveSandbox({ now: clock.now });
  world = await openDeliveryWorld({ baseUrl: zelto.origin, apiKey: zelto.apiKey, clock });
});

afterEach(async () => {
  await world.close();
  await zelto.close();
});

const claim = (token: string) =>
  world.store.db.transaction().execute((trx) => claimUpload(trx, { targetId: "target-one", pausedProviders: [], token, now: clock.now(), unknownHoldMs: 30_000 }));
const sends = () => zelto.sandbox.requests({ limit: 100 }).filter(({ path }) => path === "/webhooks/calls");

test("an attempt that was open when the process ended is unknown, and the identical bytes go again", async () => {
  const callId = await world.takeIn(callText("interrupted"));
  const uploadId = await world.upload(callId);
  const claimed = await claim("life-one");
  await sendUpload(world.delivery, claimed!);
  await world.start();
  await world.until(callId, "accepted");
  expect(sends().map(({ sha256 }) => sha256)).toHaveLength(2);
  expect(new Set(sends().map(({ sha256 }) => sha256)).size).toBe(1);
  const attempts = await listAttemptsOfUpload(world.store.db, uploadId);
  expect(attempts.map(({ number, outcome, status }) => [number, outcome, status])).toEqual([
    [2, "accepted", 200],
    [1, "unknown", null],
  ]);
  expect(attempts[1]?.sentence).toBe("Interrupted: Intake stopped before the answer came. The request may or may not have arrived.");
});

test("an upload that was claimed and never sent goes back to the queue by itself", async () => {
  const callId = await world.takeIn(callText("claimed"));
  await world.upload(callId);
  await claim("life-one");
  expect((await world.latest(callId)).fate).toBe("sending");
  await world.start();
  await world.until(callId, "accepted");
  expect(sends()).toHaveLength(1);
});

test("a send whose claim was lost writes nothing over what came after", async () => {
  const callId = await world.takeIn(callText("lost-claim"));
  const uploadId = await world.upload(callId);
  const claimed = (await claim("life-one"))!;
  await world.store.db.updateTable("uploads").set({ claimToken: "life-two" }).where("id", "=", uploadId).execute();
  expect(await sendUpload(world.delivery, claimed)).toBeNull();
  expect(sends()).toEqual([]);
});

test("another target's queue is held, nothing of it is sent, and a person decides", async () => {
  const first = await world.takeIn(callText("for-one"));
  const second = await world.takeIn(callText("to-cancel"));
  await world.upload(first);
  const cancelled = await world.upload(second);
  const other = await serveSandbox({ now: clock.now });
  const elsewhere = await openDeliveryWorld({ baseUrl: other.origin, apiKey: other.apiKey, clock, targetId: "target-two", store: world.store });
  await elsewhere.start();
  expect((await elsewhere.until(first, "held")).sentence).toContain("queued for another target");
  expect((await world.call(first)).fate).toBe("held");
  expect(await decideHeldWork(elsewhere.delivery, { decision: "cancel", uploadId: cancelled })).toEqual({ ok: true, value: { count: 1 } });
  expect(await decideHeldWork(elsewhere.delivery, { decision: "send-here", uploadId: null })).toEqual({ ok: true, value: { count: 1 } });
  expect((await elsewhere.until(first, "accepted")).targetId).toBe("target-two");
  expect((await elsewhere.latest(second)).fate).toBe("cancelled");
  expect(sends()).toEqual([]);
  await elsewhere.close();
  await other.close();
});

test("what one target taught says nothing about another", async () => {
  const callId = await world.takeIn(callText("twice"));
  await world.upload(callId);
  await world.start();
  await world.until(callId, "accepted");
  clock.advance(2_000);
  await world.until(callId, "matched");
  const other = await serveSandbox({ now: clock.now });
  const elsewhere = await openDeliveryWorld({ baseUrl: other.origin, apiKey: other.apiKey, clock, targetId: "target-two", store: world.store });
  await elsewhere.start();
  await elsewhere.rewrite(callId, callText("twice", { turns: ["For the other one."] }));
  await elsewhere.upload(callId);
  const accepted = await elsewhere.until(callId, "accepted");
  expect([accepted.previousConversationId, accepted.targetId]).toEqual([null, "target-two"]);
  await elsewhere.close();
  await other.close();
});

test("a drain lets what is in flight end and claims nothing more", async () => {
  zelto.sandbox.setDials({ latencyMs: 200 });
  const calls: string[] = [];
  for (let index = 0; index < 12; index += 1) calls.push(await world.takeIn(callText(`drain-${index}`)));
  for (const callId of calls) await world.upload(callId);
  const worker = await world.start();
  await waitFor("eight in flight", () => sends().length === 8);
  await worker.drain();
  const fates = await Promise.all(calls.map(async (callId) => (await world.latest(callId)).fate));
  expect(fates.filter((fate) => fate === "accepted")).toHaveLength(8);
  expect(fates.filter((fate) => fate === "queued")).toHaveLength(4);
  expect(sends()).toHaveLength(8);
});

const RAW: readonly (readonly [string, RawAnswer, string, string | null])[] = [
  ["a reset", (socket) => socket.resetAndDestroy(), "unknown", null],
  ["a cut answer", (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n{"rec'), "unknown", null],
  ["silence", () => undefined, "unknown", null],
  ["another protocol", (socket) => socket.end("220 mail.example ESMTP\r\n\r\n"), "unknown", null],
  ["a redirect", (socket) => socket.write(httpAnswer(307, "", { location: "http://localhost:1/" })), "queued", "redirect"],
  ["an unsupported provider", (socket) => socket.write(httpAnswer(400, '{"error":"Unsupported provider"}')), "queued", "unsupportedProvider"],
  ["a refusal of this call alone", (socket) => socket.write(httpAnswer(403, '{"error":"Forbidden"}')), "rejected", null],
];
test.each(RAW)("%s is told as what it is", async (_name, answer, fate, pauseCode) => {
  const raw = await serveRaw(answer);
  const rough = await openDeliveryWorld({ baseUrl: raw.origin, apiKey: "some-key-1234567", clock, timeoutMs: 400 });
  const callId = await rough.takeIn(callText("rough"));
  await rough.upload(callId);
  await rough.start();
  const upload = await waitFor(`the fate ${fate}`, async () => {
    const latest = await rough.latest(callId);
    const settled = (await listAttemptsOfUpload(rough.store.db, latest.id))[0]?.endedAt != null;
    return settled && latest.fate === fate ? latest : null;
  });
  expect(upload.acceptedAt).toBeNull();
  expect((await listPauses(rough.store.db, "target-one"))[0]?.code ?? null).toBe(pauseCode);
  expect(raw.requests.filter(({ method }) => method === "POST").map(({ body }) => body.toString())).toEqual([callText("rough")]);
  await rough.close();
  await raw.close();
});

test("while the store cannot be written an answer is kept in mind and written as soon as it can", async () => {
  const callId = await world.takeIn(callText("full"));
  await world.upload(callId);
  zelto.sandbox.setDials({ latencyMs: 150 });
  await world.start();
  await waitFor("the request", () => sends().length === 1);
  const { db } = world.store;
  await db.schema.alterTable("attempts").renameTo("attempts_away").execute();
  await waitFor("the answer to have come", () => sends()[0]?.status === 200);
  await waitFor("a retry to be planned", () => {
    clock.advance(1_000);
    return clock.now() > 1_731_400_030_000;
  });
  expect((await world.latest(callId)).fate).toBe("sending");
  await db.schema.alterTable("attempts_away").renameTo("attempts").execute();
  await waitFor("the answer to be written", async () => {
    clock.advance(5_000);
    return (await world.latest(callId)).acceptedAt !== null;
  });
  expect(sends()).toHaveLength(1);
});
