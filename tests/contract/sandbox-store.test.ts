import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_DIALS } from "@/lib/sandbox/dials";
import { openSandbox } from "@/lib/sandbox/sandbox";
import { SEED_BUCKETS } from "@/lib/sandbox/seed";
import { START_MS, openWorld } from "../support/sandbox-world";
import type { SandboxWorld } from "../support/sandbox-world";
import { canonicalBody, vapiBody } from "../support/zelto-bodies";

let folder: string;
let world: SandboxWorld;
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "intake-sandbox-store-")), "made", "on-demand");
  world = await openWorld({ folder });
});
afterEach(async () => {
  await world.served.close();
  rmSync(join(folder, "..", ".."), { recursive: true, force: true });
});

async function restart(startMs: number): Promise<void> {
  await world.served.close();
  world = await openWorld({ folder, startMs });
}

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe("a restart", () => {
  it("keeps conversations, new agents, new buckets, members and dials", async () => {
    await world.upload(canonicalBody("c1", { agent: { externalId: "new-bot", name: "New bot" } }));
    world.advance(1_500);
    const [landed] = await world.conversations();
    const made = await world.call("createBucket", "/v1/buckets", { body: { agentId: landed!.agentId, name: "Mine" } });
    const members = `/v1/buckets/${(made.json as { id: string }).id}/conversations`;
    await world.call("addConversationToBucket", members, { body: { conversationId: landed!.id } });
    world.served.sandbox.setDials({ agentsEndpoint: "403", latencyMs: 1 });
    await restart(START_MS);
    expect(world.served.sandbox.dials()).toEqual({ ...DEFAULT_DIALS, agentsEndpoint: "403", latencyMs: 1 });
    expect(await world.conversations()).toEqual([landed]);
    expect((await world.call("listBucketConversations", members)).json).toEqual({ data: [landed], nextCursor: null });
    expect(world.served.sandbox.counts()).toMatchObject({ agents: 5, buckets: 6, members: 1, conversations: 1 });
  });

  it("keeps a landing that was still to come, and lands it at its time", async () => {
    await world.upload(canonicalBody("c1"));
    expect(world.served.sandbox.counts().pendingLandings).toBe(1);
    await restart(START_MS + 60_000);
    expect(world.served.sandbox.counts()).toMatchObject({ pendingLandings: 0, conversations: 1 });
    expect((await world.conversations())[0]?.createdAt).toBe("2025-03-04T10:00:01.500Z");
  });

  it("goes on with its random numbers instead of rolling the old ones again", async () => {
    const statusRates = [{ status: 503, percent: 50, operation: "reads" as const }];
    world.served.sandbox.setDials({ statusRates });
    const roll = async (count: number) => {
      const seen: number[] = [];
      for (let index = 0; index < count; index += 1) seen.push((await world.raw("GET", "/v1/agents")).status);
      return seen;
    };
    const unbroken = await roll(40);
    world.served.sandbox.reset();
    world.served.sandbox.setDials({ statusRates });
    const begun = await roll(20);
    await restart(START_MS);
    expect([...begun, ...(await roll(20))]).toEqual(unbroken);
  });
});

describe("the files", () => {
  it("are the owner's alone", () => {
    expect(mode(folder)).toBe("700");
    const files = readdirSync(folder);
    expect(files).toContain("sandbox.db");
    expect(files.map((file) => mode(join(folder, file)))).toEqual(files.map(() => "600"));
  });

  it("never hold the key", async () => {
    await world.upload(canonicalBody("c1"));
    await world.raw("GET", "/v1/agents", { key: "a-wrong-key-98765" });
    const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
    expect(files.length).toBeGreaterThanOrEqual(1);
    expect(files.filter((bytes) => bytes.includes(world.served.apiKey) || bytes.includes("a-wrong-key-98765"))).toEqual([]);
  });

  it("hold nothing of a call after a reset", async () => {
    await world.upload(canonicalBody("c1", { metadata: { secret: "swordfish-4711" } }));
    const holding = () => readdirSync(folder).filter((file) => readFileSync(join(folder, file)).includes("swordfish-4711"));
    expect(holding()).not.toEqual([]);
    world.served.sandbox.reset();
    expect(holding()).toEqual([]);
  });

  it("of another layout are made anew", async () => {
    await world.upload(canonicalBody("c1"));
    await world.served.close();
    const { default: Database } = await import("libsql");
    const database = new Database(join(folder, "sandbox.db"));
    database.exec("alter table agents rename column document to content; pragma user_version = 99");
    database.close();
    world = await openWorld({ folder });
    expect(world.served.sandbox.counts()).toMatchObject({ agents: 4, buckets: 5, requests: 0 });
  });
});

