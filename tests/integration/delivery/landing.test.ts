import { afterEach, beforeEach, expect, test } from "vitest";
import { saveCapability } from "@/lib/server/repositories/capabilities";
import { checkAgain } from "@/lib/server/services/connection/capabilities";
import { refreshCatalogue } from "@/lib/server/services/buckets/refresh-catalogue";
import { resolveConversation } from "@/lib/server/services/landing/resolve-conversation";
import { lookAgain } from "@/lib/server/services/uploads/upload-again";
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

const UNKNOWN_AGENT = "0f8fad5b-d9cb-469f-a165-70867728950e";

/** Lets the whole watch go by, one look at a time. */
async function watchToTheEnd(callId: string): Promise<void> {
  for (let looks = 1; looks <= 8; looks += 1) {
    clock.advance(600_000);
    await waitFor(`look ${looks}`, async () => (await world.latest(callId)).looks >= looks);
  }
}

async function conversationOf(callId: string): Promise<string> {
  clock.advance(2_000);
  const upload = await world.until(callId, "matched");
  return upload.conversationId ?? "";
}

test("a call that never shows is looked for at 2, 5, 10, 30 s, 1, 2, 5, 10 min and is then missing", async () => {
  zelto.sandbox.setDials({ neverLand: true });
  const callId = await world.takeIn(callText("never"));
  await world.upload(callId);
  const accepted = await world.until(callId, "accepted");
  const instants: number[] = [];
  for (let looks = 0; looks < 8; looks += 1) {
    const { nextLookAt } = await waitFor(`look ${looks} to be planned`, async () => {
      const upload = await world.latest(callId);
      return upload.looks === looks && upload.nextLookAt !== null ? upload : null;
    });
    instants.push((nextLookAt! - accepted.acceptedAt!) / 1_000);
    clock.advance(nextLookAt! - clock.now());
  }
  expect(instants).toEqual([2, 5, 10, 30, 60, 120, 300, 600]);
  const missing = await world.until(callId, "missing");
  expect(missing.nextLookAt).toBeNull();
  expect(missing.missingCauses.map(({ code }) => code)).toEqual(["slow", "other-organization", "reference-differs"]);
  expect((await world.call(callId)).reason).toContain("not seen in Zelto");
});

test("looking again finds a call that came late", async () => {
  zelto.sandbox.setDials({ landingDelayMs: 80_000_000 });
  const callId = await world.takeIn(callText("late"));
  const uploadId = await world.upload(callId);
  await world.until(callId, "accepted");
  await watchToTheEnd(callId);
  await world.until(callId, "missing");
  clock.advance(80_000_000);
  expect((await lookAgain(world.delivery, uploadId)).ok).toBe(true);
  const matched = await world.until(callId, "matched");
  expect(matched.missingCauses).toEqual([]);
});

test("an unknown agentId is foretold, and what was sent anyway is ignored at once", async () => {
  expect(await refreshCatalogue(world.delivery)).toBeNull();
  const callId = await world.takeIn(callText("foretold", { agentId: UNKNOWN_AGENT }));
  await expect(world.upload(callId)).rejects.toThrow(/needs_confirmation/);
  await world.upload(callId, { sendAnyway: true });
  const ignored = await world.until(callId, "ignored");
  expect(ignored.sentence).toBe("Accepted and ignored by Zelto: its agentId is not known there. Nothing was created.");
});

test("an agentId that could not be checked ends as missing, with that cause ranked first once agents are known", async () => {
  zelto.sandbox.setDials({ agentsEndpoint: "405" });
  await saveCapability(world.store.db, { targetId: "target-one", name: "listAgents", state: "missing", status: 405, checkedAt: 0 });
  const callId = await world.takeIn(callText("unchecked", { agentId: UNKNOWN_AGENT }));
  await world.upload(callId);
  await world.until(callId, "accepted");
  zelto.sandbox.setDials({ agentsEndpoint: "on" });
  await checkAgain(world.delivery);
  await refreshCatalogue(world.delivery);
  await watchToTheEnd(callId);
  const missing = await world.until(callId, "missing");
  expect(missing.missingCauses[0]?.code).toBe("agent-unknown");
});

test("neither transcript nor recording is ignored, and landed wins if it appears all the same", async () => {
  const callId = await world.takeIn(callText("nothing", { turns: [] }));
  await world.upload(callId, { sendAnyway: true });
  const ignored = await world.until(callId, "ignored");
  expect(ignored.sentence).toBe("Accepted and ignored by Zelto: no transcript and no recording. Nothing was created.");
  const other = await openDeliveryWorld({ baseUrl: zelto.origin, apiKey: zelto.apiKey, clock });
  await other.start();
  await other.upload(await other.takeIn(callText("nothing")));
  await waitFor("the twin's upload", () => zelto.sandbox.requests({ limit: 10 }).filter(({ path }) => path === "/webhooks/calls").length === 2);
  clock.advance(2_000);
  await world.until(callId, "landed");
  await other.close();
});

test("a native event that is not the end of a call is ignored by name", async () => {
  const callId = await world.takeIn(JSON.stringify({ message: { type: "status-update", status: "ringing", call: { id: "v1" } } }));
  await world.upload(callId, { sendAnyway: true });
  const ignored = await world.until(callId, "ignored");
  expect(ignored.sentence).toMatch(/status-update.* is not the end of a call/);
});

