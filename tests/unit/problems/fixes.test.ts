import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFix, providerOfFix } from "@/lib/core/problems/apply-fix";
import type { ProblemCode } from "@/lib/core/problems/problem-codes";
import { applyEdits } from "@/lib/core/text/apply-edits";
import { callText, codesOf, fixed, onlyProblem, reportOf, rootOf } from "./report-of";

const ID = "11111111-1111-4111-8111-111111111111";
const LONG = `${"é".repeat(99)}😀 and on`;

interface Case {
  readonly code: ProblemCode;
  readonly fix: string;
  readonly before: string;
  readonly after: string;
  readonly known?: boolean;
}

/** Bodies are cut down to what a fix touches; `…` stands for the rest of a sound call. */
const HEAD = '"agent":{"externalId":"a"}';
const CALL = '"call":{"externalId":"c"}';
const TURNS = '"transcript":{"turns":[{"role":"user","content":"Hi"}]}';

const CASES: readonly Case[] = [
  { code: "unknown_key", fix: "rename:recordingUrl", before: `{${HEAD},"call":{"externalId":"c", "recordingURL" : "https://e.co/a"},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c", "recordingUrl" : "https://e.co/a"},${TURNS}}` },
  { code: "unknown_key", fix: "move:call.cost", before: `{"cost": 1.50,${HEAD},${CALL},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c", "cost":1.50},${TURNS}}` },
  { code: "unknown_key", fix: "into-metadata", before: `{${HEAD},${CALL},${TURNS},"campaign":{"n":9007199254740993}}`, after: `{${HEAD},${CALL},${TURNS},"metadata":{"campaign":{"n":9007199254740993}}}` },
  { code: "unknown_key", fix: "into-metadata", before: `{${HEAD},${CALL},${TURNS},"x1":1,"metadata":{"x1":0}}`, after: `{${HEAD},${CALL},${TURNS},"metadata":{"x1":0,"x1 (2)":1}}` },
  { code: "unknown_key", fix: "into-metadata", before: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"user","content":"Hi","mood":"glad"}]}}`, after: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"user","content":"Hi"}]},"metadata":{"transcript.turns[0].mood":"glad"}}` },
  { code: "unknown_key", fix: "leave-out:zz", before: `{${HEAD},${CALL}, "zz" : [ 1 ],${TURNS}}`, after: `{${HEAD},${CALL}, ${TURNS}}` },
  { code: "null_value", fix: "leave-out:version", before: `{"version":null,${HEAD},${CALL},${TURNS}}`, after: `{${HEAD},${CALL},${TURNS}}` },
  { code: "turns_empty", fix: "leave-out:transcript", before: `{${HEAD},${CALL},"transcript":{"turns":[]}}`, after: `{${HEAD},${CALL}}` },
  { code: "too_short", fix: "remove-turn:1", before: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"tool","content":""},{"role":"user","content":"Hi"}]}}`, after: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"user","content":"Hi"}]}}` },
  { code: "wrong_type", fix: "wrap-turns", before: `{${HEAD},${CALL},"transcript":[ {"role":"user","content":"Hi"} ]}`, after: `{${HEAD},${CALL},"transcript":{ "turns": [ {"role":"user","content":"Hi"} ] }}` },
  { code: "wrong_type", fix: "to-text", before: `{"version":0,${HEAD},${CALL},${TURNS}}`, after: `{"version":"0",${HEAD},${CALL},${TURNS}}` },
  { code: "wrong_type", fix: "to-number:0.250", before: `{${HEAD},"call":{"externalId":"c","cost":" 0.250 "},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c","cost":0.250},${TURNS}}` },
  { code: "wrong_type", fix: "to-date-time:2026-03-02T09:30:05Z", before: `{${HEAD},"call":{"externalId":"c","startedAt":1772443805},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c","startedAt":"2026-03-02T09:30:05Z"},${TURNS}}` },
  { code: "not_date_time", fix: "to-date-time:2026-03-02T09:30:05+01:00", before: `{${HEAD},"call":{"externalId":"c","startedAt":"2026-03-02 09:30:05 +0100"},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c","startedAt":"2026-03-02T09:30:05+01:00"},${TURNS}}` },
  { code: "too_small", fix: "set-zero", before: `{${HEAD},"call":{"externalId":"c","cost":-1},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c","cost":0},${TURNS}}` },
  { code: "not_integer", fix: "round:13", before: `{${HEAD},"call":{"externalId":"c","durationSeconds":12.5},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c","durationSeconds":13},${TURNS}}` },
  { code: "too_long", fix: "cut:100", before: `{${HEAD},"call":{"externalId":"c","endedReason":"${LONG}"},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c","endedReason":"${"é".repeat(99)}😀"},${TURNS},"metadata":{"endedReason":"${LONG}"}}` },
  { code: "not_uuid", fix: "move:agent.externalId", before: `{"agentId":"bot-7",${CALL},${TURNS}}`, after: `{${CALL},${TURNS},"agent":{"externalId":"bot-7"}}` },
  { code: "role_unknown", fix: "set-role:assistant", before: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"AI","content":"Hi"}]}}`, after: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"assistant","content":"Hi"}]}}` },
  { code: "missing_field", fix: "set-role:user", before: `{${HEAD},${CALL},"transcript":{"turns":[{"content":"Hi"}]}}`, after: `{${HEAD},${CALL},"transcript":{"turns":[{"content":"Hi","role":"user"}]}}` },
  { code: "agent_id_unknown", fix: "keep-external-id", before: `{"agentId":"${ID}",${HEAD},${CALL},${TURNS}}`, after: `{${HEAD},${CALL},${TURNS}}`, known: true },
  { code: "both_agent_references", fix: "keep-agent-id", before: `{"agentId":"${ID}",${HEAD},${CALL},${TURNS}}`, after: `{"agentId":"${ID}",${CALL},${TURNS}}` },
  { code: "duplicate_key", fix: "remove-earlier", before: `{"x":1, ${HEAD},"call":{"externalId":"old", "externalId":"older" ,"externalId":"c"},${TURNS}}`, after: `{"x":1, ${HEAD},"call":{"externalId":"c"},${TURNS}}` },
  { code: "end_before_start", fix: "swap-times", before: `{${HEAD},"call":{"externalId":"c","endedAt":"2026-01-01T00:00:00Z","startedAt":"2026-01-01T00:01:00+00:00"},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c","endedAt":"2026-01-01T00:01:00+00:00","startedAt":"2026-01-01T00:00:00Z"},${TURNS}}` },
  { code: "end_before_start", fix: "swap-times", before: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"user","content":"Hi","startSeconds":3.10,"endSeconds":2.0}]}}`, after: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"user","content":"Hi","startSeconds":2.0,"endSeconds":3.10}]}}` },
  { code: "end_before_start", fix: "set-end:3.1", before: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"user","content":"Hi","startSeconds":3.1,"endSeconds":2}]}}`, after: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"user","content":"Hi","startSeconds":3.1,"endSeconds":3.1}]}}` },
  { code: "turn_past_duration", fix: "leave-out:startSeconds", before: `{${HEAD},"call":{"externalId":"c","durationSeconds":1},"transcript":{"turns":[{"role":"user","startSeconds":9,"content":"Hi"}]}}`, after: `{${HEAD},"call":{"externalId":"c","durationSeconds":1},"transcript":{"turns":[{"role":"user","content":"Hi"}]}}` },
  { code: "durations_disagree", fix: "duration-from-times:60", before: `{${HEAD},"call":{"externalId":"c","startedAt":"2026-01-01T00:00:00Z","endedAt":"2026-01-01T00:01:00Z","durationSeconds":6},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c","startedAt":"2026-01-01T00:00:00Z","endedAt":"2026-01-01T00:01:00Z","durationSeconds":60},${TURNS}}` },
  { code: "leading_system_turn", fix: "to-system-prompt", before: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"system","content":"Be\\nkind"},{"role":"user","content":"Hi"}]}}`, after: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"user","content":"Hi"}]},"systemPrompt":"Be\\nkind"}` },
  { code: "leading_system_turn", fix: "to-system-prompt", before: `{${HEAD},${CALL},"transcript":{"turns":[{"role":"system","content":"Be kind"}]}}`, after: `{${HEAD},${CALL},"systemPrompt":"Be kind"}` },
  { code: "leading_system_turn", fix: "remove-turn:1", before: `{"systemPrompt":"Be kind",${HEAD},${CALL},"transcript":{"turns":[{"role":"system","content":"Be kind"},{"role":"user","content":"Hi"}]}}`, after: `{"systemPrompt":"Be kind",${HEAD},${CALL},"transcript":{"turns":[{"role":"user","content":"Hi"}]}}` },
  { code: "padded_text", fix: "trim", before: `{${HEAD},"call":{"externalId":"\\tc "},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c"},${TURNS}}` },
  { code: "invisible_characters", fix: "strip-invisible", before: `{${HEAD},"call":{"externalId":"c\\u0000\\u200b1"},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c1"},${TURNS}}` },
  { code: "lone_surrogate", fix: "mend-surrogates", before: `{${HEAD},"call":{"externalId":"c\\ud83d"},${TURNS}}`, after: `{${HEAD},"call":{"externalId":"c�"},${TURNS}}` },
];

