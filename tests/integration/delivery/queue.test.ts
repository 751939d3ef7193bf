import { afterEach, beforeEach, expect, test } from "vitest";
import { listUploadsOfCall } from "@/lib/server/repositories/uploads";
import { listPauses } from "@/lib/server/repositories/pauses";
import { checkConnection } from "@/lib/server/services/connection/check-connection";
import { resumeQueue } from "@/lib/server/services/queue/pauses";
import { cancelUpload, resendUpload } from "@/lib/server/services/uploads/upload-again";
import { callText, openDeliveryWorld, type DeliveryWorld } from "../../support/delivery-world";
import { fakeClock, type FakeClock } from "../../support/fake-clock";
import { httpAnswer, serveRaw } from "../../support/raw-zelto";
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

const sends = () => zelto.sandbox.requests({ limit: 500 }).filter(({ path }) => path === "/webhooks/calls");
const pauses = () => listPauses(world.store.db, "target-one");
const pause = () => waitFor("a pause", async () => (await pauses())[0]);

async function takeInMany(count: number, prefix = "many"): Promise<readonly string[]> {
  const calls: string[] = [];
  for (let index = 0; index < count; index += 1) calls.push(await world.takeIn(callText(`${prefix}-${index}`)));
  return calls;
}

test("a refused key stops everything, fails nothing, and one click sends all of it", async () => {
  const calls = await takeInMany(20);
  for (const callId of calls) await world.upload(callId);
  zelto.sandbox.setDials({ keyRevoked: true });
  await world.start();
  const { id, code, sentence } = await pause();
  expect([code, sentence]).toEqual(["keyRefused", "Zelto refused the API key (401). Nothing was accepted and nothing is lost: uploads wait. Set a valid ZELTO_API_KEY, restart and resume."]);
  await waitFor("all to wait", async () => (await Promise.all(calls.map(async (callId) => (await world.latest(callId)).fate))).every((fate) => fate === "queued"));
  expect(sends().length).toBeLessThanOrEqual(8);
  zelto.sandbox.setDials({ keyRevoked: false });
  expect((await resumeQueue(world.delivery, id)).ok).toBe(true);
  for (const callId of calls) await world.until(callId, "accepted");
  expect(await pauses()).toEqual([]);
  expect(await resumeQueue(world.delivery, id)).toMatchObject({ ok: false, error: { code: "not_found" } });
});

test("no network: five faults pause the queue, everything waits, a good connection check sends it", async () => {
  const { port } = new URL(zelto.origin);
  await zelto.close();
  const calls = await takeInMany(6);
  for (const callId of calls) await world.upload(callId);
  await world.start();
  const { code, sentence } = await pause();
  expect(code).toBe("connectionRefused");
  expect(sentence).toContain("Zelto has trouble, so uploads wait and nothing is lost.");
  expect(sentence).toContain(`Cannot reach Zelto at 127.0.0.1:${port}: the connection was refused. Nothing was sent`);
  await waitFor("all to wait", async () => (await Promise.all(calls.map(async (callId) => (await world.latest(callId)).fate))).every((fate) => fate === "queued"));
  expect((await checkConnection(world.delivery)).checks[0]).toMatchObject({ ok: false, status: null });
  expect(await pauses()).toHaveLength(1);
  zelto = await serveSandbox({ now: clock.now });
  const recovered = await openDeliveryWorld({ baseUrl: zelto.origin, apiKey: zelto.apiKey, clock, store: world.store });
  await recovered.start();
  const report = await checkConnection(recovered.delivery);
  expect(report.checks.map(({ name, ok, status }) => [name, ok, status])).toEqual([["Agents", true, 200], ["Conversations", true, 200], ["Buckets", true, 200]]);
  for (const callId of calls) await recovered.until(callId, "accepted");
  await recovered.close();
});

