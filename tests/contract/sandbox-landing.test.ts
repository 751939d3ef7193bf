import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SEED_AGENTS } from "@/lib/sandbox/seed";
import { openWorld } from "../support/sandbox-world";
import type { SandboxWorld } from "../support/sandbox-world";
import { canonicalBody, retellBody, vapiBody } from "../support/zelto-bodies";

const DELAY_MS = 1_500;
const NOBODY = "00000000-0000-4000-8000-000000000000";
let world: SandboxWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.served.close());

const outcomeOfUpload = () => world.served.sandbox.requests({ limit: 10 }).find(({ path }) => path === "/webhooks/calls")?.outcome;

describe("landing", () => {
  it("shows a conversation only when its delay is over, dated with that instant", async () => {
    await world.upload(canonicalBody("call-1"));
    world.advance(DELAY_MS - 1);
    expect(await world.conversations()).toEqual([]);
    world.advance(1);
    const [landed] = await world.conversations();
    expect(landed).toMatchObject({
      agentId: SEED_AGENTS.bookingBot.id,
      name: "Sam Example",
      source: "upload",
      referenceId: "call-1",
      endedReason: "customer-ended-call",
      cost: "0.07",
      createdAt: "2025-03-04T10:00:01.500Z",
      updatedAt: "2025-03-04T10:00:01.500Z",
    });
  });

  it("keeps the landing time however late somebody looks", async () => {
    await world.upload(canonicalBody("call-1"));
    world.advance(86_400_000);
    expect((await world.conversations())[0]?.createdAt).toBe("2025-03-04T10:00:01.500Z");
  });

  it("reads back the turns as they were sent, and works the duration out from the two times", async () => {
    await world.upload(canonicalBody("call-1"));
    world.advance(DELAY_MS);
    const [landed] = await world.conversations();
    expect(await world.transcript(landed!.id)).toMatchObject({
      durationSeconds: 42,
      recordingUrl: null,
      systemPrompt: null,
      content: [
        { role: "assistant", content: "Hello, how can I help?", startSeconds: 0, endSeconds: 2.1 },
        { role: "user", content: "I would like to move my appointment.", startSeconds: 2.6, endSeconds: 5 },
      ],
    });
  });

  it("takes a leading system turn for the prompt when none is given", async () => {
    const turns = [{ role: "system", content: "Be kind." }, { role: "user", content: "Hi" }];
    await world.upload(canonicalBody("call-1", { transcript: { turns } }));
    world.advance(DELAY_MS);
    const [landed] = await world.conversations();
    expect(await world.transcript(landed!.id)).toMatchObject({ systemPrompt: "Be kind.", content: turns });
  });

  it("lands a recording without a transcript, under the address of Zelto's copy", async () => {
    const call = { externalId: "call-1", recordingUrl: "https://audio.example/1.wav" };
    await world.upload({ agent: { externalId: "booking-bot" }, call });
    world.advance(DELAY_MS);
    const [landed] = await world.conversations();
    const { content, recordingUrl } = await world.transcript(landed!.id);
    expect(content).toBeNull();
    expect(recordingUrl).toMatch(new RegExp(`^https://recordings\\.sandbox\\.invalid/${landed!.id}/[0-9a-f]{12}$`));
  });

  it("keeps text that a text column would not: U+0000 and half a surrogate pair", async () => {
    const odd = "a\u0000b\ud800c";
    await world.upload(canonicalBody(odd, { transcript: { turns: [{ role: "user", content: odd }] } }));
    world.advance(DELAY_MS);
    const [landed] = await world.conversations();
    expect(landed?.referenceId).toBe(odd);
    expect((await world.transcript(landed!.id)).content?.[0]?.content).toBe(odd);
  });

  it("labels the canonical body as livekit under that header", async () => {
    await world.upload(canonicalBody("room-1"), { headers: { "x-zelto-provider": "livekit" } });
    world.advance(DELAY_MS);
    expect((await world.conversations())[0]).toMatchObject({ source: "livekit", referenceId: "room-1" });
  });
});

