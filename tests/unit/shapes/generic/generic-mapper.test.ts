import { describe, expect, it } from "vitest";
import { findLists } from "@/lib/core/shapes/generic/find-lists";
import { mapperCandidates, pointableValues } from "@/lib/core/shapes/generic/mapper-candidates";
import { previewTemplate } from "@/lib/core/shapes/generic/preview-template";
import { structureFingerprint } from "@/lib/core/shapes/generic/structure-fingerprint";
import { readTemplate, templateAnswerId, writeTemplate, type Template } from "@/lib/core/shapes/generic/template";
import { formatPath } from "@/lib/core/text/json-path";
import { rootOf } from "../../problems/report-of";
import { inspectRecord } from "../inspect-record";

const text = (value: unknown): string => JSON.stringify(value);
const root = (value: unknown): ReturnType<typeof rootOf> => rootOf(text(value));
const shapeOf = (value: unknown): string => inspectRecord(text(value)).detection.shape;
const turnsOf = (value: unknown, answers = {}): readonly string[] => {
  const { conversion } = inspectRecord(text(value), answers);
  const call = JSON.parse(conversion?.text ?? "{}") as { transcript?: { turns: { role: string; content: string }[] } };
  return (call.transcript?.turns ?? []).map(({ role, content }) => `${role}: ${content}`);
};
const say = (speaker: string, words: string): object => ({ speaker, words_said: words, text: words });

describe("the generic mapper finds", () => {
  it.each([
    ["nothing in settings", { settings: [{ name: "temperature", value: "0.2" }, { name: "voice", value: "ann" }] }],
    ["nothing in headers", { headers: [{ name: "Host", value: "example.com" }, { name: "Accept", value: "text/html" }, { name: "Age", value: "3" }] }],
    ["nothing in numbers", { points: [{ type: "a", value: 1 }, { type: "b", value: 2 }] }],
    ["nothing in one lone message", { messages: [{ speaker: "agent", text: "Hi" }] }],
    ["nothing in pairs of coordinates", { box: [["1", "2"], ["3", "4"]] }],
    ["nothing in a list of names", { tags: ["a", "b", "c"] }],
    ["nothing in a short object", { hello: "world" }],
  ])("%s, which stays unknown", (_name, value) => {
    expect(shapeOf(value)).toBe("unknown");
  });

  it("a list six levels down, and none deeper", () => {
    const list = [say("agent", "Hello"), say("customer", "Hi")];
    expect(findLists(root({ a: { b: { c: { d: { e: list } } } } })).map((found) => formatPath(found.list))).toEqual(["a.b.c.d.e"]);
    expect(findLists(root({ a: { b: { c: { d: { e: { f: { g: list } } } } } } }))).toEqual([]);
  });

  it("the longer list with more of the words first, and asks where two are nearly alike", () => {
    const value = { draft: [say("agent", "Hello there"), say("customer", "Hi, it is Lee")], final: [say("agent", "Hello there"), say("customer", "Hi, it is me")] };
    const { detection, conversion } = inspectRecord(text(value));
    expect(detection.shape).toBe("generic");
    const question = conversion?.questions.find(({ kind }) => kind === "list");
    expect(question?.choices.map((choice) => choice.value)).toEqual(["draft", "final"]);
    expect(turnsOf(value, { [question?.id ?? ""]: "final" })).toEqual(["assistant: Hello there", "user: Hi, it is me"]);
  });

  it("does not ask where one list is clearly the longer one", () => {
    const long = Array.from({ length: 8 }, (_, index) => say(index % 2 === 0 ? "agent" : "customer", `Sentence number ${index} of the call`));
    const { conversion } = inspectRecord(text({ notes: [say("agent", "a"), say("customer", "b")], log: long }));
    expect(conversion?.questions.map(({ kind }) => kind)).toEqual(["agent"]);
  });

  it("a list of labelled texts", () => {
    expect(turnsOf({ lines: ["Agent: Hello", "Customer: Hi", "Agent: Bye"] })).toEqual(["assistant: Hello", "user: Hi", "assistant: Bye"]);
  });

  it("a key with a role below it, and words below another", () => {
    expect(turnsOf({ log: [{ sender: { kind: "bot", id: 1 }, message: { text: "Hello" } }, { sender: { kind: "user", id: 2 }, message: { text: "Hi" } }] })).toEqual(["assistant: Hello", "user: Hi"]);
  });

  it("does not take the kind of a text for its speaker", () => {
    expect(turnsOf({ log: [{ type: "message", name: "agent", text: "Hello" }, { type: "message", name: "customer", text: "Hi" }] })).toEqual(["assistant: Hello", "user: Hi"]);
  });
});