test("429 waits as long as Zelto asks and then goes on by itself", async () => {
  zelto.sandbox.setDials({ statusRates: [{ status: 429, percent: 100, operation: "upload", retryAfter: "60" }] });
  const callId = await world.takeIn(callText("slow-down"));
  await world.upload(callId);
  await world.start();
  await pause();
  await world.until(callId, "queued");
  expect(sends()).toHaveLength(1);
  zelto.sandbox.setDials({ statusRates: [] });
  clock.advance(59_000);
  expect((await world.latest(callId)).fate).toBe("queued");
  clock.advance(1_000);
  await world.until(callId, "accepted");
  expect(sends()).toHaveLength(2);
  expect(await pauses()).toEqual([]);
});

test("an unsupported provider stops only its own header", async () => {
  const plain = await world.takeIn(callText("plain"));
  const livekit = await world.takeIn(callText("livekit"), { provider: "livekit" });
  await world.store.db.insertInto("pauses").values({ id: "p1", targetId: "target-one", scope: "provider:livekit", code: "unsupportedProvider", sentence: "", since: 0, until: null }).execute();
  await world.upload(livekit);
  await world.upload(plain);
  await world.start();
  await world.until(plain, "accepted");
  expect((await world.latest(livekit)).fate).toBe("queued");
  await resumeQueue(world.delivery, "p1");
  await world.until(livekit, "accepted");
});

/** Waits until the newest upload of a call has been tried so often, then moves the clock past its next try. */
async function letRetry(callId: string, tries: number): Promise<void> {
  const waiting = await waitFor(`try ${tries}`, async () => {
    const upload = await world.latest(callId);
    return upload.tries === tries && upload.fate !== "sending" ? upload : null;
  });
  clock.advance(Math.max(0, (waiting.dueAt ?? 0) - clock.now()));
}

test.each([500, 502, 503, 408, 409])("after %i the same bytes go again by themselves, no sooner than half a second later", async (status) => {
  zelto.sandbox.setDials({ statusRates: [{ status, percent: 100, operation: "upload" }] });
  const callId = await world.takeIn(callText(`again-${status}`));
  await world.upload(callId);
  await world.start();
  const waiting = await waitFor("the first answer", async () => {
    const upload = await world.latest(callId);
    return upload.tries === 1 ? upload : null;
  });
  expect([waiting.fate, (waiting.dueAt ?? 0) - clock.now() >= 500, (waiting.dueAt ?? 0) - clock.now() <= 1_000]).toEqual(["queued", true, true]);
  expect(waiting.sentence).toMatch(new RegExp(`\\(${status}.*The same bytes go again by themselves at \\d\\d:\\d\\d:\\d\\d UTC \\(try 2 of \\d+\\)`));
  zelto.sandbox.setDials({ statusRates: [] });
  await letRetry(callId, 1);
  await world.until(callId, "accepted");
  expect(new Set(sends().map(({ sha256 }) => sha256)).size).toBe(1);
  expect(sends()).toHaveLength(2);
});

test("a call that always gets 409 is given up after five tries, and a click begins anew", async () => {
  zelto.sandbox.setDials({ statusRates: [{ status: 409, percent: 100, operation: "upload" }] });
  const callId = await world.takeIn(callText("always-busy"));
  const uploadId = await world.upload(callId);
  await world.start();
  // The fifth fault in a row is an outage to the breaker as well; here it comes with the last try.
  for (const tries of [1, 2, 3, 4]) await letRetry(callId, tries);
  const held = await world.until(callId, "held");
  expect(held.sentence).toContain("It was tried 5 times; send it again when you think it can succeed, the same bytes are safe.");
  expect([held.dueAt, sends().length]).toEqual([null, 5]);
  zelto.sandbox.setDials({ statusRates: [] });
  expect((await resendUpload(world.delivery, uploadId)).ok).toBe(true);
  const standing = await pause();
  expect(standing.sentence).toContain("Zelto has trouble, so uploads wait and nothing is lost.");
  clock.advance(30_000);
  await world.until(callId, "accepted");
  expect((await world.latest(callId)).tries).toBe(1);
});