describe("accepted and then nothing", () => {
  const onlyCall = (fields: object = {}) => ({ agent: { externalId: "booking-bot" }, call: { externalId: "call-1", ...fields } });

  it.each([
    ["an agentId that nobody has", canonicalBody("call-1", { agent: undefined, agentId: NOBODY }), "zelto", "unknown-agent"],
    ["an unknown agentId beside a known external id, as the id wins", canonicalBody("call-1", { agentId: NOBODY }), "zelto", "unknown-agent"],
    ["neither transcript nor recording", onlyCall(), "zelto", "no-content"],
    ["an empty recording address", onlyCall({ recordingUrl: "" }), "zelto", "no-content"],
    ["a Vapi status-update", vapiBody("call-1", "status-update"), "vapi", "not-terminal"],
    ["a Vapi message of a type not yet invented", vapiBody("call-1", "tea-time"), "vapi", "not-terminal"],
    ["a canonical body under the vapi header", canonicalBody("call-1"), "vapi", "not-terminal"],
    ["a Vapi report without a call id", { message: { type: "end-of-call-report" } }, "vapi", "not-convertible"],
    ["a Retell call_started", retellBody("call-1", "call_started"), "retell", "not-terminal"],
    ["a Retell chat event", retellBody("call-1", "chat_ended"), "retell", "not-terminal"],
    ["a Retell report without a call", { event: "call_ended" }, "retell", "not-convertible"],
    ["a Retell call that nobody answered", { event: "call_ended", call: { call_id: "c", agent_id: "a", transcript_object: [] } }, "retell", "no-content"],
  ])("%s", async (_, body, provider, outcome) => {
    const answer = await world.upload(body, { headers: { "x-zelto-provider": provider } });
    world.advance(DELAY_MS);
    expect([answer.status, answer.json]).toEqual([200, { received: true }]);
    expect(await world.conversations()).toEqual([]);
    expect(outcomeOfUpload()).toBe(outcome);
  });

  it("creates no agent for a call that is dropped", async () => {
    await world.upload({ agent: { externalId: "ghost" }, call: { externalId: "call-1" } });
    world.advance(DELAY_MS);
    expect((await world.agents()).map(({ externalId }) => externalId)).not.toContain("ghost");
  });

  it("lands when the same id comes again with a transcript", async () => {
    await world.upload(onlyCall());
    await world.upload(canonicalBody("call-1"));
    world.advance(DELAY_MS);
    expect((await world.conversations()).map(({ referenceId }) => referenceId)).toEqual(["call-1"]);
  });
});

describe("the same external id again", () => {
  const say = (text: string) => ({ transcript: { turns: [{ role: "user", content: text }] } });

  it("updates in place: same conversation, later, with the new transcript, duration, cost and recording", async () => {
    await world.upload(canonicalBody("call-1"));
    world.advance(DELAY_MS);
    const [before] = await world.conversations();
    const call = { externalId: "call-1", durationSeconds: 50, cost: 1.5, recordingUrl: "https://audio.example/1.wav" };
    await world.upload(canonicalBody("call-1", { ...say("New words"), call }));
    world.advance(DELAY_MS);
    const after = await world.conversations();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({ id: before!.id, cost: "1.5", createdAt: before!.createdAt, updatedAt: "2025-03-04T10:00:03.000Z" });
    const transcript = await world.transcript(before!.id);
    expect(transcript).toMatchObject({ durationSeconds: 50, content: [{ role: "user", content: "New words" }] });
    expect(transcript.recordingUrl).toContain("recordings.sandbox.invalid");
  });

  it("keeps what the repeat leaves out, and the agent of the first", async () => {
    await world.upload(canonicalBody("call-1"));
    await world.upload({ agent: { externalId: "support-chat" }, call: { externalId: "call-1" }, ...say("Again") });
    world.advance(DELAY_MS);
    const [landed] = await world.conversations();
    expect(landed).toMatchObject({ agentId: SEED_AGENTS.bookingBot.id, cost: "0.07", endedReason: "customer-ended-call" });
  });

  it("dates an update later than the landing before it, even within one millisecond", async () => {
    await world.upload(canonicalBody("call-1"));
    await world.upload(canonicalBody("call-1"));
    world.advance(DELAY_MS);
    const [landed] = await world.conversations();
    expect([landed?.createdAt, landed?.updatedAt]).toEqual(["2025-03-04T10:00:01.500Z", "2025-03-04T10:00:01.501Z"]);
  });

  it("applies versions in the order of their arrival, though a later one has the shorter delay", async () => {
    await world.upload(canonicalBody("call-1", say("first")));
    world.served.sandbox.setDials({ landingDelayMs: 0 });
    await world.upload(canonicalBody("call-1", say("second")));
    expect(await world.conversations()).toEqual([]);
    world.advance(DELAY_MS);
    const [landed] = await world.conversations();
    expect((await world.transcript(landed!.id)).content?.[0]?.content).toBe("second");
  });
});