describe("the generic mapper", () => {
  it("asks about speakers that only numbers name", () => {
    const value = { segments: [{ speaker: 0, text: "How can I help you today?" }, { speaker: 1, text: "I want to pay" }, { speaker: 0, text: "Sure" }] };
    const { conversion } = inspectRecord(text(value));
    expect(conversion?.questions.map(({ id }) => id).sort()).toEqual(["agent", "speakers:speaker 0|speaker 1"]);
    expect(turnsOf(value)).toEqual(["assistant: How can I help you today?", "user: I want to pay", "assistant: Sure"]);
    expect(turnsOf(value, { "speakers:speaker 0|speaker 1": "speaker 1" })[0]).toBe("user: How can I help you today?");
  });

  it.each([
    ["public: false", { public: false }],
    ["internal: true", { internal: true }],
    ["is_private: true", { is_private: true }],
    ["a type that says note", { type: "internal_note" }],
    ["a visibility of internal", { visibility: "internal" }],
  ])("leaves a note out that is told by %s", (_name, mark) => {
    const log = [{ author: "customer", body: "Hello" }, { author: "agent", body: "Secret remark", ...mark }, { author: "agent", body: "Hi" }];
    const { conversion } = inspectRecord(text({ log }));
    expect(conversion?.text).not.toContain("Secret remark");
    expect(conversion?.receipt.entries.find(({ from }) => from === "log[1].body")?.reason).toBe("An internal note: it was not said to the customer");
  });

  it("takes the markup off what message editors wrote, and leaves other signs as they are", () => {
    expect(turnsOf({ log: [{ author: "customer", body: "<p>Hi<br>there</p>" }, { author: "agent", body: "1 < 2 &amp; <3" }] })).toEqual(["user: Hi\nthere", "assistant: 1 < 2 &amp; <3"]);
  });

  it("never carries what is secret or not on its list into metadata", () => {
    const { conversion } = inspectRecord(text({ api_key: "sk-test-1234567890abcdef1234", access_token: "x", notes: "hidden", summary: "All well", log: [say("agent", "a"), say("customer", "b")] }));
    expect((JSON.parse(conversion?.text ?? "{}") as { metadata: unknown }).metadata).toEqual({ convertedFrom: "own shape", summary: "All well" });
  });

  it("keeps callers who hide their number apart from each other", () => {
    const { conversion } = inspectRecord(text({ direction: "inbound", from: "anonymous", to: "+15550100", log: [say("agent", "a"), say("customer", "b")] }));
    const call = JSON.parse(conversion?.text ?? "{}") as { call: { customer?: unknown }; metadata: { from?: unknown } };
    expect([call.call.customer, call.metadata.from]).toEqual([undefined, "anonymous"]);
  });

  it("reads offsets in milliseconds by the name of their key", () => {
    const { conversion } = inspectRecord(text({ log: [{ speaker: "agent", text: "a", start_ms: 1500, end_ms: 2250 }, { speaker: "customer", text: "b", start_ms: 3000, end_ms: 4000 }] }));
    const call = JSON.parse(conversion?.text ?? "{}") as { transcript: { turns: { startSeconds: number; endSeconds: number }[] } };
    expect(call.transcript.turns.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds])).toEqual([[1.5, 2.25], [3, 4]]);
  });

  it("leaves an expression that a shell did not fill in where it stands", () => {
    const { conversion } = inspectRecord(text({ call_id: "$(uuidgen)", transcript: [say("agent", "Hello"), say("customer", "Hi")] }));
    expect((JSON.parse(conversion?.text ?? "{}") as { call: { externalId: string } }).call.externalId).toMatch(/^intake-[0-9a-f]{24}$/);
    expect(conversion?.receipt.entries.find(({ from }) => from === "call_id")?.kind).toBe("dropped");
  });

  it("looks at 50,000 values at most", () => {
    const noise = Array.from({ length: 60_000 }, (_, index) => index);
    const log = [say("agent", "a"), say("customer", "b")];
    expect(findLists(root({ noise, deep: { log } }))).toEqual([]);
    expect(findLists(root({ deep: { log }, noise })).map((found) => formatPath(found.list))).toEqual(["deep.log"]);
  });
});

