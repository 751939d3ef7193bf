import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertToCanonical } from "@/lib/core/shapes/convert-to-canonical";
import { hundredth, numberText, secondsText, wholeSeconds } from "@/lib/core/shapes/build/decimal";
import { instantAt, readInstant } from "@/lib/core/shapes/build/instant";
import { buildNumber, buildText } from "@/lib/core/shapes/build/json-build";
import { receiptOfCanonical } from "@/lib/core/shapes/canonical/receipt-of-canonical";
import { hideSignature, isSecretKey, isSecretText, signingQuery } from "@/lib/core/shapes/receipt/secrets";
import { showText } from "@/lib/core/shapes/receipt/show-value";
import { writeJson } from "@/lib/core/shapes/build/write-json";
import type { ProblemCode } from "@/lib/core/problems/problem-codes";
import { leaves, toValue } from "@/lib/core/text/json-values";
import { reportOf, rootOf } from "../problems/report-of";
import { callOf, entryOf, retell, vapi } from "./conversion-of";

describe("a receipt", () => {
  it("of an unedited canonical call carries each leaf to its own place", () => {
    const text = '{"call":{"externalId":"c","n":9007199254740993},"list":[[],{}],"call":{"externalId":"d"},"odd key":null,"apiKey":"abc","recordingUrl":"https://e.co/a?sig=xyz"}';
    const receipt = receiptOfCanonical(rootOf(text));
    expect(receipt).toEqual({
      entries: [
        { from: "call.externalId", to: "call.externalId", kind: "carried", before: "c" },
        { from: "call.n", to: "call.n", kind: "carried", before: "9007199254740993" },
        { from: "list[0]", to: "list[0]", kind: "carried", before: "[]" },
        { from: "list[1]", to: "list[1]", kind: "carried", before: "{}" },
        { from: "call.externalId", to: "call.externalId", kind: "carried", before: "d" },
        { from: '["odd key"]', to: '["odd key"]', kind: "carried", before: "null" },
        { from: "apiKey", to: "apiKey", kind: "carried", before: "(a secret, not shown)" },
        { from: "recordingUrl", to: "recordingUrl", kind: "carried", before: "https://e.co/a?… (signed, not shown)" },
      ],
      carried: 8,
      changed: 0,
      dropped: 0,
    });
  });

  it("shortens values to 80 characters and never inside one", () => {
    expect(showText("😀".repeat(80))).toBe("😀".repeat(80));
    expect(showText("😀".repeat(81))).toBe(`${"😀".repeat(79)}…`);
    expect(showText("x".repeat(100_000))).toBe(`${"x".repeat(79)}…`);
    expect(showText("\ud83d")).toBe("�");
  });

  it("says that of a repeated key only the last counts", () => {
    const text = '{"message":{"type":"end-of-call-report","cost":{"a":1},"cost":2,"call":{"id":"old","assistantId":"x"},"call":{"id":"new"}}}';
    const result = convertToCanonical(rootOf(text), "vapi-webhook");
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.receipt.entries.map(({ from, kind, reason }) => [from, kind, reason])).toEqual([
      ["message.type", "carried", undefined],
      ["message.cost.a", "dropped", "The same key comes again later, and only the last counts"],
      ["message.cost", "carried", undefined],
      ["message.call.id", "dropped", "The same key comes again later, and only the last counts"],
      ["message.call.assistantId", "dropped", "The same key comes again later, and only the last counts"],
      ["message.call.id", "carried", undefined],
    ]);
  });
});

