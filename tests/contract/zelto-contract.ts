import { afterAll, describe, expect, it, vi } from "vitest";
import { callZelto } from "../support/zelto-caller";
import type { ZeltoAnswer } from "../support/zelto-caller";
import { loadZeltoFacts } from "../support/zelto-facts";

export interface ZeltoContractTarget {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** The real API: it may have grown fields, may lack undocumented operations, and takes its time to land a call. */
  readonly live: boolean;
}

interface Found {
  readonly id: string;
  readonly agentId: string;
  readonly updatedAt: string;
  readonly referenceId: string | null;
}

const UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";
/** What an API without an undocumented operation may answer instead. */
const ABSENT = [403, 404, 405];
const TEST_AGENT = "intake-contract-test";
const TEST_BUCKET = "Intake contract test";

// The casts hold because `call` has just held the body against the vendor's schema of the operation.
const rows = (answer: ZeltoAnswer) => (answer.json as { data: Found[] }).data;
const field = (answer: ZeltoAnswer, name: string) => (answer.json as Record<string, unknown>)[name];

/**
 * What Intake relies on, asked of a Zelto over HTTP. Runs against the sandbox in `npm test` and, with a key, against the
 * live API; there it leaves one conversation under the agent and in the bucket named above.
 */
export function zeltoContract(target: ZeltoContractTarget): void {
  const facts = loadZeltoFacts({ closed: !target.live });
  const zelto = callZelto(target, facts);
  const patience = target.live ? { timeout: 50_000, interval: 2_000 } : { timeout: 5_000, interval: 20 };
  const externalId = `intake-contract-test-${Date.now()}`;
  const served = (status: number) => (target.live ? [status, ...ABSENT] : [status]);
  const body = (text: string) => ({
    agent: { externalId: TEST_AGENT, name: "Intake contract test" },
    call: { externalId },
    transcript: { turns: [{ role: "user", content: text }, { role: "assistant", content: "This is test data of the Intake project." }] },
    metadata: { channel: "contract-test" },
  });
  const findLanded = async (): Promise<Found | undefined> => {
    const list = await zelto.call("listConversations", "/v1/conversations?limit=200");
    return list.status === 200 ? rows(list).find(({ referenceId }) => referenceId === externalId) : undefined;
  };
  const waitForLanding = () =>
    vi.waitFor(async () => {
      const found = await findLanded();
      expect(found, `no conversation with the reference ${externalId}`).toBeDefined();
      return found!;
    }, patience);

  describe("the key", () => {
    it.each([["no key", null], ["a wrong key", "not-a-key"]])("answers 401 Unauthorized to %s, on writes and on reads", async (_, key) => {
      const write = await zelto.call("uploadCall", "/webhooks/calls", { body: {}, key });
      const read = await zelto.call("listAgents", "/v1/agents?limit=1", { key });
      expect([write.status, field(write, "error")]).toEqual([401, "Unauthorized"]);
      expect(read.status).toBe(401);
    });
  });

  describe("an upload that is refused", () => {
    it.each([
      ["a body that is not JSON", { body: "{" }, "Invalid JSON"],
      ["a provider that nobody knows", { body: {}, headers: { "x-zelto-provider": "acme" } }, "Unsupported provider"],
      ["a body without a call", { body: { agent: { externalId: TEST_AGENT } } }, "Validation failed"],
      ["a field of the wrong type", { body: { agent: { externalId: TEST_AGENT }, call: { externalId: 7 } } }, "Validation failed"],
    ])("names the reason for %s", async (_, options, error) => {
      const answer = await zelto.call("uploadCall", "/webhooks/calls", options);
      expect([answer.status, field(answer, "error")]).toEqual([400, error]);
    });
  });

  describe("an upload that is accepted", () => {
    it("acknowledges at once, without an id", async () => {
      const answer = await zelto.call("uploadCall", "/webhooks/calls", { body: body("Is this thing on?") });
      expect([answer.status, answer.json]).toEqual([200, { received: true }]);
    });

    it("acknowledges what it will drop", async () => {
      const dropped = { ...body("dropped"), transcript: undefined, call: { externalId: `${externalId}-no-content` } };
      const answer = await zelto.call("uploadCall", "/webhooks/calls", { body: dropped });
      expect([answer.status, answer.json]).toEqual([200, { received: true }]);
    });

    it("lands as a conversation that carries the external id and can be read back", async () => {
      const found = await waitForLanding();
      const one = await zelto.call("getConversation", `/v1/conversations/${found.id}`);
      const transcript = await zelto.call("getConversationTranscript", `/v1/conversations/${found.id}/transcript`);
      expect([one.status, field(one, "referenceId")]).toEqual([200, externalId]);
      expect([transcript.status, field(transcript, "conversationId")]).toEqual([200, found.id]);
    });

    it("updates the conversation in place when the same external id comes again", async () => {
      const before = await waitForLanding();
      await zelto.call("uploadCall", "/webhooks/calls", { body: body("Said differently the second time.") });
      const after = await vi.waitFor(async () => {
        const found = await findLanded();
        expect(Date.parse(found?.updatedAt ?? "")).toBeGreaterThan(Date.parse(before.updatedAt));
        return found!;
      }, patience);
      expect(after.id).toBe(before.id);
    });
  });

  describe("lists and single reads", () => {
    it.each([
      ["listAgents", "/v1/agents"],
      ["listConversations", "/v1/conversations"],
      ["listBuckets", "/v1/buckets"],
    ])("%s pages by limit and cursor", async (operation, path) => {
      const page = await zelto.call(operation, `${path}?limit=1`);
      expect(served(200)).toContain(page.status);
    });

    it.each([
      ["getAgent", `/v1/agents/${UNKNOWN_ID}`],
      ["getConversation", `/v1/conversations/${UNKNOWN_ID}`],
      ["getConversationTranscript", `/v1/conversations/${UNKNOWN_ID}/transcript`],
      ["getBucket", `/v1/buckets/${UNKNOWN_ID}`],
      ["listBucketConversations", `/v1/buckets/${UNKNOWN_ID}/conversations`],
      ["removeConversationFromBucket", `/v1/buckets/${UNKNOWN_ID}/conversations/${UNKNOWN_ID}`],
    ])("%s answers an id that nobody has with an error body", async (operation, path) => {
      const answer = await zelto.call(operation, path);
      expect(served(404)).toContain(answer.status);
    });
  });

  describe("buckets", () => {
    const openBucket = async (agentId: string): Promise<string> => {
      const list = await zelto.call("listBuckets", `/v1/buckets?agentId=${agentId}&limit=200`);
      const known = rows(list).find((bucket) => (bucket as { name?: string }).name === TEST_BUCKET);
      if (known !== undefined) return known.id;
      const made = await zelto.call("createBucket", "/v1/buckets", { body: { agentId, name: TEST_BUCKET } });
      expect([200, 201]).toContain(made.status);
      return String(field(made, "id"));
    };

    it("takes a conversation of its agent, says when it was there already, and lists it", async () => {
      const { id: conversationId, agentId } = await waitForLanding();
      const bucketId = await openBucket(agentId);
      const first = await zelto.call("addConversationToBucket", `/v1/buckets/${bucketId}/conversations`, { body: { conversationId } });
      const again = await zelto.call("addConversationToBucket", `/v1/buckets/${bucketId}/conversations`, { body: { conversationId } });
      const members = await zelto.call("listBucketConversations", `/v1/buckets/${bucketId}/conversations?limit=200`);
      expect([first.status, again.status]).toEqual([200, 200]);
      expect(again.json).toEqual({ bucketId, conversationId, alreadyExisted: true });
      expect(rows(members).map(({ id }) => id)).toContain(conversationId);
    });

    it("answers 404 for a bucket that nobody has and 400 for a body without a conversation", async () => {
      const nowhere = await zelto.call("addConversationToBucket", `/v1/buckets/${UNKNOWN_ID}/conversations`, { body: { conversationId: UNKNOWN_ID } });
      const empty = await zelto.call("addConversationToBucket", `/v1/buckets/${UNKNOWN_ID}/conversations`, { body: {} });
      expect([nowhere.status, empty.status]).toEqual([404, 400]);
    });
  });

  afterAll(() => {
    const counts = [...facts.checked().values()];
    const total = counts.reduce((sum, count) => sum + count, 0);
    console.log(`${total} answers of ${facts.checked().size} kinds held against the vendor's schemas`);
    expect(total).toBeGreaterThanOrEqual(30);
  });
}
