import { describe, expect, it } from "vitest";
import { summarizeCall } from "@/lib/core/call-ingest/summarize-call";
import type { ProblemContext } from "@/lib/core/problems/problem-context";
import { readiness, type Readiness } from "@/lib/core/problems/readiness";
import { reportProblems } from "@/lib/core/problems/report-problems";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import { formatPath } from "@/lib/core/text/json-path";
import { parseJson } from "@/lib/core/text/scan-json";
import { callText, codesOf, reportOf, rootOf, turnsText } from "./report-of";

describe("the report", () => {
  it("has nothing to say about a sound call", () => {
    expect(reportOf(callText())).toEqual([]);
  });

  it("lists what blocks first, then what loses, then what is odd, each in the document's order", () => {
    const text = '{"zz":1,"agent":{"externalId":" a"},"version":null,"call":{"externalId":"","yy":2},"transcript":{"turns":[{"role":"user","content":" "}]}}';
    expect(reportOf(text).map(({ code, level, path }) => `${level} ${code} ${formatPath(path)}`)).toEqual([
      "blocks null_value version",
      "blocks too_short call.externalId",
      "loses unknown_key zz",
      "loses unknown_key call.yy",
      "odd padded_text agent.externalId",
      "odd blank_text transcript.turns[0].content",
    ]);
  });

  it("lists 200 of one kind and then says how many more there are and where the first of them is", () => {
    const turns = Array.from({ length: 1434 }, () => ({ role: "user", content: "Hi", mood: 1 }));
    const problems = reportOf(turnsText(turns));
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)).toEqual({ code: "unknown_key", level: "loses", path: ["transcript", "turns", 200, "mood"], title: "… and 1,234 more of this kind", why: "The first 200 are listed one by one.", fixes: [] });
  });

  it("reads the last of a repeated key and not the others", () => {
    expect(codesOf(reportOf('{"call":{"externalId":""},"agent":{"externalId":"a"},"call":{"externalId":"c"},"transcript":{"turns":[{"role":"user","content":"Hi"}]}}'))).toEqual(["duplicate_key"]);
  });

  it("notices repeated keys in large objects and deep in metadata", () => {
    const many = Array.from({ length: 20 }, (_, index) => `"k${index}":1`).join(",");
    const text = callText().replace(/}$/, `,"metadata":{"a":[{${many},"k3":2}]}}`);
    expect(reportOf(text).map(({ code, path }) => `${code} ${formatPath(path)}`)).toEqual(["duplicate_key metadata.a[0].k3"]);
  });

  it("names only slips of the pen where the shape is unknown", () => {
    const problems = reportOf('{"Agent":{},"messages":[],"model":"m"}');
    expect(problems.filter(({ code }) => code === "unknown_key").map(({ path }) => path)).toEqual([["Agent"]]);
  });

  it("does not suggest a name that is taken", () => {
    const [problem] = reportOf(callText({ call: { externalId: "c", external_id: "d" } }));
    expect(problem?.fixes.map(({ id }) => id)).toEqual(["into-metadata", "leave-out:external_id"]);
  });

  it("knows nothing of agents where they cannot be listed, and compares ids without case", () => {
    const id = "aaaaaaaa-1111-4111-8111-111111111111";
    const text = callText({ agent: undefined, agentId: id });
    expect(codesOf(reportOf(text, { knownAgents: null }))).toEqual([]);
    expect(codesOf(reportOf(text, { knownAgents: [{ id: id.toUpperCase(), externalId: null, name: null }] }))).toEqual([]);
    expect(reportOf(text, { knownAgents: [] })[0]?.fixes).toEqual([]);
  });

  it("takes a null agent reference for none at all", () => {
    expect(codesOf(reportOf(callText({ agent: undefined, agentId: null })))).toEqual(["agent_reference_missing", "null_value"]);
  });

  it.each([
    [{ endSeconds: 15 }, { durationSeconds: 10 }, []],
    [{ endSeconds: 15.001 }, { durationSeconds: 10 }, ["turn_past_duration"]],
    [{ startSeconds: 15.001 }, { startedAt: "2026-01-01T00:00:00Z", endedAt: "2026-01-01T00:00:10Z" }, ["turn_past_duration"]],
    [{ startSeconds: 99 }, {}, []],
    [{ startSeconds: 2, endSeconds: 2 }, {}, []],
  ])("allows a turn up to 5 s past the call: %j in %j", (times, call, codes) => {
    expect(codesOf(reportOf(turnsText([{ role: "user", content: "Hi", ...times }], call)))).toEqual(codes);
  });

  it.each([
    [11, []],
    [9, []],
    [11.001, ["not_integer", "durations_disagree"]],
    [12, ["durations_disagree"]],
  ])("allows durations to differ by 1 s: %j against 10", (durationSeconds, codes) => {
    expect(codesOf(reportOf(callText({ call: { externalId: "c", startedAt: "2026-01-01T00:00:00Z", endedAt: "2026-01-01T00:00:10Z", durationSeconds } })))).toEqual(codes);
  });

  it("calls an ordinary query of a recording neither signed nor expiring", () => {
    expect(reportOf(callText({ call: { externalId: "c", recordingUrl: "https://example.com/a?format=wav&v=2" } }))).toEqual([]);
  });

  it("leaves a system turn with another text than the prompt alone", () => {
    const [problem] = reportOf(callText({ systemPrompt: "Be kind", transcript: { turns: [{ role: "system", content: "Transferred" }] } }));
    expect(problem?.code).toBe("leading_system_turn");
    expect(problem?.fixes).toEqual([]);
  });

  it("checks nothing of CallIngest in a native body under its own header", () => {
    const text = '{"event":"call_ended","call":{"call_id":"r-1","transcript":"User: Hi","cost":-1}}';
    expect(reportOf(text)).toEqual([]);
    const again = reportOf(text, { alreadyUploaded: { at: "12 Nov", conversationId: null } });
    expect(again.map(({ path }) => path)).toEqual([["call", "call_id"]]);
  });

  it("says what a native body lacks to be canonical", () => {
    const [problem] = reportOf('{"event":"call_ended","call":{"call_id":"r-1","transcript":"User: Hi"}}', { provider: "livekit" });
    expect(problem?.why).toBe("Zelto would check it as a canonical call and refuse it. It has no call.externalId. It has neither agent.externalId nor agentId. It has neither transcript.turns nor call.recordingUrl.");
  });

  it("takes 10,000 turns", () => {
    const turns = Array.from({ length: 10_000 }, (_, index) => ({ role: "user", content: "Hi", startSeconds: index, endSeconds: index - 1 }));
    const text = turnsText(turns);
    const root = rootOf(text);
    const detection = detectShape(root);
    const problems = reportProblems({ text, root }, { shape: "canonical", detection, provider: "zelto", knownAgents: null, alreadyUploaded: null });
    expect(problems).toHaveLength(202);
  });
});

