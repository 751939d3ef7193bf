import { describe, expect, it } from "vitest";
import { inspectRecord } from "../inspect-record";

const said = (role: string, content: unknown, more: object = {}): object => ({ role, content, ...more });
const shapeOf = (value: unknown): string => inspectRecord(JSON.stringify(value)).detection.shape;
const callOf = (value: unknown): { call: { externalId?: string; startedAt?: string }; transcript?: { turns: { role: string; content: string; startSeconds?: number }[] }; systemPrompt?: string } => {
  const { conversion } = inspectRecord(JSON.stringify(value));
  if (!conversion) throw new Error("not converted");
  return JSON.parse(conversion.text) as ReturnType<typeof callOf>;
};
const remarksOf = (value: unknown): readonly string[] => inspectRecord(JSON.stringify(value)).conversion?.remarks.map(({ sentence }) => sentence) ?? [];

describe("lists of messages are told apart", () => {
  it("leaves LiveKit's items, whose content is a list of bare texts, to LiveKit", () => {
    expect(shapeOf([{ id: "i1", type: "message", role: "user", content: ["Hi"] }, { id: "i2", type: "message", role: "assistant", content: ["Hello"] }])).not.toBe("openai-messages");
  });

  it("leaves items with lists of words to Retell", () => {
    const words = [{ word: "Hi", start: 0.1, end: 0.4 }];
    expect(shapeOf([said("agent", "Hi", { words }), said("user", "Hi", { words })])).not.toBe("openai-messages");
  });

  it("does not take a list in which most items have no role", () => {
    expect(shapeOf([{ content: "a" }, { content: "b" }, said("user", "c")])).not.toBe("openai-messages");
  });
});

describe("OpenAI-style messages", () => {
  it("keep a short system prompt as the prompt where the list has only system and user", () => {
    const call = callOf([said("system", "Be brief."), said("user", "Hi")]);
    expect(call.systemPrompt).toBe("Be brief.");
    expect(call.transcript?.turns).toEqual([{ role: "user", content: "Hi" }]);
  });

  it("keep texts of 25,000 characters whole", () => {
    const long = "word ".repeat(5000).trim();
    const call = callOf([said("system", long), said("user", long)]);
    expect([call.systemPrompt?.length, call.transcript?.turns[0]?.content.length]).toEqual([24_999, 24_999]);
  });

  it("may begin with the assistant and have no user at all", () => {
    expect(callOf([said("assistant", "Hello"), said("assistant", "Still there?")]).transcript?.turns.map(({ role }) => role)).toEqual(["assistant", "assistant"]);
  });

  it("read whole numbers of milliseconds since the epoch as one list", () => {
    const call = callOf([said("user", "a", { createdAt: 1_772_443_805_000 }), said("assistant", "b", { createdAt: 1_772_443_806_500 })]);
    expect(call.call.startedAt).toBe("2026-03-02T09:30:05Z");
    expect(call.transcript?.turns.map(({ startSeconds }) => startSeconds)).toEqual([0, 1.5]);
  });

  it("count from the call's own start where it is earlier, and from the first message where it is later", () => {
    const messages = [said("user", "a", { timestamp: "2026-03-02T09:30:05Z" }), said("assistant", "b", { timestamp: "2026-03-02T09:30:09Z" })];
    expect(callOf({ id: "c-1", started_at: "2026-03-02T09:30:00Z", messages }).transcript?.turns.map(({ startSeconds }) => startSeconds)).toEqual([5, 9]);
    const late = { id: "c-1", started_at: "2026-03-02T09:30:08Z", messages };
    expect(callOf(late).transcript?.turns.map(({ startSeconds }) => startSeconds)).toEqual([0, 4]);
    expect(remarksOf(late)).toContain("The call's start is later than its first turn, so the turns are counted from the first turn.");
  });

  it("turn a list that runs from the newest message to the oldest", () => {
    const list = [said("assistant", "c", { created_at: 1_772_443_825 }), said("user", "b", { created_at: 1_772_443_815 }), said("assistant", "a", { created_at: 1_772_443_805 })];
    expect(callOf(list).transcript?.turns.map(({ content, startSeconds }) => [content, startSeconds])).toEqual([["a", 0], ["b", 10], ["c", 20]]);
  });

  it("say that dates before 2015 are unlikely", () => {
    expect(remarksOf([said("user", "a", { created_at: 1_300_000_000 }), said("assistant", "b", { created_at: 1_300_000_009 })])).toContain("The times of the source are before 2015, which is unlikely for a call.");
  });

  it("give the same id for the same words and another for others", () => {
    const idOf = (text: string): unknown => callOf([said("user", text), said("assistant", "Hello")]).call.externalId;
    expect(idOf("Hi  there")).toBe(idOf("Hi there"));
    expect(idOf("Hi there")).not.toBe(idOf("Hi here"));
  });

  it.each(["Bye ###STOP###", "###TRANSFER###", "Bye <|im_end|>"])("flag the mark of a program in %s", (text) => {
    expect(remarksOf([said("assistant", "Hello"), said("user", text)]).filter((sentence) => sentence.includes("Nobody said it"))).toHaveLength(1);
  });

  it.each(["Press ### now", "## Heading", "I said stop"])("do not flag %s", (text) => {
    expect(remarksOf([said("assistant", "Hello"), said("user", text)]).filter((sentence) => sentence.includes("Nobody said it"))).toHaveLength(0);
  });

  it("read Gemini's contents, whose words stand in parts", () => {
    const call = callOf({ contents: [{ role: "user", parts: [{ text: "Hi" }] }, { role: "model", parts: [{ text: "Hello" }] }] });
    expect(call.transcript?.turns).toEqual([{ role: "user", content: "Hi" }, { role: "assistant", content: "Hello" }]);
  });
});