describe("a fix", () => {
  it.each(CASES)("$code, $fix: removes the problem and leaves the other bytes", ({ code, fix, before, after, known }) => {
    const context = known ? { knownAgents: [] } : {};
    const text = fixed(before, code, fix, context);
    expect(text).toBe(after);
    expect(codesOf(reportOf(text, { ...context, shape: "canonical", provider: "zelto" }))).not.toContain(code);
  });

  it("keeps the lines and the indentation of what it does not touch", () => {
    const before = callText({ call: { externalId: "c", recording: "https://example.com/a.wav" } });
    const pretty = JSON.stringify(JSON.parse(before), null, 4).replaceAll("\n", "\r\n");
    expect(fixed(pretty, "unknown_key", "rename:recordingUrl")).toBe(pretty.replace('"recording"', '"recordingUrl"'));
  });

  it("of the header changes no text and names the header", () => {
    const text = callText();
    const problem = onlyProblem(reportOf(text, { provider: "vapi" }), "header_mismatch");
    expect(applyFix(text, rootOf(text), problem, "use-header:zelto")).toEqual([]);
    expect(providerOfFix("use-header:zelto")).toBe("zelto");
    expect(providerOfFix("use-header:nobody")).toBeNull();
    expect(providerOfFix("trim")).toBeNull();
  });

  it.each(["", "nonsense", "nonsense:1", "set-role:wizard", "round:1e999", "to-number:1;", "cut:7", "cut:x", "leave-out:elsewhere"])("does nothing for the id %j", (fixId) => {
    const text = callText({ call: { externalId: "c", endedReason: "x".repeat(101) } });
    const problem = onlyProblem(reportOf(text), "too_long");
    expect(applyFix(text, rootOf(text), problem, fixId)).toEqual([]);
  });

  it.each([
    "move:agent.externalId", "into-metadata", "remove-turn:1", "wrap-turns", "swap-times", "to-text", "to-system-prompt", "trim", "strip-invisible", "mend-surrogates", "remove-earlier", "cut:255",
  ])("does nothing where the place is gone: %s", (fixId) => {
    const problem = { code: "wrong_type", level: "blocks", path: ["version"], title: "", why: "", fixes: [] } as const;
    const text = `{${HEAD},${CALL},${TURNS}}`;
    expect(applyFix(text, rootOf(text), problem, fixId)).toEqual([]);
  });

  it("never writes over metadata that is no object", () => {
    const text = `{"metadata":"notes",${HEAD},${CALL},${TURNS},"x":1,"version":"${"v".repeat(256)}"}`;
    const unknown = onlyProblem(reportOf(text), "unknown_key");
    const long = onlyProblem(reportOf(text), "too_long");
    expect(applyFix(text, rootOf(text), unknown, "into-metadata")).toEqual([]);
    expect(applyFix(text, rootOf(text), long, "cut:255")).toEqual([]);
  });

  it("does nothing to repeated keys of what is no object", () => {
    const problem = { code: "duplicate_key", level: "loses", path: [0, "x"], title: "", why: "", fixes: [] } as const;
    expect(applyFix("[1]", rootOf("[1]"), problem, "remove-earlier")).toEqual([]);
  });
});

