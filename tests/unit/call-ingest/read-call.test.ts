import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { formatDateTime, parseDateTime } from "@/lib/core/call-ingest/date-time";
import { characterCount, firstCharacters, isRole } from "@/lib/core/call-ingest/limits";
import { readTurns } from "@/lib/core/call-ingest/read-turns";
import { summarizeCall } from "@/lib/core/call-ingest/summarize-call";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import { formatDuration } from "@/lib/core/format/duration";
import { SHAPE_IDS, type CallSummary } from "@/lib/core/shapes/shape";
import { callText, rootOf, turnsText } from "../problems/report-of";

const summaryOf = (text: string): CallSummary => summarizeCall(rootOf(text), "canonical");

describe("reading turns", () => {
  it("keeps order, times and places", () => {
    const [first, second] = ['{"role":"user","content":"Hi","startSeconds":1.50,"endSeconds":2}', '{"role":"AI","content":"Yes"}'];
    const text = `{"transcript":{"turns":[${first}, ${second}]}}`;
    const turns = readTurns(rootOf(text));
    expect(turns.map(({ start, end }) => text.slice(start, end))).toEqual([first, second]);
    expect(turns).toMatchObject([
      { index: 0, role: "user", roleKnown: true, content: "Hi", contentIsText: true, startSeconds: 1.5, endSeconds: 2 },
      { index: 1, role: "AI", roleKnown: false, content: "Yes", contentIsText: true, startSeconds: null, endSeconds: null },
    ]);
  });

  it("shows something readable for what is no turn", () => {
    const turns = readTurns(rootOf(turnsText(["Hello", null, 7, [], {}, { role: 1, content: null }, { content: {} }, { content: [] }, { content: true, startSeconds: "1" }])));
    expect(turns.map(({ content, contentIsText, role }) => [role, content, contentIsText])).toEqual([
      ["", "Hello", false],
      ["", "‹null›", false],
      ["", "7", false],
      ["", "‹a list where a text is expected›", false],
      ["", "", true],
      ["1", "‹null›", false],
      ["", "‹an object where a text is expected›", false],
      ["", "‹a list where a text is expected›", false],
      ["", "‹true›", false],
    ]);
  });

  it.each(["[]", "{}", '{"transcript":null}', '{"transcript":{"turns":"none"}}', "3"])("finds none in %s", (text) => {
    expect(readTurns(rootOf(text))).toEqual([]);
  });

  it("takes 10,000 turns", () => {
    const root = rootOf(turnsText(Array.from({ length: 10_000 }, (_, index) => ({ role: "user", content: `Turn ${index}`, startSeconds: index }))));
    expect(readTurns(root)).toHaveLength(10_000);
  });
});

