import { describe, expect, it } from "vitest";
import { inspectRecord } from "../inspect-record";

const item = (id: string, role: string, content: readonly object[] = []): object => ({ id, object: "realtime.item", type: "message", role, content });
const created = (value: object, more: object = {}): object => ({ type: "conversation.item.created", item: value, ...more });
const heard = (id: string, transcript: string): object => ({ type: "conversation.item.input_audio_transcription.completed", item_id: id, transcript });
const spoke = (id: string, transcript: string): object => ({ type: "response.audio_transcript.done", item_id: id, transcript });

const turnsOf = (events: unknown): readonly string[] => {
  const { detection, conversion } = inspectRecord(JSON.stringify(events));
  expect(detection.shape).toBe("openai-realtime");
  const call = JSON.parse(conversion?.text ?? "{}") as { transcript?: { turns: { role: string; content: string }[] } };
  return (call.transcript?.turns ?? []).map(({ role, content }) => `${role}: ${content}`);
};

describe("a log of Realtime events", () => {
  it("puts what was heard under its item, however late the words come", () => {
    const events = [created(item("a", "user")), created(item("b", "assistant")), spoke("b", "Hello"), heard("a", "Hi")];
    expect(turnsOf(events)).toEqual(["user: Hi", "assistant: Hello"]);
  });

  it("follows the item that an item names as the one before", () => {
    const events = [created(item("b", "assistant", [{ type: "text", text: "Hello" }])), created(item("c", "user", [{ type: "input_text", text: "Bye" }])), created(item("a", "user", [{ type: "input_text", text: "So" }]), { previous_item_id: "b" })];
    expect(turnsOf(events)).toEqual(["assistant: Hello", "user: So", "user: Bye"]);
  });

  it("says each thing once, however many events hold it", () => {
    const full = item("b", "assistant", [{ type: "audio", transcript: "Hello" }]);
    const events = [created(item("b", "assistant")), spoke("b", "Hello"), { type: "response.output_item.done", item: full }, { type: "response.done", response: { output: [full] } }];
    expect(turnsOf(events)).toEqual(["assistant: Hello"]);
  });

  it("reads the newer names of events", () => {
    const events = [{ type: "conversation.item.added", item: item("a", "user") }, heard("a", "Hi"), { type: "conversation.item.done", item: item("b", "assistant") }, { type: "response.output_text.done", item_id: "b", text: "Hello" }];
    expect(turnsOf(events)).toEqual(["user: Hi", "assistant: Hello"]);
  });

  it("reads events that a log wraps, with people's own lines between", () => {
    const events = [{ at: 1, event: created(item("a", "user")) }, { at: 2, note: "connected" }, { at: 3, event: heard("a", "Hi") }];
    expect(turnsOf({ events })).toEqual(["user: Hi"]);
  });

  it("leaves out an item that was deleted", () => {
    const events = [created(item("a", "user")), heard("a", "Hi"), created(item("b", "assistant")), spoke("b", "Hello"), { type: "conversation.item.deleted", item_id: "a" }];
    expect(turnsOf(events)).toEqual(["assistant: Hello"]);
  });

  it("explains one event alone", () => {
    expect(inspectRecord(JSON.stringify({ ...heard("a", "Hi"), event_id: "e1" })).detection.shape).toBe("no-call");
  });
});
