import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_DIALS, SandboxDialsSchema } from "@/lib/sandbox/dials";
import type { SandboxDials, StatusRate } from "@/lib/sandbox/dials";
import { openSandbox } from "@/lib/sandbox/sandbox";
import { SEED_AGENTS, SEED_BUCKETS } from "@/lib/sandbox/seed";
import { openWorld } from "../support/sandbox-world";
import type { SandboxWorld } from "../support/sandbox-world";
import { canonicalBody } from "../support/zelto-bodies";

let world: SandboxWorld;
beforeEach(async () => {
  world = await openWorld({ dials: { landingDelayMs: 0 } });
});
afterEach(() => world.served.close());

const dial = (patch: Partial<SandboxDials>) => world.served.sandbox.setDials(patch);
const rate = (status: number, operation: StatusRate["operation"], percent = 100): StatusRate => ({ status, percent, operation });
const statusOf = async (method: string, path: string, body?: unknown) => (await world.raw(method, path, { body })).status;
/** One request of each group: an upload, a read, a bucket request. */
const statuses = async () => [
  await statusOf("POST", "/webhooks/calls", canonicalBody("c1")),
  await statusOf("GET", "/v1/agents"),
  await statusOf("GET", "/v1/buckets"),
];
const settle = (answer: Promise<unknown>) => answer.then(() => "answered", () => "dropped");

describe("status rates", () => {
  it.each([
    ["upload", [503, 200, 200]],
    ["reads", [200, 503, 200]],
    ["buckets", [200, 200, 503]],
    ["all", [503, 503, 503]],
  ] as const)("strike only the group %s", async (operation, expected) => {
    dial({ statusRates: [rate(503, operation)] });
    expect(await statuses()).toEqual(expected);
  });

  it("never strike at 0 percent and let the first that strikes answer", async () => {
    dial({ statusRates: [rate(500, "all", 0), rate(429, "upload"), rate(502, "all")] });
    expect(await statuses()).toEqual([429, 502, 502]);
  });

  it("do not serve the request that they strike", async () => {
    dial({ statusRates: [rate(500, "upload")] });
    await statuses();
    dial({ statusRates: [] });
    expect(await world.conversations()).toEqual([]);
  });

  it("send Retry-After as it was set, and an error body", async () => {
    dial({ statusRates: [{ ...rate(429, "upload"), retryAfter: "120" }] });
    const answer = await world.upload(canonicalBody("c1"));
    expect([answer.headers.get("retry-after"), answer.json]).toEqual(["120", { error: "Too many requests", message: "Set by a fault dial" }]);
  });

  it("redirect nowhere that exists", async () => {
    dial({ statusRates: [rate(307, "upload")] });
    const answer = await world.raw("POST", "/webhooks/calls", { body: canonicalBody("c1") });
    expect([answer.status, answer.headers.get("location")]).toEqual([307, "https://elsewhere.sandbox.invalid/"]);
  });

  it("answer 204 without a body", async () => {
    dial({ statusRates: [rate(204, "upload")] });
    const answer = await world.raw("POST", "/webhooks/calls", { body: canonicalBody("c1") });
    expect([answer.status, answer.text]).toEqual([204, ""]);
  });

  it("roll alike in two fresh sandboxes, and near the percentage", async () => {
    const roll = async (one: SandboxWorld) => {
      one.served.sandbox.setDials({ statusRates: [rate(503, "reads", 30)] });
      const seen: number[] = [];
      for (let index = 0; index < 100; index += 1) seen.push((await one.raw("GET", "/v1/agents")).status);
      return seen;
    };
    const other = await openWorld();
    const [here, there] = [await roll(world), await roll(other)];
    await other.served.close();
    expect(here).toEqual(there);
    const struck = here.filter((status) => status === 503).length;
    expect(struck).toBeGreaterThan(15);
    expect(struck).toBeLessThan(45);
  });
});

describe("a reset", () => {
  it("drops the connection before the upload is served", async () => {
    dial({ resetPercent: 100 });
    expect(await settle(world.upload(canonicalBody("c1")))).toBe("dropped");
    dial({ resetPercent: 0 });
    expect(await world.conversations()).toEqual([]);
    expect(world.served.sandbox.requests({ limit: 2 })[1]).toMatchObject({ status: 0, answer: null, outcome: null });
  });

  it("can drop the connection after the upload was taken in", async () => {
    dial({ resetPercent: 100, resetWhen: "after" });
    expect(await settle(world.upload(canonicalBody("c1")))).toBe("dropped");
    dial({ resetPercent: 0 });
    expect(await world.conversations()).toHaveLength(1);
  });
});