describe("secrets", () => {
  const KEY = "sk-abcdefghijklmnopqrst";

  it("are never carried into metadata, whatever they are called and wherever they are", () => {
    const conversion = retell({
      metadata: { note: "kept", apiKey: "k-1", nested: [{ authToken: "t-1" }, "two", `Bearer ${KEY}`], key: KEY, link: "https://e.co/a?X-Amz-Signature=abc", "odd key": 1, serverUrlSecret: { a: "s-1" } },
      telephony_identifier: { token: 123_456 },
    });
    expect(callOf(conversion).metadata["metadata"]).toEqual({ note: "kept", nested: ["two"], "odd key": 1 });
    expect(callOf(conversion).metadata["telephony_identifier"]).toBeUndefined();
    const receipt = JSON.stringify(conversion.receipt);
    for (const secret of ["k-1", "t-1", KEY, "abc", "s-1", "123456"]) expect(receipt.includes(`"${secret}"`) || conversion.text.includes(secret)).toBe(false);
    expect(entryOf(conversion, "call.metadata.apiKey")).toEqual({ from: "call.metadata.apiKey", kind: "dropped", reason: "A secret is never carried", before: "(a secret, not shown)" });
    expect(entryOf(conversion, "call.metadata.nested[1]").to).toBe("metadata.metadata.nested[0]");
    expect(entryOf(conversion, 'call.metadata["odd key"]').to).toBe('metadata.metadata["odd key"]');
  });

  it("in a Vapi body stay behind", () => {
    const conversion = vapi({ call: { id: "v", monitor: { listenUrl: "wss://x/listen", controlUrl: "https://x/control" } }, assistant: { serverUrlSecret: "hush", credentials: [{ apiKey: KEY }] } });
    expect(conversion.text).not.toMatch(/hush|listen|control|sk-/);
    expect(JSON.stringify(conversion.receipt)).not.toMatch(/hush|wss:|sk-/);
    expect(entryOf(conversion, "message.call.monitor.listenUrl").reason).toBe("A secret is never carried");
  });

  it.each(["secret", "client_secret", "apiKey", "X-API-Key", "vapiApiKey", "access_token", "authToken", "Authorization", "password", "private key", "listenUrl", "Cookie"])("are known by the name %s", (key) => {
    expect(isSecretKey(key)).toBe(true);
  });

  it.each(["tokens", "totalTokens", "author", "key", "url", "secretary", "passwordless"])("are not taken for such by the name %s", (key) => {
    expect(isSecretKey(key)).toBe(false);
  });

  it.each([
    [KEY, true],
    ["  Bearer abc", true],
    ["eyJhbGciOi.eyJzdWIi.c2ln", true],
    ["-----BEGIN RSA PRIVATE KEY-----", true],
    ["Basic dXNlcjpwYXNz", true],
    ["Basic needs", false],
    ["skate-park", false],
    ["Bearer", false],
  ])("are known by their looks: %s", (text, expected) => {
    expect(isSecretText(text)).toBe(expected);
  });

  it("in an address are its signing query", () => {
    expect(signingQuery("https://e.co/a?x=1&Expires=9&SIGNATURE=z#exp=1")).toEqual(["Expires", "SIGNATURE"]);
    expect(signingQuery("https://e.co/a#?sig=1")).toEqual([]);
    expect(signingQuery("Is it signed?sig=1")).toEqual([]);
    expect(signingQuery("https://e.co/a?")).toEqual([]);
    expect(hideSignature("https://e.co/a?x=1")).toBe("https://e.co/a?x=1");
  });
});

describe("numbers", () => {
  it.each([["456", "4.56"], ["4.56", "0.0456"], ["0", "0"], ["100", "1"], ["12345", "123.45"], ["0.1", "0.001"], ["-250", "-2.5"], ["1e2", "1"], ["9007199254740993", "90071992547409.93"]])("a hundredth of %s is %s", (cents, dollars) => {
    expect(hundredth(cents)).toBe(dollars);
  });

  it.each([[1.5, "1.500", "1.500"], [1.5, "1.5000", "1.5"], [0.1 + 0.2, undefined, "0.3"], [0, "-0", "0"], [1e308, undefined, "1e+308"], [2, "2e0", "2"]])("%d s from %s is written %s", (value, source, text) => {
    expect(secondsText(value, source)).toBe(text);
  });

  it("are whole seconds with halves up", () => {
    expect([2.5, 2.4999, 0.5].map(wholeSeconds)).toEqual(["3", "2", "1"]);
  });

  it("are read from numbers and from texts that are numbers", () => {
    expect([buildNumber("1.50"), buildText(" 11 "), buildText("1,5"), buildText("0x1"), buildText(""), buildNumber("1e400"), rootOf("null"), undefined].map(numberText)).toEqual(["1.50", "11", null, null, null, null, null, null]);
  });

  it.each([
    ["1772443805", "2026-03-02T09:30:05Z"],
    ["1772443805000", "2026-03-02T09:30:05Z"],
    ["1772443805000000", "2026-03-02T09:30:05Z"],
    ["1772443805000000000", "2026-03-02T09:30:05Z"],
    ["1772443805.25", "2026-03-02T09:30:05.250Z"],
    ["1000000", "1970-01-12T13:46:40Z"],
    ["999999", null],
    ["1e300", null],
  ])("since the epoch: %s is %s", (source, text) => {
    expect(readInstant(buildNumber(source))?.text ?? null).toBe(text);
  });

  it("outside the calendar are no instant", () => {
    expect(instantAt(1e17)).toBeNull();
    expect(readInstant(undefined)).toBeNull();
  });
});

