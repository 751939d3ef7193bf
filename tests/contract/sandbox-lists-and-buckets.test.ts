import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SEED_AGENTS, SEED_BUCKETS } from "@/lib/sandbox/seed";
import { openWorld } from "../support/sandbox-world";
import type { SandboxWorld } from "../support/sandbox-world";
import { canonicalBody } from "../support/zelto-bodies";

const NOBODY = "00000000-0000-4000-8000-000000000000";
const { bookingReview, supportRefunds } = SEED_BUCKETS;
let world: SandboxWorld;
beforeEach(async () => {
  world = await openWorld({ dials: { landingDelayMs: 0 } });
});
afterEach(() => world.served.close());

interface Page {
  readonly data: readonly { readonly id: string; readonly referenceId: string; readonly name: string }[];
  readonly nextCursor: string | null;
}
// Holds because `call` has held the body against the vendor's page schema.
const page = async (operation: string, path: string) => (await world.call(operation, path)).json as Page;

async function land(...externalIds: readonly string[]): Promise<readonly string[]> {
  for (const externalId of externalIds) await world.upload(canonicalBody(externalId));
  const landed = await world.conversations();
  return externalIds.map((externalId) => landed.find(({ referenceId }) => referenceId === externalId)!.id);
}

describe("paging", () => {
  it("walks three pages, newest first, without doubling or missing one, though calls land in between", async () => {
    await land("c1", "c2", "c3", "c4", "c5");
    const first = await page("listConversations", "/v1/conversations?limit=2");
    await land("c6");
    const second = await page("listConversations", `/v1/conversations?limit=2&cursor=${first.nextCursor!}`);
    const third = await page("listConversations", `/v1/conversations?limit=2&cursor=${second.nextCursor!}`);
    const seen = [first, second, third].map(({ data }) => data.map(({ referenceId }) => referenceId));
    expect(seen).toEqual([["c5", "c4"], ["c3", "c2"], ["c1"]]);
    expect(third.nextCursor).toBeNull();
  });

  it("ends with null when the last page is exactly full", async () => {
    await land("c1", "c2");
    expect((await page("listConversations", "/v1/conversations?limit=2")).nextCursor).toBeNull();
  });

  it("shows 50 when no limit is given and up to 200 when asked", async () => {
    await land(...Array.from({ length: 201 }, (_, index) => `c${index}`).slice(0, 200));
    expect((await page("listConversations", "/v1/conversations")).data).toHaveLength(50);
    expect((await page("listConversations", "/v1/conversations?limit=200")).data).toHaveLength(200);
  });

  it.each(["0", "201", "-1", "1.5", "ten", ""])("refuses the limit %j", async (limit) => {
    const answer = await world.call("listAgents", `/v1/agents?limit=${limit}`);
    expect([answer.status, answer.json]).toEqual([
      400,
      { error: "Validation failed", details: { limit: ["Must be a whole number from 1 to 200"] } },
    ]);
  });

  it("refuses a cursor that it did not give", async () => {
    expect((await world.call("listAgents", "/v1/agents?cursor=abc")).status).toBe(400);
  });

  it("filters conversations by reference and by agent, and refuses an agentId that is no UUID", async () => {
    await land("c1", "c2");
    expect((await world.conversations("&referenceId=c1")).map(({ referenceId }) => referenceId)).toEqual(["c1"]);
    expect(await world.conversations(`&agentId=${SEED_AGENTS.supportChat.id}`)).toEqual([]);
    expect((await world.call("listConversations", "/v1/conversations?agentId=x")).status).toBe(400);
  });
});

describe("a fresh sandbox", () => {
  it("knows four agents and five buckets and no conversation", async () => {
    expect((await world.agents()).map(({ name }) => name)).toEqual(["Returns desk", "Clinic receptionist", "Support chat", "Booking bot"]);
    expect((await page("listBuckets", "/v1/buckets")).data).toHaveLength(5);
    expect(await world.conversations()).toEqual([]);
  });

  it("answers one agent and one bucket by id, and filters buckets by agent", async () => {
    const agent = await world.call("getAgent", `/v1/agents/${SEED_AGENTS.bookingBot.id}`);
    const bucket = await world.call("getBucket", `/v1/buckets/${bookingReview.id}`);
    const ofAgent = await page("listBuckets", `/v1/buckets?agentId=${SEED_AGENTS.bookingBot.id}`);
    expect([agent.json, bucket.json]).toEqual([SEED_AGENTS.bookingBot, bookingReview]);
    expect(ofAgent.data.map(({ name }) => name)).toEqual(["Cancellations", "To review"]);
  });
});