describe("a summary", () => {
  it("says what a list shows of a call", () => {
    const text = callText({
      agentId: "11111111-1111-4111-8111-111111111111",
      agent: { externalId: "a", name: "Ann" },
      call: { externalId: "c", startedAt: "2026-03-02T09:30:05Z", durationSeconds: 90, recordingUrl: "https://example.com/a.wav" },
      transcript: { turns: [{ role: "system", content: "Be kind" }, { role: "user", content: " Hello\n there " }] },
    });
    expect(summaryOf(text)).toEqual({
      externalId: "c",
      agentExternalId: "a",
      agentId: "11111111-1111-4111-8111-111111111111",
      agentName: "Ann",
      turnCount: 2,
      durationSeconds: 90,
      startedAt: "2026-03-02T09:30:05Z",
      hasRecording: true,
      opening: "Hello there",
      ribbon: [{ role: "system", weight: 7 }, { role: "user", weight: 14 }],
    });
  });

  it.each([
    [{ durationSeconds: 7 }, 7],
    [{ durationSeconds: -7, startedAt: "2026-03-02T09:30:05Z", endedAt: "2026-03-02T09:30:06.5Z" }, 1.5],
    [{ startedAt: "2026-03-02T09:30:05Z", endedAt: "2026-03-02T09:30:04Z" }, 12],
    [{ startedAt: "2026-03-02T09:30:05Z" }, 12],
  ])("takes the duration from what is stated, else the times, else the last turn: %j", (call, seconds) => {
    const turns = [{ role: "user", content: "a", endSeconds: 3 }, { role: "user", content: "b", startSeconds: 12 }, { role: "user", content: "c", startSeconds: 11 }];
    expect(summaryOf(turnsText(turns, call)).durationSeconds).toBe(seconds);
  });

  it("leaves out what is blank, broken or missing", () => {
    const text = '{"agent":{"externalId":" "},"agentId":7,"call":{"externalId":"","startedAt":"today","recordingUrl":" "},"transcript":{"turns":[{"role":"nobody","content":"?"},{"role":"user","content":7}]}}';
    expect(summaryOf(text)).toEqual({
      externalId: null,
      agentExternalId: null,
      agentId: null,
      agentName: null,
      turnCount: 2,
      durationSeconds: null,
      startedAt: null,
      hasRecording: false,
      opening: null,
      ribbon: [{ role: "user", weight: 1 }, { role: "user", weight: 1 }],
    });
  });

  it("cuts the opening at 120 characters and never inside one", () => {
    const opening = summaryOf(turnsText([{ role: "bot", content: "😀".repeat(121) }])).opening ?? "";
    expect(opening).toBe(`${"😀".repeat(119)}…`);
    expect(summaryOf(turnsText([{ role: "bot", content: "😀".repeat(120) }])).opening).toBe("😀".repeat(120));
  });

  it("joins neighbours in the ribbon past 400 turns, and loses no weight", () => {
    const turns = Array.from({ length: 1001 }, (_, index) => ({ role: index % 3 === 0 ? "assistant" : "user", content: "xx" }));
    const { ribbon } = summaryOf(turnsText(turns));
    expect(ribbon).toHaveLength(334);
    expect(ribbon[0]).toEqual({ role: "user", weight: 6 });
    expect(ribbon.reduce((sum, { weight }) => sum + weight, 0)).toBe(2002);
    expect(summaryOf(turnsText(turns.slice(0, 400))).ribbon).toHaveLength(400);
  });

  it("reads a native body as its conversion would be", () => {
    const vapi = '{"message":{"type":"end-of-call-report","call":{"id":"v","assistantId":"a"},"startedAt":"2026-03-02T09:30:05Z","endedAt":"2026-03-02T09:30:15Z","artifact":{"messages":[{"role":"bot","message":"Hello"}]}}}';
    expect(summarizeCall(rootOf(vapi), "vapi-webhook")).toMatchObject({ externalId: "v", agentExternalId: "a", turnCount: 1, durationSeconds: 10, opening: "Hello", hasRecording: false });
    expect(summarizeCall(rootOf('{"event":"chat_ended","chat":{"chat_id":"x"}}'), "retell-webhook")).toMatchObject({ externalId: "x", turnCount: 0 });
  });

  it("never throws, whatever the value and the shape", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...SHAPE_IDS), (value, shape) => {
        expect(summarizeCall(rootOf(JSON.stringify(value)), shape).ribbon.length).toBeLessThanOrEqual(400);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

describe("role words", () => {
  it.each([
    ["assistant", "assistant"], ["Bot", "assistant"], [" AGENT: ", "assistant"], ["Human Agent", "assistant"], ["custom-bot", "assistant"],
    ["Customer", "user"], ["Kullanıcı", "user"], ["Kunde", "user"], ["Cliente:", "user"], ["end user", "user"],
    ["developer", "system"], ["tool_call_result", "tool"], ["agent-action", "tool"],
    ["speaker 0", null], ["A", null], ["transfer_target", null], ["", null], ["constructor", null],
  ])("%j stands for %s", (word, role) => {
    expect(canonicalRole(word)).toBe(role);
  });

  it("are Zelto's own in small letters only", () => {
    expect(["user", "assistant", "system", "tool", "User", "bot"].map(isRole)).toEqual([true, true, true, true, false, false]);
  });
});

describe("counting characters", () => {
  it("counts code points, and half a pair as one", () => {
    expect([characterCount(""), characterCount("aé"), characterCount("😀"), characterCount("\ud83dx"), characterCount("\udc00\ud83d")]).toEqual([0, 2, 1, 2, 2]);
  });

  it("cuts between characters", () => {
    expect([firstCharacters("😀😀", 1), firstCharacters("a😀", 2), firstCharacters("ab", 5), firstCharacters("ab", 0)]).toEqual(["😀", "a😀", "ab", ""]);
  });
});

describe("date-times", () => {
  it.each([
    ["1970-01-01T00:00:00Z", 0],
    ["1970-01-01T00:00:00.0019Z", 1],
    ["1970-01-01T01:00:00+01:00", 0],
    ["1969-12-31T19:00:00-05:00", 0],
    ["2000-02-29T12:00:00Z", 951_825_600_000],
    ["2016-12-31T23:59:60Z", 1_483_228_800_000],
    ["2017-01-01T08:59:60+09:00", 1_483_228_800_000],
    ["0000-01-01T00:00:00Z", -62_167_219_200_000],
  ])("%s is %d ms", (text, ms) => {
    expect(parseDateTime(text)).toBe(ms);
  });

  it.each(["1900-02-29T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:61Z", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+00:60", "2026-01-01T00:00:60Z", " 2026-01-01T00:00:00Z", ""])(
    "%j is none",
    (text) => {
      expect(parseDateTime(text)).toBeNull();
    },
  );

  it("are written without fractions that are zero, and only in the years that have four digits", () => {
    expect([formatDateTime(0), formatDateTime(1.6), formatDateTime(-62_167_219_200_001), formatDateTime(253_402_300_800_000), formatDateTime(Number.NaN)]).toEqual([
      "1970-01-01T00:00:00Z",
      "1970-01-01T00:00:00.002Z",
      null,
      null,
      null,
    ]);
  });
});

describe("numbers for people", () => {
  it("counts with separators and nouns", () => {
    expect([formatCount(0), formatCount(999), formatCount(1204), formatCount(-1_234_567), formatCount(-0.4)]).toEqual(["0", "999", "1,204", "-1,234,567", "0"]);
    expect([formatPlural(1, "turn"), formatPlural(0, "turn"), formatPlural(1204, "call"), formatPlural(2, "reply", "replies")]).toEqual(["1 turn", "0 turns", "1,204 calls", "2 replies"]);
  });

  it.each([[0, "0:00"], [7.4, "0:07"], [59.5, "1:00"], [192, "3:12"], [3725, "1:02:05"], [-3, "0:00"], [360_000, "100:00:00"]])("%d s read %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