describe("reset", () => {
  it("goes back to a fresh sandbox, pending landings included", async () => {
    await world.upload(canonicalBody("c1"));
    world.served.sandbox.setDials({ keyRevoked: true });
    world.served.sandbox.reset();
    world.advance(10_000);
    expect(world.served.sandbox.counts()).toEqual({ agents: 4, conversations: 0, buckets: 5, members: 0, pendingLandings: 0, requests: 0 });
    expect(world.served.sandbox.dials()).toEqual(DEFAULT_DIALS);
    expect((await world.call("getBucket", `/v1/buckets/${SEED_BUCKETS.bookingReview.id}`)).status).toBe(200);
  });
});

describe("the log of requests", () => {
  const log = (limit = 10, before?: number) => world.served.sandbox.requests({ limit, ...(before === undefined ? {} : { before }) });

  it("keeps a native body byte for byte, with its hash, and what became of it", async () => {
    const text = `${JSON.stringify(vapiBody("v1"), null, 3)}\n`;
    await world.upload(text, { headers: { "x-zelto-provider": "vapi" } });
    world.advance(1_500);
    const [landed] = await world.conversations();
    const id = log().find(({ provider }) => provider === "vapi")!.id;
    expect(world.served.sandbox.request(id)).toMatchObject({
      at: "2025-03-04T10:00:00.000Z",
      method: "POST",
      path: "/webhooks/calls",
      query: "",
      authorised: true,
      status: 200,
      bodyBytes: Buffer.byteLength(text),
      sha256: createHash("sha256").update(text).digest("hex"),
      body: text,
      isBodyCut: false,
      answer: '{"received":true}',
      answerBytes: 17,
      outcome: "created",
      conversationId: landed!.id,
    });
  });

  it("says whether the key was right", async () => {
    await world.raw("GET", "/v1/agents?limit=1", { key: null });
    await world.raw("GET", "/v1/agents");
    expect(log().map(({ authorised, status, query }) => [authorised, status, query])).toEqual([[true, 200, ""], [false, 401, "?limit=1"]]);
  });

  it("tells an update from a creation", async () => {
    await world.upload(canonicalBody("c1"));
    await world.upload(canonicalBody("c1"));
    expect(log().map(({ outcome }) => outcome)).toEqual(["waiting", "waiting"]);
    world.advance(1_500);
    expect(log().map(({ outcome }) => outcome)).toEqual(["updated", "created"]);
  });

  it("shows beginnings in a list, one MB in the single record, and the whole size in both", async () => {
    await world.upload(canonicalBody("c1", { systemPrompt: "p".repeat(1_500_000) }));
    const [entry] = log();
    const whole = world.served.sandbox.request(entry!.id);
    expect([entry!.body.length, whole!.body.length]).toEqual([2_048, 1_048_576]);
    expect([entry!.isBodyCut, whole!.isBodyCut]).toEqual([true, true]);
    expect(whole!.bodyBytes).toBeGreaterThan(1_500_000);
  });

  it("pages backwards and keeps the newest 1,000", async () => {
    const sandbox = openSandbox({ folder: join(folder, "log"), apiKey: "k" });
    for (let index = 0; index < 1_003; index += 1) await sandbox.handle(new Request(`http://sandbox.test/v1/agents?n=${index}`), "/v1/agents");
    const newest = sandbox.requests({ limit: 2 });
    const next = sandbox.requests({ limit: 2, before: newest[1]!.id });
    const total = sandbox.counts().requests;
    sandbox.close();
    expect([...newest, ...next].map(({ query }) => query)).toEqual(["?n=1002", "?n=1001", "?n=1000", "?n=999"]);
    expect(total).toBe(1_000);
  });

  it("answers null for a record that is not there", () => {
    expect(world.served.sandbox.request(999)).toBeNull();
  });
});