describe("creating a bucket", () => {
  it("answers 201 and an empty bucket, filters stored and not applied", async () => {
    await land("c1");
    const body = { agentId: SEED_AGENTS.bookingBot.id, name: "Long calls", type: "static", filters: { minDuration: 60 } };
    const made = await world.call("createBucket", "/v1/buckets", { body });
    const { id } = made.json as { id: string };
    expect([made.status, made.json]).toEqual([201, { ...body, id, createdAt: "2025-03-04T10:00:00.000Z", updatedAt: "2025-03-04T10:00:00.000Z" }]);
    expect((await page("listBucketConversations", `/v1/buckets/${id}/conversations`)).data).toEqual([]);
  });

  it.each([
    ["no agent", { name: "A" }, "agentId"],
    ["no name", { agentId: NOBODY }, "name"],
    ["an empty name", { agentId: NOBODY, name: "" }, "name"],
    ["another type", { agentId: NOBODY, name: "A", type: "dynamic" }, "type"],
    ["filters that are a list", { agentId: NOBODY, name: "A", filters: [] }, "filters"],
  ])("refuses %s", async (_, body, field) => {
    const answer = await world.call("createBucket", "/v1/buckets", { body });
    expect([answer.status, Object.keys((answer.json as { details: object }).details)]).toEqual([400, [field]]);
  });

  it("refuses filters nested deeper than can be stored", async () => {
    const body = `{"agentId":"${NOBODY}","name":"A","filters":{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`;
    expect((await world.call("createBucket", "/v1/buckets", { body })).status).toBe(400);
  });

  it("answers 404 for an agent that nobody has and Invalid JSON for what is none", async () => {
    const unknown = await world.call("createBucket", "/v1/buckets", { body: { agentId: NOBODY, name: "A" } });
    const broken = await world.call("createBucket", "/v1/buckets", { body: "{" });
    expect([unknown.status, broken.json]).toEqual([404, { error: "Invalid JSON" }]);
  });
});

describe("the members of a bucket", () => {
  const add = (bucketId: string, conversationId: unknown) =>
    world.call("addConversationToBucket", `/v1/buckets/${bucketId}/conversations`, { body: { conversationId } });
  const members = async (bucketId: string, query = "") => page("listBucketConversations", `/v1/buckets/${bucketId}/conversations${query}`);

  it("adds once, says so the second time, and lists the latest added first in pages", async () => {
    const [one, two] = await land("c1", "c2");
    const first = await add(bookingReview.id, one);
    await add(bookingReview.id, two);
    const again = await add(bookingReview.id, one);
    expect(first.json).toEqual({ bucketId: bookingReview.id, conversationId: one, alreadyExisted: false });
    expect(again.json).toEqual({ bucketId: bookingReview.id, conversationId: one, alreadyExisted: true });
    const top = await members(bookingReview.id, "?limit=1");
    const rest = await members(bookingReview.id, `?limit=1&cursor=${top.nextCursor!}`);
    expect([...top.data, ...rest.data].map(({ id }) => id)).toEqual([two, one]);
    expect(rest.nextCursor).toBeNull();
  });

  it("refuses the conversation of another agent and leaves the bucket as it was", async () => {
    const [one] = await land("c1");
    const answer = await add(supportRefunds.id, one);
    expect([answer.status, answer.json]).toEqual([
      400,
      { error: "Validation failed", details: { conversationId: ["Belongs to another agent than the bucket"] } },
    ]);
    expect((await members(supportRefunds.id)).data).toEqual([]);
  });

  it("answers 404 for an unknown bucket and an unknown conversation, 400 for an id that is no UUID", async () => {
    const [one] = await land("c1");
    const answers = [await add(NOBODY, one), await add(bookingReview.id, NOBODY), await add(bookingReview.id, "c1")];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 400]);
  });

  it("removes a member once", async () => {
    const [one] = await land("c1");
    await add(bookingReview.id, one);
    const remove = () => world.call("removeConversationFromBucket", `/v1/buckets/${bookingReview.id}/conversations/${one!}`);
    const answers = [(await remove()).json, (await remove()).json];
    expect(answers).toEqual([{ removed: true }, { removed: false }]);
    expect((await members(bookingReview.id)).data).toEqual([]);
  });
});

describe("addresses", () => {
  it.each(["/v1/organizations", "/v1/conversations/", "/", "/v2/agents", "/v1/findings"])("answers 404 for %s", async (path) => {
    const answer = await world.raw("GET", path);
    expect([answer.status, answer.json]).toEqual([404, { error: "Not found", message: "Address not found" }]);
  });

  it.each([
    ["GET", "/webhooks/calls", "POST"],
    ["PUT", "/v1/buckets", "GET, POST"],
    ["DELETE", `/v1/agents/${NOBODY}`, "GET"],
  ])("answers 405 to %s %s and names what is allowed", async (method, path, allow) => {
    const answer = await world.raw(method, path);
    expect([answer.status, answer.json, answer.headers.get("allow")]).toEqual([405, { error: "Method not allowed" }, allow]);
  });
});
