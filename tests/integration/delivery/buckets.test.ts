import { afterEach, beforeEach, expect, test } from "vitest";
import { BucketBoardSchema, BucketDetailSchema, BucketMembersSchema, type BucketBoard } from "@/lib/contracts/buckets";
import { findAssignment } from "@/lib/server/repositories/assignments";
import { listTimeline } from "@/lib/server/repositories/timeline";
import { assignCall, assignConversation } from "@/lib/server/services/assignments/assign";
import { cancelAssignment } from "@/lib/server/services/assignments/cancel-assignments";
import { readBoard } from "@/lib/server/services/buckets/bucket-board";
import { readBucket, readMembers } from "@/lib/server/services/buckets/bucket-detail";
import { createBucket } from "@/lib/server/services/buckets/create-bucket";
import { checkAgain } from "@/lib/server/services/connection/capabilities";
import { callText, openDeliveryWorld, type DeliveryWorld } from "../../support/delivery-world";
import { fakeClock, type FakeClock } from "../../support/fake-clock";
import { serveSandbox, type ServedSandbox } from "../../support/serve-sandbox";
import { waitFor } from "../../support/wait-for";

let clock: FakeClock;
let zelto: ServedSandbox;
let world: DeliveryWorld;
let board: BucketBoard;

beforeEach(async () => {
  clock = fakeClock();
  zelto = await serveSandbox({ now: clock.now });
  world = await openDeliveryWorld({ baseUrl: zelto.origin, apiKey: zelto.apiKey, clock });
  await world.start();
  board = BucketBoardSchema.parse(await readBoard(world.delivery, { refresh: true }));
});

afterEach(async () => {
  await world.close();
  await zelto.close();
});

const own = () => board.buckets.find(({ agentLabel }) => agentLabel === "booking-bot")!;
const foreign = () => board.buckets.find(({ agentLabel }) => agentLabel !== "booking-bot")!;
const adds = () => zelto.sandbox.requests({ limit: 500 }).filter(({ method, path }) => method === "POST" && path.startsWith("/v1/buckets/"));
const settled = (id: string) =>
  waitFor("the assignment to be settled", async () => {
    const assignment = await findAssignment(world.store.db, id);
    return assignment?.settledAt != null ? assignment : null;
  });

async function landed(externalId: string): Promise<{ readonly callId: string; readonly conversationId: string }> {
  const callId = await world.takeIn(callText(externalId));
  await world.upload(callId);
  await world.until(callId, "accepted");
  clock.advance(2_000);
  return { callId, conversationId: (await world.until(callId, "matched")).conversationId ?? "" };
}

test("the board shows agents and their buckets, fresh", () => {
  expect(board.fresh).toBe(true);
  expect(board.agents.map(({ externalId }) => externalId)).toContain("booking-bot");
  expect(board.buckets.length).toBeGreaterThanOrEqual(4);
  expect(board.agents.reduce((sum, { bucketCount }) => sum + bucketCount, 0)).toBe(board.buckets.length);
});

test("a bucket chosen before sending waits and fires on landing", async () => {
  const callId = await world.takeIn(callText("ahead"));
  await world.upload(callId, { bucketId: own().id });
  await world.until(callId, "accepted");
  const before = await readBucket(world.delivery, own().id);
  expect(before.ok && before.value.assignments.map(({ state }) => state)).toEqual(["waiting"]);
  expect(adds()).toEqual([]);
  clock.advance(2_000);
  await world.until(callId, "matched");
  const { assignments, bucket } = await waitFor("it to be added", async () => {
    const detail = await readBucket(world.delivery, own().id);
    return detail.ok && detail.value.bucket.added === 1 ? BucketDetailSchema.parse(detail.value) : null;
  });
  expect([assignments[0]?.state, assignments[0]?.sentence, assignments[0]?.externalId, bucket.waiting]).toEqual(["added", "Added to the bucket.", "ahead", 0]);
  expect((await listTimeline(world.store.db, callId)).map(({ title }) => title)).toContain(`Added to ${own().name}`);
  const members = await readMembers(world.delivery, { bucketId: own().id, cursor: null });
  expect(BucketMembersSchema.parse(members.ok ? members.value : null).members.map((member) => [member.referenceId, member.callId])).toEqual([["ahead", callId]]);
});

