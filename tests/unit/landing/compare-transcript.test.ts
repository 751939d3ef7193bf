import { expect, test } from "vitest";
import { compareTranscript, type ComparableTurn, type SentTranscript } from "@/lib/core/landing/compare-transcript";

const turn = (role: string, content: string, startSeconds: number | null = null, endSeconds: number | null = null): ComparableTurn => ({ role, content, startSeconds, endSeconds });
const sent = (...turns: ComparableTurn[]): SentTranscript => ({ turns, systemPrompt: null });
const seen = (content: unknown, systemPrompt: string | null = null) => ({ content, systemPrompt });
const HELLO = turn("assistant", "Hello.", 0, 1.2);
const REPLY = turn("user", "Hi there.", 1.5, 2);

test("is matched where role, text and times are as sent", () => {
  const result = compareTranscript(sent(HELLO, REPLY), seen([HELLO, REPLY]));
  expect(result).toEqual({ state: "matched", sentence: "Read back from Zelto: all 2 turns are as sent.", turnsSent: 2, turnsEqual: 2, differences: [] });
});

const SAME: readonly (readonly [string, unknown])[] = [
  ["times that are not given back", [{ role: "assistant", content: "Hello." }, { role: "user", content: "Hi there." }]],
  ["times rounded by 0.05 s", [{ ...HELLO, startSeconds: 0.05 }, { ...REPLY, endSeconds: 1.95 }]],
  ["extra fields", [{ ...HELLO, id: 1 }, { ...REPLY, words: [] }]],
  ["text under another name", [{ role: "assistant", text: "Hello." }, { role: "user", message: "Hi there." }]],
  ["role words of other products", [{ role: "agent", content: "Hello." }, { role: "customer", content: "Hi there." }]],
  ["a wrapper named turns", { turns: [HELLO, REPLY] }],
  ["a wrapper named messages", { messages: [HELLO, REPLY] }],
];
test.each(SAME)("%s are no difference", (_name, content) => {
  expect(compareTranscript(sent(HELLO, REPLY), seen(content)).state).toBe("matched");
});

test("names each turn that differs and what in it", () => {
  const result = compareTranscript(sent(HELLO, REPLY), seen([{ ...HELLO, content: "Hello!", startSeconds: 0.06 }, { ...REPLY, role: "assistant", endSeconds: 9 }]));
  expect([result.state, result.turnsEqual, result.sentence]).toEqual(["differs", 0, "Read back from Zelto: 0 of 2 turns are as sent. Turn 1 differs in text."]);
  expect(result.differences).toEqual([
    { turn: 1, what: "text", sent: "Hello.", seen: "Hello!" },
    { turn: 1, what: "start", sent: "0", seen: "0.06" },
    { turn: 2, what: "role", sent: "user", seen: "assistant" },
    { turn: 2, what: "end", sent: "2", seen: "9" },
  ]);
});

test("a turn lost in the middle is one missing turn, not a row of differences", () => {
  const result = compareTranscript(sent(HELLO, turn("user", "lost"), REPLY, turn("assistant", "Bye.")), seen([HELLO, REPLY, turn("assistant", "Bye.")]));
  expect(result.differences).toEqual([{ turn: 2, what: "missing in Zelto", sent: "lost", seen: "" }]);
  expect([result.turnsEqual, result.sentence]).toEqual([3, "Read back from Zelto: 3 of 4 turns are as sent. Turn 2 is missing in Zelto."]);
});

test("a turn added at the end is told", () => {
  expect(compareTranscript(sent(HELLO), seen([HELLO, REPLY])).differences).toEqual([{ turn: 2, what: "only in Zelto", sent: "", seen: "Hi there." }]);
});

test("equal turns between two that differ still count", () => {
  const result = compareTranscript(sent(turn("user", "a"), turn("user", "b"), turn("user", "c")), seen([turn("user", "A"), turn("user", "b"), turn("user", "C")]));
  expect([result.turnsEqual, result.differences.map(({ turn: number }) => number)]).toEqual([1, [1, 3]]);
});

test("a leading system turn that became the prompt is no difference", () => {
  const result = compareTranscript(sent(turn("system", "Be kind."), HELLO), seen([HELLO], "Be kind."));
  expect([result.state, result.turnsEqual, result.turnsSent]).toEqual(["matched", 2, 2]);
});

test("a leading system turn beside a prompt stays a turn and has to come back", () => {
  const both = { turns: [turn("system", "Be kind."), HELLO], systemPrompt: "Be brief." };
  expect(compareTranscript(both, seen([turn("system", "Be kind."), HELLO])).state).toBe("matched");
  expect(compareTranscript(both, seen([HELLO])).differences[0]).toEqual({ turn: 1, what: "missing in Zelto", sent: "Be kind.", seen: "" });
});

test.each([[null], ["Hello."], [7], [{}], [{ turns: "x" }], [["Hello."]], [[null]], [[{ role: "user" }]], [[{ role: 1, content: "x" }]]])("%j cannot be compared", (content) => {
  const result = compareTranscript(sent(HELLO), seen(content));
  expect([result.state, result.differences]).toEqual(["not-comparable", []]);
  expect(result.sentence).toContain("in a form that Intake does not know");
});

test("a body without turns cannot be compared", () => {
  expect(compareTranscript(sent(), seen([])).state).toBe("not-comparable");
});

test("an empty transcript lacks every turn", () => {
  expect(compareTranscript(sent(HELLO), seen([])).differences).toEqual([{ turn: 1, what: "missing in Zelto", sent: "Hello.", seen: "" }]);
});

test("keeps at most 50 places and shortens long texts", () => {
  const many = Array.from({ length: 1_200 }, () => turn("user", "x".repeat(500)));
  const result = compareTranscript(sent(...many), seen(many.map((each) => ({ ...each, content: "y".repeat(500) }))));
  expect(result.differences).toHaveLength(50);
  expect(result.differences[0]?.sent).toBe(`${"x".repeat(199)}…`);
  expect(result.sentence).toContain("0 of 1,200 turns");
});