describe("any fix of any problem", () => {
  const value = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true }), fc.string(), fc.constantFrom("12.5", "2026-03-02 09:30Z", " x ", "ai"), fc.constant([]));
  const object = (keys: readonly string[]): fc.Arbitrary<unknown> => fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 3 })), value, { maxKeys: 5 });
  const turn = object(["role", "content", "startSeconds", "endSeconds", "text", "speaker"]);
  const call = fc.record({
    agent: fc.oneof(object(["externalId", "name"]), value),
    agentId: value,
    version: value,
    call: object(["externalId", "startedAt", "endedAt", "durationSeconds", "cost", "recordingUrl", "recording_url", "endedReason"]),
    transcript: fc.oneof(fc.record({ turns: fc.array(turn, { maxLength: 3 }) }), fc.array(turn, { maxLength: 2 }), value),
    metadata: fc.oneof(object(["x"]), value),
    extra: value,
  });

  it("leaves JSON behind and never throws", () => {
    let count = 0;
    fc.assert(
      fc.property(call, (content) => {
        const text = JSON.stringify(content);
        for (const problem of reportOf(text, { shape: "canonical", provider: "zelto", knownAgents: [] })) {
          for (const { id } of problem.fixes) {
            const after = applyEdits(text, applyFix(text, rootOf(text), problem, id));
            expect(() => rootOf(after)).not.toThrow();
            count += 1;
          }
        }
      }),
      { numRuns: 300, seed: 20260304 },
    );
    expect(count).toBeGreaterThan(1000);
  });
});
