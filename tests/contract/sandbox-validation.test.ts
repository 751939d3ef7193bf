import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld } from "../support/sandbox-world";
import type { SandboxWorld } from "../support/sandbox-world";
import { loadZeltoFacts } from "../support/zelto-facts";

const facts = loadZeltoFacts({ closed: false });
const long = (length: number) => "x".repeat(length);
const AGENT_ID = "6f1d0a52-8c3e-4b7a-9e01-2a5c7d90b101";
const turn = { role: "user", content: "Hi" };

interface Case {
  readonly what: string;
  readonly body: unknown;
  /** The fields that the refusal names; none where the body is accepted. */
  readonly fields: readonly string[];
}

const call = (fields: object) => ({ agent: { externalId: "a" }, call: { externalId: "c", ...fields }, transcript: { turns: [turn] } });
const top = (fields: object) => ({ ...call({}), ...fields });
const turns = (...list: readonly unknown[]) => top({ transcript: { turns: list } });
const ok = (what: string, body: unknown): Case => ({ what, body, fields: [] });
const bad = (what: string, body: unknown, ...fields: readonly string[]): Case => ({ what, body, fields });

const CASES: readonly Case[] = [
  bad("a body that is a list", [], "body"),
  bad("a body that is null", null, "body"),
  bad("no call", { agent: { externalId: "a" } }, "call"),
  bad("a call that is null", top({ call: null }), "call"),
  bad("a call that is a list", top({ call: [] }), "call"),
  bad("no external id", { agent: { externalId: "a" }, call: {} }, "call.externalId"),
  bad("an empty external id", call({ externalId: "" }), "call.externalId"),
  bad("a number as external id", call({ externalId: 7 }), "call.externalId"),
  ok("an external id of 10,000 characters", call({ externalId: long(10_000) })),
  ok("a blank external id", call({ externalId: " " })),
  bad("an agent that is null", top({ agent: null, agentId: AGENT_ID }), "agent"),
  bad("an empty agent id", top({ agent: { externalId: "" } }), "agent.externalId"),
  ok("an agent name of 1 character", top({ agent: { externalId: "a", name: "n" } })),
  ok("an agent name of 255 characters", top({ agent: { externalId: "a", name: long(255) } })),
  bad("an agent name of 256 characters", top({ agent: { externalId: "a", name: long(256) } }), "agent.name"),
  bad("an empty agent name", top({ agent: { externalId: "a", name: "" } }), "agent.name"),
  ok("an agentId of any UUID version", top({ agent: undefined, agentId: "ffffffff-ffff-ffff-ffff-ffffffffffff" })),
  ok("an agentId in capitals", top({ agent: undefined, agentId: AGENT_ID.toUpperCase() })),
  bad("an agentId that is no UUID", top({ agentId: "booking-bot" }), "agentId"),
  bad("an agentId without dashes", top({ agentId: AGENT_ID.replaceAll("-", "") }), "agentId"),
  ok("a version of 255 characters", top({ version: long(255) })),
  bad("a version of 256 characters", top({ version: long(256) }), "version"),
  bad("an empty version", top({ version: "" }), "version"),
  ok("a version of 255 characters outside the basic plane", top({ version: "😀".repeat(255) })),
  bad("a version of 256 characters outside the basic plane", top({ version: "😀".repeat(256) }), "version"),
  bad("a version that is a number", top({ version: 3 }), "version"),
  ok("startedAt with an offset", call({ startedAt: "2025-03-04T09:30:00+01:00" })),
  ok("startedAt with nine fraction digits", call({ startedAt: "2025-03-04T09:30:00.123456789Z" })),
  ok("the last day of a leap February", call({ startedAt: "2024-02-29T00:00:00Z" })),
  bad("29 February of a common year", call({ startedAt: "2025-02-29T00:00:00Z" }), "call.startedAt"),
  bad("startedAt without a zone", call({ startedAt: "2025-03-04T09:30:00" }), "call.startedAt"),
  bad("startedAt without seconds", call({ startedAt: "2025-03-04T09:30Z" }), "call.startedAt"),
  bad("a date alone", call({ endedAt: "2025-03-04" }), "call.endedAt"),
  bad("hour 24", call({ endedAt: "2025-03-04T24:00:00Z" }), "call.endedAt"),
  bad("epoch milliseconds", call({ endedAt: 1_741_082_400_000 }), "call.endedAt"),
  ok("an end before the start", call({ startedAt: "2025-03-04T09:30:00Z", endedAt: "2025-03-04T09:00:00Z" })),
  ok("a duration of 0", call({ durationSeconds: 0 })),
  ok("a duration beyond 2^53", call({ durationSeconds: 1e20 })),
  bad("a duration of -1", call({ durationSeconds: -1 }), "call.durationSeconds"),
  bad("a duration of 1.5", call({ durationSeconds: 1.5 }), "call.durationSeconds"),
  bad("a duration as text", call({ durationSeconds: "42" }), "call.durationSeconds"),
  ok("an ended reason of 100 characters", call({ endedReason: long(100) })),
  ok("an empty ended reason", call({ endedReason: "" })),
  bad("an ended reason of 101 characters", call({ endedReason: long(101) }), "call.endedReason"),
  ok("a cost of 0", call({ cost: 0 })),
  bad("a cost of -0.01", call({ cost: -0.01 }), "call.cost"),
  bad("a cost as text", call({ cost: "0.07" }), "call.cost"),
  bad("a cost that is null", call({ cost: null }), "call.cost"),
  ok("a recording address of 2,048 characters", call({ recordingUrl: long(2_048) })),
  bad("a recording address of 2,049 characters", call({ recordingUrl: long(2_049) }), "call.recordingUrl"),
  ok("a recording address that is no address", call({ recordingUrl: "not an address" })),
  ok("a customer with nothing in it", call({ customer: {} })),
  ok("a customer number of 50 characters", call({ customer: { number: long(50) } })),
  bad("a customer number of 51 characters", call({ customer: { number: long(51) } }), "call.customer.number"),
  ok("a customer name of 255 characters", call({ customer: { name: long(255) } })),
  bad("a customer name of 256 characters", call({ customer: { name: long(256) } }), "call.customer.name"),
  bad("a customer that is text", call({ customer: "Sam" }), "call.customer"),
  bad("a transcript without turns", top({ transcript: {} }), "transcript.turns"),
  bad("a transcript of no turns", turns(), "transcript.turns"),
  bad("a turn without a role", turns({ content: "Hi" }), "transcript.turns[0].role"),
  bad("a role of another vocabulary", turns(turn, { role: "agent", content: "Hi" }), "transcript.turns[1].role"),
  ok("each of the four roles", turns(...["user", "assistant", "system", "tool"].map((role) => ({ role, content: "Hi" })))),
  bad("a turn without content", turns({ role: "user" }), "transcript.turns[0].content"),
  bad("the fourth turn with empty content", turns(turn, turn, turn, { role: "user", content: "" }), "transcript.turns[3].content"),
  ok("blank content", turns({ role: "user", content: " " })),
  ok("turn times of 0", turns({ ...turn, startSeconds: 0, endSeconds: 0 })),
  bad("a negative start", turns({ ...turn, startSeconds: -0.1 }), "transcript.turns[0].startSeconds"),
  bad("a negative end", turns({ ...turn, endSeconds: -1 }), "transcript.turns[0].endSeconds"),
  bad("a start as text", turns({ ...turn, startSeconds: "0" }), "transcript.turns[0].startSeconds"),
  ok("an empty system prompt", top({ systemPrompt: "" })),
  bad("a system prompt that is a list", top({ systemPrompt: [] }), "systemPrompt"),
  ok("metadata with anything in it", top({ metadata: { a: [null, { b: 1 }], "": true } })),
  bad("metadata that is a list", top({ metadata: [] }), "metadata"),
  bad("metadata that is text", top({ metadata: "x" }), "metadata"),
  ok("keys that nobody documents", top({ channel: "chat", call: { externalId: "c", mood: "good" } })),
  bad("two faults at once", call({ cost: -1, endedReason: long(101) }), "call.cost", "call.endedReason"),
];