describe("teaching by pointing", () => {
  const ODD = { reference: "R-7", when: "2026-03-02T09:30:00Z", things: [{ p: "A-side", q: "Hello", r: 0 }, { p: "B-side", q: "Hi", r: 2.5 }] };
  const TEMPLATE: Template = { list: ["things"], role: ["p"], text: ["q"], start: ["r"], id: ["reference"], startedAt: ["when"] };
  const answers = { [templateAnswerId(structureFingerprint(root(ODD)))]: writeTemplate(TEMPLATE), "role:a-side": "assistant", "role:b-side": "user", agent: "a-1" };

  it("makes a call of a record in which nothing is found", () => {
    expect(shapeOf(ODD)).toBe("unknown");
    const { detection, conversion, problems } = inspectRecord(text(ODD), answers);
    expect([detection.shape, detection.confidence]).toEqual(["generic", 1]);
    expect(JSON.parse(conversion?.text ?? "{}")).toEqual({
      agent: { externalId: "a-1" },
      call: { externalId: "R-7", startedAt: "2026-03-02T09:30:00Z" },
      transcript: { turns: [{ role: "assistant", content: "Hello", startSeconds: 0 }, { role: "user", content: "Hi", startSeconds: 2.5 }] },
      metadata: { convertedFrom: "own shape" },
    });
    expect(conversion?.remarks).toEqual([]);
    expect(problems.filter(({ level }) => level === "blocks")).toEqual([]);
  });

  it("wins over a vendor's shape with the very same structure, and over no other", () => {
    const messages = { messages: [{ role: "user", content: "Hi", note: "x" }, { role: "assistant", content: "Hello", note: "y" }] };
    const taught = { [templateAnswerId(structureFingerprint(root(messages)))]: writeTemplate({ list: ["messages"], role: ["role"], text: ["note"] }) };
    expect(turnsOf(messages, taught)).toEqual(["user: x", "assistant: y"]);
    expect(turnsOf({ ...messages, model: "m" }, taught)).toEqual(["user: Hi", "assistant: Hello"]);
  });

  it("serves a record with an optional key more", () => {
    expect(inspectRecord(text({ ...ODD, extra: true }), answers).detection.shape).toBe("generic");
    expect(inspectRecord(text({ ...ODD, things: [{ p: "A-side" }, { q: "Hi" }] }), answers).detection.shape).toBe("unknown");
  });

  it("survives an answer that is no template", () => {
    const id = templateAnswerId(structureFingerprint(root(ODD)));
    for (const answer of ["", "{}", "[", "null", "{\"list\":[],\"role\":[],\"text\":[{}]}", "x".repeat(20_000)]) {
      expect(readTemplate(answer).ok).toBe(false);
      expect(inspectRecord(text(ODD), { [id]: answer }).detection.shape).toBe("unknown");
    }
  });

  it("reads back what it wrote", () => {
    expect(readTemplate(writeTemplate(TEMPLATE))).toEqual({ ok: true, value: TEMPLATE });
  });

  it("shows what a template makes of a record before it is kept", () => {
    const preview = previewTemplate(root(ODD), TEMPLATE, { "role:a-side": "assistant" });
    expect([preview.count, preview.externalId, preview.startedAt]).toEqual([2, "R-7", "2026-03-02T09:30:00Z"]);
    expect(preview.turns).toEqual([{ role: "assistant", content: "Hello", startSeconds: 0 }, { role: "user", content: "Hi", startSeconds: 2.5 }]);
  });

  it("offers lists with their keys and samples, those without columns too", () => {
    const [first, second] = mapperCandidates(root({ log: [say("agent", "Hello"), say("customer", "Hi")], ...ODD }));
    expect([first?.label, first?.count, first?.template?.text, first?.rows]).toEqual(["log", 2, ["text"], [{ speaker: "agent", text: "Hello", time: null }, { speaker: "customer", text: "Hi", time: null }]]);
    expect(second).toEqual({
      list: ["things"], label: "things", count: 2, template: null, rows: [],
      keys: [
        { path: ["p"], label: "p", share: 1, samples: ["A-side", "B-side"] },
        { path: ["q"], label: "q", share: 1, samples: ["Hello", "Hi"] },
        { path: ["r"], label: "r", share: 1, samples: ["0", "2.5"] },
      ],
    });
  });

  it("offers the values outside of lists for the fields of the call", () => {
    expect(pointableValues(root(ODD))).toEqual([
      { path: ["reference"], label: "reference", sample: "R-7" },
      { path: ["when"], label: "when", sample: "2026-03-02T09:30:00Z" },
    ]);
  });
});