describe("readiness", () => {
  const readinessOf = (text: string, context: Partial<ProblemContext> = {}): Readiness => {
    const root = rootOf(text);
    const detection = detectShape(root);
    const provider = context.provider ?? detection.provider;
    const problems = reportOf(text, context);
    return readiness(summarizeCall(root, detection.shape), problems, { provider, willUpdate: context.alreadyUploaded !== undefined });
  };
  const turns = Array.from({ length: 14 }, () => ({ role: "user", content: "Hi" }));

  it("says what a sound call creates", () => {
    expect(readinessOf(turnsText(turns, { durationSeconds: 192 }))).toEqual({ state: "ready", headline: "Ready.", sentence: "Creates a conversation for agent booking-bot, 14 turns, 3:12." });
  });

  it("says that a repeat updates", () => {
    const { sentence } = readinessOf(callText(), { alreadyUploaded: { at: "12 Nov", conversationId: null } });
    expect(sentence).toBe("Updates the conversation for agent booking-bot, 1 turn.");
  });

  it("says that a recording alone will be transcribed", () => {
    const { sentence } = readinessOf(callText({ transcript: undefined, call: { externalId: "c", recordingUrl: "https://example.com/a.wav" } }));
    expect(sentence).toBe("Creates a conversation for agent booking-bot, no transcript, Zelto transcribes the recording.");
  });

  it.each([
    ["vapi", '{"message":{"type":"end-of-call-report","call":{"id":"v-1"},"artifact":{"messages":[{"role":"user","message":"Hi"}]}}}', "Creates a conversation, 1 turn, sent unchanged as Vapi wrote it."],
    ["retell", '{"event":"call_ended","call":{"call_id":"r-1","agent_id":"a","transcript":"User: Hi"}}', "Creates a conversation for agent a, 1 turn, sent unchanged as Retell wrote it."],
  ])("says that a native %s body is sent unchanged", (_provider, text, sentence) => {
    expect(readinessOf(text)).toEqual({ state: "ready", headline: "Ready.", sentence });
  });

  it("names the first of what is lost", () => {
    expect(readinessOf(callText({ zz: 1, yy: 2 }))).toEqual({
      state: "ready-with-loss",
      headline: "Ready, with a loss.",
      sentence: "Creates a conversation for agent booking-bot, 1 turn. Lost: Zelto does not document zz, and 1 more problem.",
    });
  });

  it("says why nothing would be created", () => {
    expect(readinessOf(callText({ transcript: undefined }))).toEqual({ state: "creates-nothing", headline: "Creates nothing.", sentence: "Zelto will accept this and create nothing: no transcript and no recording." });
    expect(readinessOf(callText(), { provider: "vapi" }).sentence).toBe("Zelto will accept this and create nothing: The header says vapi, and this is a canonical call.");
  });

  it("names the first of what Zelto would refuse", () => {
    expect(readinessOf(callText({ call: {} }))).toEqual({ state: "refused", headline: "Will be refused.", sentence: "Call external ID is missing." });
    expect(readinessOf(callText({ call: {}, version: "", agent: undefined })).sentence).toBe("No agent is named, and 2 more problems.");
  });

  it("says where a text stops being JSON", () => {
    const parsed = parseJson('{\n  "a": nil }');
    if (parsed.ok) throw new Error("The test's text parses");
    const detection = { shape: "unknown", confidence: 0, reasons: [], provider: "zelto" } as const;
    const problems = reportProblems(parsed.error, { shape: "unknown", detection, provider: "zelto", knownAgents: null, alreadyUploaded: null });
    const summary = summarizeCall(rootOf("{}"), "unknown");
    expect(readiness(summary, problems, { provider: "zelto", willUpdate: false })).toEqual({ state: "not-json", headline: "Not JSON.", sentence: "This is not valid JSON yet: line 2, column 8. It cannot be sent like this." });
  });
});