test("a landed call is added at once, and the same wish twice is one assignment", async () => {
  const { callId } = await landed("at-once");
  const first = await assignCall(world.delivery, { callId, bucketId: own().id });
  const id = first.ok ? first.value.assignmentId : "";
  expect((await settled(id)).state).toBe("added");
  expect(await assignCall(world.delivery, { callId, bucketId: own().id })).toEqual(first);
  expect(adds()).toHaveLength(1);
});

test("a conversation that is in the bucket already says so", async () => {
  const { callId, conversationId } = await landed("twice");
  await world.delivery.zelto.addConversationToBucket(own().id, conversationId);
  const assigned = await assignCall(world.delivery, { callId, bucketId: own().id });
  expect((await settled(assigned.ok ? assigned.value.assignmentId : "")).state).toBe("already-there");
});

test("another agent's bucket is prevented before anything is sent: chosen before, after, and by conversation", async () => {
  const draft = await world.takeIn(callText("wrong-before"));
  await expect(world.upload(draft, { bucketId: foreign().id })).rejects.toThrow(/wrong_agent/);
  expect((await world.call(draft)).fate).toBe("draft");
  const { callId, conversationId } = await landed("wrong-after");
  expect(await assignCall(world.delivery, { callId, bucketId: foreign().id })).toMatchObject({ ok: false, error: { code: "wrong_agent" } });
  expect(await assignConversation(world.delivery, { reference: conversationId, bucketId: foreign().id })).toMatchObject({ ok: false, error: { code: "wrong_agent" } });
  expect(adds()).toEqual([]);
});