describe("writing JSON", () => {
  it("keeps values and digits, on lines or on one", () => {
    const text = '{"a":[1.50,9007199254740993,"\\ud83d",true,false,null],"b":{},"c":[],"__proto__":{"d":-0}}';
    expect(writeJson(rootOf(text), "compact")).toBe(text);
    expect(writeJson(rootOf('{"a":[1,{}]}'))).toBe('{\n  "a": [\n    1,\n    {}\n  ]\n}');
  });

  it("reads back as what was written", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("indented", "compact"), (value, layout) => {
        const root = rootOf(JSON.stringify(value));
        expect(toValue(rootOf(writeJson(root, layout)))).toEqual(toValue(root));
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe("any native body", () => {
  const scalar = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true }), fc.string(), fc.constantFrom("anonymous", "inbound", "outbound", "2026-03-02T09:30:05Z", "AI: Hi\nUser: Yo", "x".repeat(300), "1e5", "", " "), fc.constantFrom(1_772_443_805_000, 1_772_443_805, -0.5, 1e308, -1e308));
  const anything = (keys: readonly string[], inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: fc.string() }), fc.oneof({ weight: 3, arbitrary: inner }, { weight: 1, arbitrary: scalar }), { maxKeys: 9 });
  const role = fc.constantFrom("bot", "user", "system", "agent", "tool_calls", "tool_call_result", "tool", "dtmf", "sms", "transfer_target", "node_transition", "tool_call_invocation", "nobody");
  const item = fc.record({ role: fc.oneof(role, scalar), message: scalar, content: scalar, secondsFromStart: scalar, time: scalar, endTime: scalar, time_sec: scalar, words: fc.array(fc.record({ start: scalar, end: scalar }), { maxLength: 2 }), name: scalar, arguments: scalar, result: scalar, toolCalls: fc.array(anything(["id", "function", "name"], scalar), { maxLength: 2 }) }, { requiredKeys: [] });
  const items = fc.array(fc.oneof({ weight: 5, arbitrary: item }, { weight: 1, arbitrary: scalar }), { maxLength: 4 });
  const vapiCall = anything(["id", "assistantId", "messages", "startedAt", "type"], fc.oneof(scalar, items));
  const vapiBody = fc.record({ message: anything(["type", "call", "artifact", "messages", "transcript", "startedAt", "endedAt", "durationSeconds", "durationMs", "durationMinutes", "cost", "endedReason", "customer", "assistant", "recordingUrl", "conversation", "analysis"], fc.oneof(scalar, items, vapiCall)) });
  const retellBody = fc.record({ event: scalar, call: anything(["call_id", "agent_id", "agent_version", "agent_name", "start_timestamp", "end_timestamp", "duration_ms", "disconnection_reason", "recording_url", "transcript", "transcript_object", "transcript_with_tool_calls", "direction", "from_number", "to_number", "call_cost", "latency", "metadata"], fc.oneof(scalar, items, anything(["combined_cost", "p50", "token"], scalar))) });
  /** A source may lack an id, an agent and a role that Zelto knows; the report names what is missing. */
  const LACKING = new Set<ProblemCode>(["missing_field", "agent_reference_missing", "role_unknown"]);

  it.each([
    ["vapi-webhook", vapiBody],
    ["retell-webhook", retellBody],
  ] as const)("of %s converts without an exception, accounts for each leaf, and breaks no rule of the schema", (shape, bodies) => {
    let converted = 0;
    fc.assert(
      fc.property(bodies, fc.boolean(), (body, flag) => {
        const root = rootOf(JSON.stringify(body));
        const result = convertToCanonical(root, shape, { mergePieces: flag, keepTransitions: flag });
        if (!result.ok) {
          expect(result.error.message).toMatch(/Nothing was changed\.$/);
          return;
        }
        converted += 1;
        const { text, receipt } = result.value;
        expect(receipt.entries).toHaveLength(leaves(root).length);
        expect(receipt.carried + receipt.changed + receipt.dropped).toBe(receipt.entries.length);
        for (const { kind, to, reason } of receipt.entries) expect([kind, to === undefined, reason === undefined]).toEqual([kind, kind === "dropped", kind === "carried"]);
        const blocking = reportOf(text, { shape: "canonical", provider: "zelto" }).filter(({ level, code }) => level === "blocks" && !LACKING.has(code));
        expect(blocking).toEqual([]);
      }),
      { numRuns: 1500, seed: 5 },
    );
    expect(converted).toBeGreaterThan(1000);
  });

  it("of a real size converts", () => {
    const messages = Array.from({ length: 10_000 }, (_, index) => ({ role: index % 2 === 0 ? "bot" : "user", message: `Turn ${index}`, time: index * 1000, endTime: index * 1000 + 900, secondsFromStart: index }));
    const root = rootOf(JSON.stringify({ message: { type: "end-of-call-report", artifact: { messages } } }));
    const result = convertToCanonical(root, "vapi-webhook");
    expect(result.ok && result.value.receipt.carried).toBeGreaterThan(20_000);
  });

  it("of the samples carries a call that has no problem", () => {
    for (const [file, shape] of [["vapi-end-of-call-report", "vapi-webhook"], ["retell-call-analyzed", "retell-webhook"]] as const) {
      const result = convertToCanonical(rootOf(readFileSync(new URL(`../../../public/samples/${file}.json`, import.meta.url), "utf8")), shape);
      expect(result.ok && reportOf(result.value.text)).toEqual([]);
    }
  });
});