describe("the upload endpoint holds CallIngest to the letter", () => {
  let world: SandboxWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.served.close());

  it.each(CASES)("$what", async ({ body, fields }) => {
    const answer = await world.upload(body);
    const details = (answer.json as { details?: object }).details ?? {};
    expect(answer.status).toBe(fields.length === 0 ? 200 : 400);
    expect(Object.keys(details).sort()).toEqual([...fields].sort());
  });

  it("judges every case as the vendor's schema does", () => {
    const apart = CASES.filter(({ body, fields }) => facts.allowsBody("uploadCall", JSON.parse(JSON.stringify(body))) !== (fields.length === 0));
    expect(apart.map(({ what }) => what)).toEqual([]);
    expect(CASES.length).toBeGreaterThanOrEqual(70);
  });

  it("asks for an agent, which the vendor's schema states in words only", async () => {
    const bodies = [{ call: { externalId: "c" } }, { agent: { name: "No id" }, call: { externalId: "c" } }];
    const answers = await Promise.all(bodies.map((body) => world.upload(body)));
    const refusal = { error: "Validation failed", details: { "agent.externalId": ["Required unless agentId is given"] } };
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect(answers.map(({ json }) => json)).toEqual([refusal, refusal]);
  });

  it("says Required for what is absent", async () => {
    const answer = await world.upload({ agent: { externalId: "a" }, call: {}, transcript: { turns: [{}] } });
    expect(answer.json).toEqual({
      error: "Validation failed",
      details: { "call.externalId": ["Required"], "transcript.turns[0].role": ["Required"], "transcript.turns[0].content": ["Required"] },
    });
  });

  it.each([
    ["an empty body", new Uint8Array()],
    ["a cut body", "{\"call\""],
    ["a byte order mark", "\ufeff{}"],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0x22])],
    ["two values", "{} {}"],
  ])("answers Invalid JSON to %s", async (_, body) => {
    const answer = await world.upload(body);
    expect([answer.status, answer.json]).toEqual([400, { error: "Invalid JSON" }]);
  });

  it("reads a body nested 100,000 levels deep", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const body = JSON.stringify(top({ metadata: { deep: "HERE" } })).replace('"HERE"', deep);
    expect((await world.upload(body)).status).toBe(200);
  });

  it.each([["Zelto"], ["VAPI"], ["elevenlabs"], ["vapi, retell"]])("refuses the provider %j by name", async (provider) => {
    const answer = await world.upload(call({}), { headers: { "x-zelto-provider": provider } });
    expect([answer.status, answer.json]).toEqual([
      400,
      { error: "Unsupported provider", details: { "X-Zelto-Provider": ["Must be one of zelto, livekit, vapi, retell"] } },
    ]);
  });

  it("takes 10 MB and refuses one byte more with 413", async () => {
    const frame = JSON.stringify(top({ systemPrompt: "" })).length;
    const sized = (bytes: number) => JSON.stringify(top({ systemPrompt: long(bytes - frame) }));
    const answers = [await world.upload(sized(10_485_760)), await world.upload(sized(10_485_761))];
    expect(answers.map(({ status }) => status)).toEqual([200, 413]);
  });
});