describe("latency", () => {
  it("holds the answer back, not the work: a client that gave up was heard all the same", async () => {
    dial({ latencyMs: 600_000 });
    const leaving = new AbortController();
    const answer = settle(world.upload(canonicalBody("c1"), { signal: leaving.signal }));
    await expect.poll(() => world.served.sandbox.counts().conversations).toBe(1);
    leaving.abort();
    expect(await answer).toBe("dropped");
  });

  it("ends its waits when the sandbox closes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "intake-sandbox-closing-"));
    const sandbox = openSandbox({ folder, apiKey: "k" });
    sandbox.setDials({ latencyMs: 600_000 });
    const answer = sandbox.handle(new Request("http://sandbox.test/v1/agents", { headers: { authorization: "Bearer k" } }), "/v1/agents");
    await expect.poll(() => sandbox.counts().requests).toBe(1);
    sandbox.close();
    expect((await answer).status).toBe(200);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe("landing dials", () => {
  it("accepts and loses uploads", async () => {
    dial({ neverLand: true });
    expect((await world.upload(canonicalBody("c1"))).json).toEqual({ received: true });
    expect(world.served.sandbox.requests({ limit: 1 })[0]?.outcome).toBe("lost");
    dial({ neverLand: false });
    world.advance(86_400_000);
    expect(await world.conversations()).toEqual([]);
  });
});

describe("endpoint dials", () => {
  const { bookingBot } = SEED_AGENTS;
  const bucketPath = `/v1/buckets/${SEED_BUCKETS.bookingReview.id}`;

  it.each(["404", "405", "403"] as const)("decline with %s what they name, and nothing else", async (state) => {
    await world.upload(canonicalBody("c1"));
    const id = (await world.conversations())[0]!.id;
    dial({ listEndpoint: state, transcriptEndpoint: state, agentsEndpoint: state, bucketsEndpoint: state });
    const declined = [
      await statusOf("GET", "/v1/conversations"),
      await statusOf("GET", `/v1/conversations/${id}/transcript`),
      await statusOf("GET", "/v1/agents"),
      await statusOf("GET", `/v1/agents/${bookingBot.id}`),
      await statusOf("GET", "/v1/buckets"),
      await statusOf("POST", "/v1/buckets", { agentId: bookingBot.id, name: "A" }),
      await statusOf("GET", bucketPath),
      await statusOf("GET", `${bucketPath}/conversations`),
      await statusOf("DELETE", `${bucketPath}/conversations/${id}`),
    ];
    const served = [
      await statusOf("POST", "/webhooks/calls", canonicalBody("c2")),
      await statusOf("GET", `/v1/conversations/${id}`),
      await statusOf("POST", `${bucketPath}/conversations`, { conversationId: id }),
    ];
    expect(new Set(declined)).toEqual(new Set([Number(state)]));
    expect(served).toEqual([200, 200, 200]);
  });

  it.each([
    ["listEndpoint", "listConversations", "/v1/conversations"],
    ["agentsEndpoint", "listAgents", "/v1/agents"],
    ["bucketsEndpoint", "listBuckets", "/v1/buckets"],
  ] as const)("%s answers an error body and only there", async (name, operation, path) => {
    dial({ [name]: "403" });
    const answer = await world.call(operation, path);
    expect([answer.status, answer.json]).toEqual([403, { error: "Forbidden" }]);
    expect((await statuses()).filter((status) => status === 403)).toHaveLength(name === "listEndpoint" ? 0 : 1);
  });
});

describe("a bent 200", () => {
  it.each([
    ["empty", "", "application/json; charset=utf-8"],
    ["receivedFalse", '{"received":false}', "application/json; charset=utf-8"],
    ["receivedString", '{"received":"true"}', "application/json; charset=utf-8"],
    ["cut", '{"received": tr', "application/json; charset=utf-8"],
    ["html", expect.stringContaining("<h1>Sign in"), "text/html; charset=utf-8"],
  ] as const)("can be %s, while the upload lands", async (malformed200, text, contentType) => {
    dial({ malformed200 });
    const answer = await world.raw("POST", "/webhooks/calls", { body: canonicalBody("c1") });
    expect([answer.status, answer.text, answer.headers.get("content-type")]).toEqual([200, text, contentType]);
    expect(await world.conversations()).toHaveLength(1);
  });

  it("leaves refusals and reads alone", async () => {
    dial({ malformed200: "html" });
    expect((await world.upload({})).status).toBe(400);
    expect(await world.conversations()).toEqual([]);
  });
});

describe("the key", () => {
  it("is refused everywhere once revoked", async () => {
    dial({ keyRevoked: true });
    expect(await statuses()).toEqual([401, 401, 401]);
  });

  it.each([
    ["another scheme", { authorization: "Basic sandbox-key-for-tests-0123456789" }],
    ["a key with more behind it", { authorization: "Bearer sandbox-key-for-tests-0123456789x" }],
    ["the beginning of the key", { authorization: "Bearer sandbox-key-for-tests" }],
    ["nothing after Bearer", { authorization: "Bearer " }],
  ])("is refused as %s, before anything else is looked at", async (_, headers) => {
    const answer = await world.raw("POST", "/nowhere", { key: null, headers, body: "{" });
    expect([answer.status, answer.json]).toEqual([401, { error: "Unauthorized" }]);
  });
});

describe("the dials themselves", () => {
  it("start as a sandbox that behaves", () => {
    world.served.sandbox.reset();
    expect(world.served.sandbox.dials()).toEqual(DEFAULT_DIALS);
    expect(DEFAULT_DIALS.landingDelayMs).toBe(1_500);
  });

  it.each([
    ["an unknown dial", { speed: 1 }],
    ["a percent over 100", { resetPercent: 101 }],
    ["a status below 200", { statusRates: [rate(100, "all")] }],
    ["a status above 599", { statusRates: [rate(600, "all")] }],
    ["a line break in Retry-After", { statusRates: [{ ...rate(429, "all"), retryAfter: "1\r\nx: y" }] }],
    ["a negative delay", { landingDelayMs: -1 }],
  ])("refuse %s", (_, patch) => {
    expect(SandboxDialsSchema.safeParse({ ...DEFAULT_DIALS, ...patch }).success).toBe(false);
  });
});
