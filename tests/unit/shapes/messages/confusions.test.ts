import { describe, expect, it } from "vitest";
import { inspectRecord } from "../inspect-record";

const shapeOf = (value: unknown): string => inspectRecord(JSON.stringify(value)).detection.shape;
const user = { role: "user", content: "Hi" };

describe("shapes that are easily taken for each other", () => {
  it.each<[string, unknown, string]>([
    ["messages with a prompt beside them", { system: "Be kind.", messages: [user] }, "anthropic-messages"],
    ["messages with the prompt among them", { messages: [{ role: "system", content: "Be kind." }, user] }, "openai-messages"],
    ["content with tool_use", [user, { role: "assistant", content: [{ type: "tool_use", id: "t", name: "f", input: {} }] }], "anthropic-messages"],
    ["content with parts of text only", [{ role: "user", content: [{ type: "text", text: "Hi" }] }], "openai-messages"],
    ["content with input_text", [{ role: "user", content: [{ type: "input_text", text: "Hi" }] }], "openai-responses"],
    ["LiveKit's items, whose content is bare texts", { items: [{ type: "message", role: "user", content: ["Hi"] }, { type: "function_call", name: "f", call_id: "c", arguments: "{}" }] }, "livekit-history"],
    ["Responses items, whose content is typed parts", { items: [{ type: "message", role: "user", content: [{ type: "input_text", text: "Hi" }] }, { type: "function_call", name: "f", call_id: "c", arguments: "{}" }] }, "openai-responses"],
    ["Realtime items", [{ object: "realtime.item", type: "message", role: "user", content: [{ type: "input_audio", transcript: "Hi" }] }], "openai-realtime"],
    ["a canonical call with a wrong role", { call: { externalId: "c" }, transcript: { turns: [{ role: "bot", content: "Hi" }] } }, "canonical"],
    ["a canonical call that has messages beside it", { call: { externalId: "c" }, messages: [user] }, "canonical"],
    ["a list named transcript in a shape of its own", { transcript: [{ speaker: "agent", text: "Hi" }, { speaker: "customer", text: "Hello" }] }, "generic"],
    ["a list of leads", [{ type: "lead", name: "Lee", message: "Call me" }, { type: "lead", name: "Kim", message: "Call me too" }], "unknown"],
  ])("%s", (_name, value, shape) => {
    expect(shapeOf(value)).toBe(shape);
    expect(inspectRecord(JSON.stringify(value)).detection.rivals).toEqual([]);
  });
});