test("an outage is not hammered: one call is tried, then the others follow", async () => {
  zelto.sandbox.setDials({ statusRates: [{ status: 503, percent: 100, operation: "upload" }] });
  const calls = await takeInMany(20, "outage");
  for (const callId of calls) await world.upload(callId);
  await world.start();
  await pause();
  await waitFor("nothing in flight", async () => (await Promise.all(calls.map(async (callId) => (await world.latest(callId)).fate))).every((fate) => fate === "queued"));
  const first = sends().length;
  expect(first).toBeLessThanOrEqual(8 + 4);
  clock.advance(30_000);
  await waitFor("the probe", () => sends().length === first + 1);
  await pause();
  clock.advance(59_000);
  expect(sends()).toHaveLength(first + 1);
  zelto.sandbox.setDials({ statusRates: [] });
  clock.advance(1_000);
  for (const callId of calls) await world.until(callId, "accepted");
  expect(await pauses()).toEqual([]);
});

test("an outcome that is unknown is repeated by itself with the same bytes, unless something newer waits", async () => {
  zelto.sandbox.setDials({ malformed200: "empty" });
  const repeated = await world.takeIn(callText("repeat-me"));
  const replaced = await world.takeIn(callText("replace-me"));
  for (const callId of [repeated, replaced]) await world.upload(callId);
  await world.start();
  for (const callId of [repeated, replaced]) await world.until(callId, "unknown");
  const older = await world.latest(replaced);
  await world.rewrite(replaced, callText("replace-me", { turns: ["newer"] }));
  await world.upload(replaced);
  zelto.sandbox.setDials({ malformed200: "off" });
  clock.advance(1_000);
  await world.until(repeated, "accepted");
  clock.advance(30_000);
  await world.until(replaced, "accepted");
  const older2 = (await listUploadsOfCall(world.store.db, replaced)).find(({ id }) => id === older.id);
  expect([older2?.fate, older2?.dueAt, older2?.sentence]).toEqual(["unknown", null, "Whether it arrived is not known, and it is not sent again: a newer upload of this call id takes its place."]);
  // The repeated one twice with one hash, the replaced one and what replaced it once each.
  const counts = new Map<string, number>();
  for (const { sha256 } of sends()) counts.set(sha256 ?? "", (counts.get(sha256 ?? "") ?? 0) + 1);
  expect([...counts.values()].sort()).toEqual([1, 1, 2]);
});

test.each(["empty", "html", "receivedFalse", "receivedString", "cut"] as const)("a 200 that is %s is unknown, never accepted, and safe to repeat", async (malformed200) => {
  zelto.sandbox.setDials({ malformed200 });
  const callId = await world.takeIn(callText(`odd-${malformed200}`));
  const uploadId = await world.upload(callId);
  await world.start();
  expect((await world.until(callId, "unknown")).acceptedAt).toBeNull();
  zelto.sandbox.setDials({ malformed200: "off" });
  await resendUpload(world.delivery, uploadId);
  await world.until(callId, "accepted");
  expect(new Set(sends().map(({ sha256 }) => sha256)).size).toBe(1);
});

test("a refusal is pinned to the fields it names", async () => {
  const callId = await world.takeIn(callText("refused"));
  await world.upload(callId);
  // Zelto's rules may be stricter than ours one day: the body is bent behind the gate, as a version is never judged twice.
  await world.store.db.updateTable("versions").set({ body: new TextEncoder().encode('{"agent":{"externalId":"a"},"call":{"externalId":"refused"},"transcript":{"turns":[{"role":"robot","content":"x"}]}}') }).execute();
  await world.start();
  const rejected = await world.until(callId, "rejected");
  expect(rejected.fieldErrors.map(({ path }) => path)).toEqual([["transcript", "turns", 0, "role"]]);
  expect(rejected.sentence).toContain("400: Validation failed");
});

