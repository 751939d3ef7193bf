import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CallIngestSchema } from "@/lib/core/call-ingest/call-ingest-schema";
import { RULES } from "@/lib/core/problems/rules";
import { toValue } from "@/lib/core/text/json-values";
import { loadZeltoFacts } from "../../support/zelto-facts";
import { callText, reportOf, rootOf } from "./report-of";

const facts = loadZeltoFacts({ closed: false });

/** What each of the three says about one text: true where it refuses it because of the schema. */
function judge(text: string): { readonly ours: boolean; readonly zod: boolean; readonly vendor: boolean } {
  const value = toValue(rootOf(text));
  return {
    ours: reportOf(text, { shape: "canonical", provider: "zelto" }).some(({ code }) => RULES[code].inSchema === true),
    zod: !CallIngestSchema.safeParse(value).success,
    vendor: !facts.allowsBody("uploadCall", value),
  };
}

const refused = { ours: true, zod: true, vendor: true };
const taken = { ours: false, zod: false, vendor: false };

describe("what the schema allows", () => {
  const call = (field: string, value: unknown): string => callText({ call: { externalId: "c", [field]: value } });
  const turn = (field: string, value: unknown): string => callText({ transcript: { turns: [{ role: "user", content: "Hi", [field]: value }] } });
  const numberIn = (field: string, source: string): string => `{"call":{"externalId":"c","${field}":${source}}}`;
  const characters = "😀é".repeat(200);
  const first = (count: number): string => Array.from(characters).slice(0, count).join("");

  it.each([
    ["endedReason of 100 characters", call("endedReason", first(100)), taken],
    ["endedReason of 101 characters", call("endedReason", first(101)), refused],
    ["endedReason of none", call("endedReason", ""), taken],
    ["recordingUrl of 2048 characters", call("recordingUrl", "x".repeat(2048)), taken],
    ["recordingUrl of 2049 characters", call("recordingUrl", "x".repeat(2049)), refused],
    ["customer number of 50 characters", call("customer", { number: first(50) }), taken],
    ["customer number of 51 characters", call("customer", { number: first(51) }), refused],
    ["customer name of 255 characters", call("customer", { name: first(255) }), taken],
    ["customer name of 256 characters", call("customer", { name: first(256) }), refused],
    ["agent name of none", callText({ agent: { externalId: "a", name: "" } }), refused],
    ["agent name of 1 character", callText({ agent: { externalId: "a", name: "😀" } }), taken],
    ["agent name of 255 characters", callText({ agent: { externalId: "a", name: first(255) } }), taken],
    ["agent name of 256 characters", callText({ agent: { externalId: "a", name: first(256) } }), refused],
    ["version of none", callText({ version: "" }), refused],
    ["version of 255 characters", callText({ version: first(255) }), taken],
    ["version of 256 characters", callText({ version: first(256) }), refused],
    ["external ids of none", callText({ call: { externalId: "" } }), refused],
    ["external ids of any length", callText({ call: { externalId: "x".repeat(5000) } }), taken],
    ["agent external id of none", callText({ agent: { externalId: "" } }), refused],
    ["an agent without an id", callText({ agent: {} }), taken],
    ["no agent at all", callText({ agent: undefined }), taken],
    ["durationSeconds 0", call("durationSeconds", 0), taken],
    ["durationSeconds -1", call("durationSeconds", -1), refused],
    ["durationSeconds 1.5", call("durationSeconds", 1.5), refused],
    ["durationSeconds 12.0", numberIn("durationSeconds", "12.0"), taken],
    ["durationSeconds 1.2e1", numberIn("durationSeconds", "1.2e1"), taken],
    ["durationSeconds past 2^53", numberIn("durationSeconds", "9007199254740993"), taken],
    ["cost 0", call("cost", 0), taken],
    ["cost -0", numberIn("cost", "-0"), taken],
    ["cost -0.01", call("cost", -0.01), refused],
    ["cost 1e400", numberIn("cost", "1e400"), refused],
    ["cost as a text", call("cost", "1"), refused],
    ["startSeconds -0.001", turn("startSeconds", -0.001), refused],
    ["endSeconds 0", turn("endSeconds", 0), taken],
    ["content of none", turn("content", ""), refused],
    ["content of one blank", turn("content", " "), taken],
    ["role in capitals", turn("role", "User"), refused],
    ["role tool", turn("role", "tool"), taken],
    ["no turns", callText({ transcript: { turns: [] } }), refused],
    ["a transcript without turns", callText({ transcript: {} }), refused],
    ["no transcript", callText({ transcript: undefined }), taken],
    ["agentId in capitals", callText({ agentId: "ABCDEFAB-0000-0000-0000-00000000000F" }), taken],
    ["agentId with a digit too few", callText({ agentId: "abcdefab-0000-0000-0000-00000000000" }), refused],
    ["agentId in braces", callText({ agentId: "{abcdefab-0000-0000-0000-000000000000}" }), refused],
    ["null for a field", callText({ systemPrompt: null }), refused],
    ["metadata with any keys", '{"call":{"externalId":"c"},"metadata":{"__proto__":{"x":1},"constructor":null,"deep":[[[]]]}}', taken],
    ["metadata as a list", callText({ metadata: [] }), refused],
    ["keys that nobody documents", callText({ foo: 1 }), taken],
    ["call as a list", callText({ call: [] }), refused],
    ["startedAt with an offset", call("startedAt", "2024-02-29T23:59:59.123456+14:00"), taken],
    ["startedAt in small letters", call("startedAt", "2024-02-29t23:59:59z"), taken],
    ["startedAt in a leap second", call("startedAt", "2016-12-31T23:59:60Z"), taken],
    ["startedAt in a leap second elsewhere", call("startedAt", "2016-12-31T22:59:60Z"), refused],
    ["startedAt on 29 February of no leap year", call("startedAt", "2023-02-29T00:00:00Z"), refused],
    ["startedAt on 31 April", call("startedAt", "2023-04-31T00:00:00Z"), refused],
    ["startedAt in month 13", call("startedAt", "2023-13-01T00:00:00Z"), refused],
    ["startedAt at 24 o'clock", call("startedAt", "2023-01-01T24:00:00Z"), refused],
    ["startedAt without a zone", call("startedAt", "2023-01-01T10:00:00"), refused],
    ["startedAt without seconds", call("startedAt", "2023-01-01T10:00Z"), refused],
    ["startedAt as a day", call("startedAt", "2023-01-01"), refused],
    ["startedAt in the year 0000", call("startedAt", "0000-01-01T00:00:00Z"), taken],
    ["a text", '"call"', refused],
    ["a list", "[]", refused],
    ["an empty object", "{}", refused],
  ])("judges %s as the vendor does", (_name, text, expected) => {
    expect(judge(text)).toEqual(expected);
  });

  // JSON Schema leaves the rest of RFC 3339 and RFC 4122 to the checker; where checkers differ we ask for the stricter form.
  it.each([
    ["a blank for the T", call("startedAt", "2023-01-01 10:00:00Z")],
    ["an offset without its colon", call("startedAt", "2023-01-01T10:00:00+0100")],
    ["a UUID as a URN", callText({ agentId: "urn:uuid:abcdefab-0000-0000-0000-000000000000" })],
  ])("asks for the stricter form than the vendor's schema needs: %s", (_name, text) => {
    expect(judge(text)).toEqual({ ours: true, zod: true, vendor: false });
  });
});