test("another agent's bucket is handled when Zelto refuses it", async () => {
  const { callId } = await landed("refused-add");
  // As where buckets cannot be listed: nobody here knows whose bucket it is.
  await world.store.db.deleteFrom("buckets").execute();
  const assigned = await assignCall(world.delivery, { callId, bucketId: foreign().id });
  const refused = await settled(assigned.ok ? assigned.value.assignmentId : "");
  expect(refused.state).toBe("refused");
  expect(refused.sentence).toMatch(/Refused by Zelto \(400.*another agent.*Nothing was added/);
});

test("a bucket add waits while the key is refused and is made when the pause ends", async () => {
  const { callId } = await landed("key-lost");
  zelto.sandbox.setDials({ keyRevoked: true });
  const assigned = await assignCall(world.delivery, { callId, bucketId: own().id });
  const id = assigned.ok ? assigned.value.assignmentId : "";
  await waitFor("the add to wait", async () => (await findAssignment(world.store.db, id))?.sentence.startsWith("Waits: Zelto refused the API key"));
  zelto.sandbox.setDials({ keyRevoked: false });
  await world.store.db.deleteFrom("pauses").execute();
  world.delivery.wake();
  expect((await settled(id)).state).toBe("added");
});

test("an unclear end is unknown, and adding again by a click is safe", async () => {
  const { callId } = await landed("unclear");
  zelto.sandbox.setDials({ resetPercent: 100, resetWhen: "after" });
  const first = await assignCall(world.delivery, { callId, bucketId: own().id });
  expect((await settled(first.ok ? first.value.assignmentId : "")).state).toBe("unknown");
  zelto.sandbox.setDials({ resetPercent: 0 });
  const second = await assignCall(world.delivery, { callId, bucketId: own().id });
  expect((await settled(second.ok ? second.value.assignmentId : "")).state).toBe("already-there");
});

test("a pasted conversation link is added, without a call of ours", async () => {
  const { conversationId } = await landed("by-link");
  await world.store.db.deleteFrom("calls").execute();
  const assigned = await assignConversation(world.delivery, { reference: `https://dashboard.zelto.ai/org/x/conversations/${conversationId}`, bucketId: own().id });
  expect((await settled(assigned.ok ? assigned.value.assignmentId : "")).state).toBe("added");
  expect(await assignConversation(world.delivery, { reference: "nothing", bucketId: own().id })).toMatchObject({ ok: false, error: { code: "invalid_input" } });
});

test("an assignment that waits can be taken back; one that is made cannot", async () => {
  const callId = await world.takeIn(callText("take-back"));
  const assigned = await assignCall(world.delivery, { callId, bucketId: own().id });
  const id = assigned.ok ? assigned.value.assignmentId : "";
  expect((await cancelAssignment(world.delivery, id)).ok).toBe(true);
  expect((await findAssignment(world.store.db, id))?.state).toBe("cancelled");
  expect(await cancelAssignment(world.delivery, id)).toMatchObject({ ok: false, error: { code: "conflict" } });
});

test("a bucket is created for an agent and is on the board at once", async () => {
  const agent = board.agents.find(({ externalId }) => externalId === "booking-bot")!;
  const created = await createBucket(world.delivery, { agentId: agent.id, name: "Reviewed in May" });
  const again = await readBoard(world.delivery, { refresh: false });
  expect(again.buckets.find(({ id }) => created.ok && id === created.value.bucketId)).toMatchObject({ name: "Reviewed in May", agentLabel: "booking-bot", chosen: 0 });
});

test.each(["404", "405", "403"] as const)("lists that answer %s are remembered, said, and tried again only when asked", async (state) => {
  await world.store.db.deleteFrom("capabilities").execute();
  await world.store.db.deleteFrom("buckets").execute();
  zelto.sandbox.setDials({ bucketsEndpoint: state, agentsEndpoint: state });
  const reads = () => zelto.sandbox.requests({ limit: 500 }).filter(({ path }) => path === "/v1/buckets" || path === "/v1/agents").length;
  const without = await readBoard(world.delivery, { refresh: true });
  expect(without.capabilities.filter(({ state: known }) => known === "missing").map(({ name, status }) => [name, status])).toEqual([["listAgents", Number(state)], ["listBuckets", Number(state)]]);
  expect(without.capabilities.find(({ name }) => name === "listBuckets")?.sentence).toContain("Paste a bucket's id");
  const asked = reads();
  await readBoard(world.delivery, { refresh: true });
  expect(reads()).toBe(asked);
  const created = await createBucket(world.delivery, { agentId: board.agents[0]!.id, name: "x" });
  expect(created).toMatchObject({ ok: false, error: { code: "capability_missing" } });
  zelto.sandbox.setDials({ bucketsEndpoint: "on", agentsEndpoint: "on" });
  await checkAgain(world.delivery);
  expect((await readBoard(world.delivery, { refresh: false })).buckets.length).toBeGreaterThanOrEqual(4);
});

test("a board that cannot be read now shows what was read before, with the reason", async () => {
  zelto.sandbox.setDials({ statusRates: [{ status: 503, percent: 100, operation: "all" }] });
  const stale = await readBoard(world.delivery, { refresh: true });
  expect([stale.fresh, stale.buckets.length]).toEqual([false, board.buckets.length]);
  expect(stale.failure).toContain("503");
});

test("members come page by page", async () => {
  for (let index = 0; index < 51; index += 1) await world.upload(await world.takeIn(callText(`member-${index}`)), { bucketId: own().id });
  await waitFor("all accepted", async () => (await world.store.db.selectFrom("uploads").select("id").where("fate", "=", "accepted").execute()).length === 51);
  clock.advance(2_000);
  await waitFor("all added", async () => (await world.store.db.selectFrom("assignments").select("id").where("state", "=", "added").execute()).length === 51);
  const first = await readMembers(world.delivery, { bucketId: own().id, cursor: null });
  const cursor = first.ok ? first.value.nextCursor : null;
  const second = await readMembers(world.delivery, { bucketId: own().id, cursor });
  expect([first.ok && first.value.members.length, second.ok && second.value.members.length, second.ok && second.value.nextCursor]).toEqual([50, 1, null]);
});

test("an id that nobody knows is not found", async () => {
  expect(await readBucket(world.delivery, "0f8fad5b-d9cb-469f-a165-70867728950e")).toMatchObject({ ok: false, error: { code: "not_found" } });
});