test("of one external id only one is in flight, and versions go in order", async () => {
  const held: { readonly word: string; readonly answer: () => void }[] = [];
  const raw = await serveRaw((socket, request) => {
    const word = /"(one|two|three|other)"/.exec(request.body.toString())?.[1] ?? "";
    held.push({ word, answer: () => socket.write(httpAnswer(200, '{"received":true}')) });
  });
  const slow = await openDeliveryWorld({ baseUrl: raw.origin, apiKey: "some-key-1234567", clock });
  const first = await slow.takeIn(callText("same", { turns: ["one"] }));
  const second = await slow.takeIn(callText("same", { turns: ["two"] }));
  for (const callId of [first, second]) await slow.upload(callId);
  await slow.rewrite(second, callText("same", { turns: ["three"] }));
  await slow.upload(second);
  await slow.upload(await slow.takeIn(callText("different", { turns: ["other"] })));
  await slow.start();
  for (const [index, word] of ["one", "other", "two", "three"].entries()) {
    const request = await waitFor(`request ${index}`, () => held[index]);
    expect(request.word).toBe(word);
    // The first one is answered only after the other id has overtaken it: nothing of the same id may have gone meanwhile.
    if (word !== "one") request.answer();
    if (word === "other") held[0]?.answer();
  }
  await slow.until(second, "accepted");
  expect(held.map(({ word }) => word)).toEqual(["one", "other", "two", "three"]);
  await slow.close();
  await raw.close();
});

test("after an unknown outcome another version of that id waits out the request that may still travel", async () => {
  zelto.sandbox.setDials({ malformed200: "empty" });
  const callId = await world.takeIn(callText("maybe"));
  await world.upload(callId);
  await world.start();
  await world.until(callId, "unknown");
  zelto.sandbox.setDials({ malformed200: "off" });
  await world.rewrite(callId, callText("maybe", { turns: ["newer"] }));
  await world.upload(callId);
  clock.advance(29_000);
  // Queued later and of another id: once it is through, the worker has passed over the one that has to wait.
  const passing = await world.takeIn(callText("passing"));
  await world.upload(passing);
  await world.until(passing, "accepted");
  expect((await world.latest(callId)).fate).toBe("queued");
  clock.advance(1_001);
  await world.until(callId, "accepted");
});

test("older bytes are not sent again once a newer upload exists", async () => {
  zelto.sandbox.setDials({ malformed200: "empty" });
  const callId = await world.takeIn(callText("older"));
  const older = await world.upload(callId);
  await world.start();
  await world.until(callId, "unknown");
  await world.rewrite(callId, callText("older", { turns: ["newer"] }));
  await world.upload(callId);
  expect(await resendUpload(world.delivery, older)).toMatchObject({ ok: false, error: { code: "conflict" } });
});

test("what waits can be cancelled and is never sent; what was sent cannot", async () => {
  const [first = "", second = ""] = await takeInMany(2, "cancel");
  const uploadId = await world.upload(first);
  const sent = await world.upload(second);
  expect((await cancelUpload(world.delivery, uploadId)).ok).toBe(true);
  await world.start();
  await world.until(second, "accepted");
  expect((await world.call(first)).fate).toBe("cancelled");
  expect(sends()).toHaveLength(1);
  expect(await cancelUpload(world.delivery, sent)).toMatchObject({ ok: false, error: { code: "conflict" } });
});

test("without a key the queue waits with the reason and nothing is sent", async () => {
  const keyless = await openDeliveryWorld({ baseUrl: zelto.origin, apiKey: null, clock, targetId: "keyless" });
  const callId = await keyless.takeIn(callText("no-key"));
  await keyless.upload(callId);
  await keyless.start();
  const standing = await waitFor("the pause", async () => (await listPauses(keyless.store.db, "keyless"))[0]);
  expect([standing.code, standing.sentence]).toEqual(["keyMissing", "No API key is set, so nothing was sent; uploads wait. Set ZELTO_API_KEY and restart."]);
  expect((await keyless.latest(callId)).fate).toBe("queued");
  expect(zelto.sandbox.requests({ limit: 10 })).toEqual([]);
  await keyless.close();
});

test("the key stands in no row of the store", async () => {
  const [callId = ""] = await takeInMany(1, "secret");
  await world.upload(callId);
  await world.start();
  await world.until(callId, "accepted");
  clock.advance(2_000);
  await world.until(callId, "matched");
  let cells = 0;
  for (const table of ["targets", "uploads", "attempts", "versions", "timeline", "pauses", "agents", "buckets", "capabilities", "calls", "assignments"] as const) {
    for (const row of await world.store.db.selectFrom(table).selectAll().execute()) {
      for (const value of Object.values(row)) {
        cells += 1;
        expect(value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value)).not.toContain(zelto.apiKey);
      }
    }
  }
  expect(cells).toBeGreaterThan(100);
});