test("where conversations cannot be listed a person is asked at once, and a pasted link is the way out", async () => {
  zelto.sandbox.setDials({ listEndpoint: "404" });
  const callId = await world.takeIn(callText("blind"));
  const uploadId = await world.upload(callId);
  await world.until(callId, "accepted");
  clock.advance(2_000);
  const missing = await world.until(callId, "missing");
  expect([missing.looks, missing.missingCauses[0]?.code]).toEqual([1, "listing-not-available"]);
  zelto.sandbox.setDials({ listEndpoint: "on" });
  const listed = await world.delivery.zelto.listConversations({ limit: 1 });
  const conversationId = listed.kind === "ok" ? listed.value.items[0]!.id : "";
  zelto.sandbox.setDials({ listEndpoint: "404" });
  const resolved = await resolveConversation(world.delivery, { uploadId, reference: `https://dashboard.zelto.ai/org/x/conversations/${conversationId}?tab=1` });
  expect(resolved).toEqual({ ok: true, value: { done: true } });
  const matched = await world.until(callId, "matched");
  expect(matched.conversationId).toBe(conversationId);
});

test("a pasted id of another call is told and refused", async () => {
  const right = await world.takeIn(callText("right"));
  await world.upload(right);
  await world.until(right, "accepted");
  const conversationId = await conversationOf(right);
  zelto.sandbox.setDials({ neverLand: true });
  const callId = await world.takeIn(callText("wrong", { turns: ["Something quite different."] }));
  const uploadId = await world.upload(callId);
  await world.until(callId, "accepted");
  const refused = await resolveConversation(world.delivery, { uploadId, reference: conversationId });
  expect(refused).toMatchObject({ ok: false, error: { code: "conflict" } });
  expect(refused.ok ? "" : refused.error.message).toContain("Reference ID right, this call has wrong");
  expect(await resolveConversation(world.delivery, { uploadId, reference: UNKNOWN_AGENT })).toMatchObject({ ok: false, error: { code: "not_found" } });
  expect(await resolveConversation(world.delivery, { uploadId, reference: "no id here" })).toMatchObject({ ok: false, error: { code: "invalid_input" } });
  expect((await world.latest(callId)).fate).toBe("accepted");
});

test("a transcript that cannot be read back leaves the call landed, not comparable", async () => {
  zelto.sandbox.setDials({ transcriptEndpoint: "405" });
  const callId = await world.takeIn(callText("unread"));
  await world.upload(callId);
  await world.until(callId, "accepted");
  clock.advance(2_000);
  await world.until(callId, "landed");
  const read = await waitFor("the read-back", async () => {
    const upload = await world.latest(callId);
    return upload.readBack === null ? null : upload;
  });
  expect([read.readBack?.state, read.nextLookAt, read.sentence]).toEqual(["not-comparable", null, "Landed, not comparable: this Zelto does not give the transcript (405)."]);
});

test("reads that fail do not use up the looks", async () => {
  zelto.sandbox.setDials({ statusRates: [{ status: 503, percent: 100, operation: "reads" }] });
  const callId = await world.takeIn(callText("bad-weather"));
  await world.upload(callId);
  const accepted = await world.until(callId, "accepted");
  clock.advance(2_000);
  await waitFor("the look to be put off", async () => (await world.latest(callId)).nextLookAt !== accepted.nextLookAt);
  expect([(await world.latest(callId)).looks, (await world.latest(callId)).nextLookAt]).toEqual([0, clock.now() + 10_000]);
  zelto.sandbox.setDials({ statusRates: [] });
  clock.advance(10_000);
  await world.until(callId, "matched");
});

test("many landings cost one reading of the list", async () => {
  for (let index = 0; index < 12; index += 1) await world.upload(await world.takeIn(callText(`bulk-${index}`)));
  await waitFor("all uploads", () => zelto.sandbox.requests({ limit: 100 }).filter(({ path }) => path === "/webhooks/calls").length === 12);
  await waitFor("all to be settled", async () => (await world.store.db.selectFrom("uploads").select("id").where("fate", "=", "accepted").execute()).length === 12);
  clock.advance(2_000);
  await waitFor("all to match", async () => (await world.store.db.selectFrom("uploads").select("id").where("fate", "=", "matched").execute()).length === 12);
  const lists = zelto.sandbox.requests({ limit: 500 }).filter(({ path }) => path === "/v1/conversations");
  expect(lists.length).toBeLessThanOrEqual(2);
});

test("a repeat is proved by its own conversation even where nothing can be listed", async () => {
  const callId = await world.takeIn(callText("known"));
  await world.upload(callId);
  await world.until(callId, "accepted");
  await conversationOf(callId);
  zelto.sandbox.setDials({ listEndpoint: "405" });
  await world.rewrite(callId, callText("known", { turns: ["New words."] }));
  await world.upload(callId);
  await world.until(callId, "accepted");
  clock.advance(2_000);
  expect((await world.until(callId, "matched")).number).toBe(2);
});

test("a call whose agent Zelto folded into another lands all the same", async () => {
  await refreshCatalogue(world.delivery);
  const callId = await world.takeIn(callText("folded"));
  const { facts } = await world.call(callId);
  // What Intake learned of the agent before is no longer so.
  await world.store.db.updateTable("agents").set({ id: UNKNOWN_AGENT }).where("externalId", "=", facts.agentExternalId).execute();
  await world.upload(callId);
  await world.until(callId, "accepted");
  clock.advance(2_000);
  expect((await world.until(callId, "matched")).conversationId).not.toBeNull();
});
