import { describe, expect, it } from "vitest";
import { sourceOf } from "./source-of";

const CALL = { id: "v", orgId: "o", type: "inboundPhoneCall", status: "ended", assistantId: "a" };
const SAID = [{ role: "user", message: "Hi", secondsFromStart: 1 }];

describe("a Vapi call of the API", () => {
  it("has its messages taken once, though it has them three times", () => {
    const { turns, entryOf } = sourceOf({ ...CALL, messages: SAID, artifact: { messages: SAID }, transcript: "User: Hi" });
    expect(turns).toEqual(["user|Hi|1|-"]);
    expect(entryOf("messages[0].message").kind).toBe("dropped");
  });

  it("has no version where the version is null, and 0 where it is 0", () => {
    expect(sourceOf({ ...CALL, messages: SAID, assistantVersion: null }).call.version).toBeUndefined();
    expect(sourceOf({ ...CALL, messages: SAID, assistantVersion: 0 }).call.version).toBe("0");
  });

  it("is asked about where its assistant stands inline and has no id", () => {
    const { call, questions } = sourceOf({ ...CALL, assistantId: null, assistant: { name: "Tea" }, messages: SAID });
    expect([call.agent, questions]).toEqual([{ name: "Tea" }, ["agent"]]);
  });

  it.each([
    [{ assistant: { id: "x" } }, "x"],
    [{ squadId: "s" }, "s"],
    [{ workflowId: "w" }, "w"],
  ])("has its agent from %j", (parts, agent) => {
    expect(sourceOf({ ...CALL, assistantId: null, ...parts, messages: SAID }).call.agent?.externalId).toBe(agent);
  });

  it.each([
    ["in-progress", {}, true],
    ["ringing", {}, true],
    ["ringing", { endedAt: "2026-03-02T09:30:05Z" }, false],
    ["ended", {}, false],
  ])("of the state %s with %j is unfinished: %s", (status, parts, isUnfinished) => {
    expect(sourceOf({ ...CALL, status, ...parts, messages: SAID }).remarks.some((remark) => remark.startsWith("unfinished "))).toBe(isUnfinished);
  });

  it("that nobody answered says so", () => {
    expect(sourceOf({ ...CALL, endedReason: "customer-did-not-answer", messages: [] }).remarks).toEqual([
      "no-talk : Vapi has no messages and no transcript of this call: it ended with customer-did-not-answer.",
    ]);
  });

  it("keeps a transcript without labels, and makes a turn of it where a person says whose", () => {
    const silent = sourceOf({ ...CALL, transcript: "Hello?" });
    expect([silent.turns, silent.call.metadata["transcript"], silent.questions]).toEqual([[], "Hello?", ["unlabelled:transcript"]]);
    expect(sourceOf({ ...CALL, transcript: "Hello?" }, { "unlabelled:transcript": "user" }).turns).toEqual(["user|Hello?|-|-"]);
    expect(sourceOf({ ...CALL, transcript: "Hello?" }, { "unlabelled:transcript": "out" }).turns).toEqual([]);
  });

  it("carries no secret and no address that controls the call", () => {
    const secret = { serverUrlSecret: "s-1", monitor: { controlUrl: "https://c.example.com", listenUrl: "wss://l.example.com" }, credentials: [{ apiKey: "k-1" }], transfers: [{ authToken: "t-1", to: "sales" }] };
    const { call } = sourceOf({ ...CALL, ...secret, messages: SAID });
    expect(call.metadata["transfers"]).toEqual([{ to: "sales" }]);
    expect(JSON.stringify(call)).not.toMatch(/s-1|c\.example|l\.example|k-1|t-1/);
  });

  it.each([
    [{ cost: 0, costBreakdown: { total: 1 } }, 0],
    [{ costBreakdown: { total: 0.25 } }, 0.25],
  ])("costs of %j what it says in dollars", (parts, cost) => {
    expect(sourceOf({ ...CALL, ...parts, messages: SAID }).call.call["cost"]).toBe(cost);
  });

  it.each([
    [{ durationMs: 25_276 }, 25],
    [{ durationMinutes: 0.5 }, 30],
    [{ durationSeconds: 25.5 }, 26],
    [{ startedAt: "2026-03-02T09:30:05Z", endedAt: "2026-03-02T09:30:15Z", durationSeconds: 99 }, 10],
  ])("lasts with %j so many seconds", (parts, seconds) => {
    expect(sourceOf({ ...CALL, ...parts, transcript: "User: Hi" }).call.call["durationSeconds"]).toBe(seconds);
  });

  it("takes a signed recording last", () => {
    const artifact = { presignedUrl: "https://s.example.com/p?X-Amz-Signature=1", recording: { stereoUrl: "https://s.example.com/stereo", mono: { combinedUrl: "https://s.example.com/mono" } } };
    expect(sourceOf({ ...CALL, messages: SAID, artifact }).call.call["recordingUrl"]).toBe("https://s.example.com/mono");
  });
});

describe("a Vapi chat", () => {
  const chat = (parts: Record<string, unknown>): readonly string[] => sourceOf({ id: "c", orgId: "o", assistantId: "a", ...parts }).turns;
  const [hi, hello] = [{ role: "user", content: "Hi" }, { role: "assistant", content: "Hello" }];

  it.each([
    ["messages that hold both", { messages: [hi, hello], input: "Hi", output: [hello] }],
    ["messages that hold what was put in", { messages: [hi], input: [hi], output: [hello] }],
    ["no messages", { input: "Hi", output: [hello] }],
    ["an answer that is a text", { messages: [], input: "Hi", output: "Hello" }],
  ])("says each thing once with %s", (_name, parts) => {
    expect(chat(parts)).toEqual(["user|Hi|-|-", "assistant|Hello|-|-"]);
  });

  it("without words says so", () => {
    expect(sourceOf({ id: "c", orgId: "o", assistantId: "a", output: [] }).remarks).toEqual(["no-talk : Nobody wrote anything in this chat."]);
  });
});