const junk = fc.oneof(fc.constant(null), fc.boolean(), fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }), fc.string({ maxLength: 4 }), fc.constant([]), fc.constant({}), fc.jsonValue({ maxDepth: 2 }));
const or = <Value>(valid: fc.Arbitrary<Value>): fc.Arbitrary<unknown> => fc.oneof({ weight: 40, arbitrary: valid }, { weight: 1, arbitrary: junk });
const optional = <Value>(valid: fc.Arbitrary<Value>): fc.Arbitrary<unknown> => fc.oneof({ weight: 1, arbitrary: or(valid) }, { weight: 1, arbitrary: fc.constant(undefined) });
const rarely = <Value>(usual: fc.Arbitrary<Value>, rare: fc.Arbitrary<Value>): fc.Arbitrary<Value> => fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: rare });
const seconds = rarely(fc.oneof(fc.nat(100), fc.double({ min: 0, max: 100, noNaN: true })), fc.constant(-1));
const instant = rarely(fc.constantFrom("2026-03-02T09:30:05Z", "2026-03-02T09:30:05.5-08:00"), fc.constantFrom("2026-02-30T09:30:05Z", "2026-03-02T25:30:05Z", "soon", ""));
const filled = rarely(fc.string({ minLength: 1, maxLength: 260 }), fc.constant(""));
const anyTurn = fc.record({ role: or(rarely(fc.constantFrom("user", "assistant", "system", "tool"), fc.constant("bot"))), content: or(filled), startSeconds: optional(seconds), endSeconds: optional(seconds), extra: optional(fc.string()) });
const anyCall = fc.record({
  agent: optional(fc.record({ externalId: optional(filled), name: optional(filled) })),
  agentId: optional(rarely(fc.uuid(), fc.string())),
  version: optional(filled),
  call: or(
    fc.record({
      externalId: or(fc.string({ minLength: 1 })),
      startedAt: optional(instant),
      endedAt: optional(instant),
      durationSeconds: optional(rarely(fc.nat(100), fc.constant(1.5))),
      endedReason: optional(fc.string({ minLength: 95, maxLength: 101, unit: "binary" })),
      cost: optional(seconds),
      recordingUrl: optional(fc.webUrl({ withQueryParameters: true })),
      customer: optional(fc.record({ number: optional(fc.string()), name: optional(fc.string()) })),
    }),
  ),
  transcript: optional(fc.record({ turns: or(rarely(fc.array(or(anyTurn), { minLength: 1, maxLength: 3 }), fc.constant<unknown[]>([]))) })),
  systemPrompt: optional(fc.string()),
  metadata: optional(fc.dictionary(fc.string(), fc.jsonValue())),
});

describe("any value", () => {
  it("is refused by our report exactly where zod and the vendor's schema refuse it", () => {
    const seen = { refused: 0, taken: 0 };
    fc.assert(
      fc.property(fc.oneof({ weight: 5, arbitrary: anyCall }, { weight: 1, arbitrary: fc.jsonValue() }), (value) => {
        const verdict = judge(JSON.stringify(value));
        seen[verdict.ours ? "refused" : "taken"] += 1;
        expect(verdict).toEqual(verdict.ours ? refused : taken);
      }),
      { numRuns: 3000, seed: 20260302 },
    );
    expect(Math.min(seen.refused, seen.taken)).toBeGreaterThan(1000);
  });

  it("is reported on without an exception under every header, and no problem lies outside the document", () => {
    fc.assert(
      fc.property(fc.oneof(anyCall, fc.jsonValue()), fc.constantFrom("zelto", "vapi", "retell", "livekit"), (value, provider) => {
        const problems = reportOf(JSON.stringify(value), { provider, knownAgents: [], alreadyUploaded: { at: "12 Nov", conversationId: null } });
        for (const { title, why, fixes } of problems) {
          expect(title).not.toBe("");
          expect(why).not.toBe("");
          expect(fixes.length).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 1000, seed: 20260303 },
    );
  });
});