describe("agents", () => {
  it("creates an agent at its first reference and finds it at the next, reading its name only once", async () => {
    await world.upload(canonicalBody("call-1", { agent: { externalId: "new-bot", name: "New bot" } }));
    await world.upload(canonicalBody("call-2", { agent: { externalId: "new-bot", name: "Renamed" } }));
    await world.upload(canonicalBody("call-3", { agent: { externalId: "nameless" } }));
    world.advance(DELAY_MS);
    const created = (await world.agents()).slice(0, 2);
    expect(created.map(({ name, externalId, provider }) => [name, externalId, provider])).toEqual([
      ["nameless", "nameless", ""],
      ["New bot", "new-bot", ""],
    ]);
    expect((await world.conversations(`&agentId=${created[1]!.id}`)).map(({ referenceId }) => referenceId)).toEqual(["call-2", "call-1"]);
  });

  it("attaches to an existing agent by agentId, in capitals too", async () => {
    await world.upload(canonicalBody("call-1", { agentId: SEED_AGENTS.returnsDesk.id.toUpperCase() }));
    world.advance(DELAY_MS);
    expect((await world.conversations())[0]?.agentId).toBe(SEED_AGENTS.returnsDesk.id);
  });
});

describe("native bodies", () => {
  it("reads a Vapi end-of-call-report", async () => {
    await world.upload(vapiBody("vapi-call-1"), { headers: { "x-zelto-provider": "vapi" } });
    world.advance(DELAY_MS);
    const [landed] = await world.conversations("&referenceId=vapi-call-1");
    expect(landed).toMatchObject({ source: "vapi", agentId: SEED_AGENTS.clinicReceptionist.id, cost: "0.1234", endedReason: "customer-ended-call" });
    expect(await world.transcript(landed!.id)).toMatchObject({
      durationSeconds: 12,
      recordingUrl: "https://audio.example/vapi.wav",
      systemPrompt: "You are a receptionist.",
      content: [
        { role: "system", content: "You are a receptionist.", startSeconds: 0 },
        { role: "assistant", content: "Good morning.", startSeconds: 1, endSeconds: 2.5 },
        { role: "tool", content: '[{"function":{"name":"lookup","arguments":"{}"}}]', startSeconds: 3 },
        { role: "tool", content: "free at 10", startSeconds: 4 },
        { role: "user", content: "Ten is fine.", startSeconds: 5, endSeconds: 6 },
      ],
    });
  });

  it.each(["call_ended", "call_analyzed"])("reads a Retell %s, its cost in cents", async (event) => {
    await world.upload(retellBody("retell-1", event), { headers: { "x-zelto-provider": "retell" } });
    world.advance(DELAY_MS);
    const [landed] = await world.conversations("&referenceId=retell-1");
    expect(landed).toMatchObject({ source: "retell", cost: "0.045", endedReason: "user_hangup" });
    expect(await world.transcript(landed!.id)).toMatchObject({
      durationSeconds: 42,
      content: [{ role: "assistant", content: "Hi there.", startSeconds: 0.2, endSeconds: 0.9 }, { role: "user", content: "Hello." }],
    });
    expect((await world.agents())[0]).toMatchObject({ externalId: "agent_renewals", name: "Renewals", provider: "retell" });
  });

  it("splits a transcript that comes as labelled text", async () => {
    const body = { event: "call_ended", call: { call_id: "r", agent_id: "a", transcript: "Agent: Hello\nand welcome\nUser: Hi\n" } };
    await world.upload(body, { headers: { "x-zelto-provider": "retell" } });
    world.advance(DELAY_MS);
    const [landed] = await world.conversations();
    expect((await world.transcript(landed!.id)).content).toEqual([{ role: "assistant", content: "Hello\nand welcome" }, { role: "user", content: "Hi" }]);
  });
});
