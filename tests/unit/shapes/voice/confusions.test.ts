import { describe, expect, it } from "vitest";
import { detectSource } from "@/lib/core/shapes/source/detect-source";
import { rootOf } from "../../problems/report-of";

const MESSAGES = [{ role: "user", content: "Hi" }];
const VAPI = { id: "v", orgId: "o" };
const LIVEKIT_MESSAGE = { id: "i", type: "message", role: "user", content: ["Hi"], interrupted: false };
const RESPONSES_MESSAGE = { id: "i", type: "message", role: "user", status: "completed", content: [{ type: "input_text", text: "Hi" }] };

/** What is recognised, without a doubt that a person would have to settle. */
function shapeOf(value: unknown): readonly [string, readonly string[]] {
  const { shape, rivals } = detectSource(rootOf(JSON.stringify(value)));
  return [shape, rivals];
}

describe("shapes that look alike are told apart", () => {
  it.each([
    ["a Retell call by call_status", { call_id: "c", call_status: "ended", agent_id: "a" }, "retell-call"],
    ["a Retell call by milliseconds", { call_id: "c", agent_id: "a", start_timestamp: 1_772_443_805_000 }, "retell-call"],
    ["a Bland call by transcripts", { call_id: "c", transcripts: [{ user: "user", text: "Hi" }] }, "bland-call"],
    ["a Bland call by one text", { call_id: "c", concatenated_transcript: "user: Hi" }, "bland-call"],
    ["a Bland call under its old id", { c_id: "c", corrected_duration: "40" }, "bland-call"],
    ["a Bland call by who answered", { call_id: "c", answered_by: "human", call_length: 1 }, "bland-call"],
    ["an ElevenLabs detail by time_in_call_secs", { conversation_id: "c", agent_id: "a", transcript: [{ role: "user", message: "Hi", time_in_call_secs: 1 }] }, "elevenlabs-conversation"],
    ["LiveKit's items by bare texts", { items: [LIVEKIT_MESSAGE] }, "livekit-history"],
    ["LiveKit's items as a list", [LIVEKIT_MESSAGE, { type: "function_call", name: "f", arguments: "{}", call_id: "1" }], "livekit-history"],
    ["LiveKit's copies by hand, by interrupted", { items: [{ ...LIVEKIT_MESSAGE, content: "Hi" }] }, "livekit-history"],
    ["a Vapi call by its type", { ...VAPI, type: "webCall", messages: MESSAGES }, "vapi-call"],
    ["a Vapi chat by its output", { ...VAPI, messages: MESSAGES, output: MESSAGES }, "vapi-chat"],
    ["a Vapi session by its status", { ...VAPI, status: "completed", messages: MESSAGES }, "vapi-chat"],
    ["a Vapi session with a phone number", { ...VAPI, status: "active", assistantId: "a", phoneNumberId: "p", messages: MESSAGES }, "vapi-chat"],
    ["a Vapi call that has lost its type", { ...VAPI, assistantId: "a", monitor: {}, messages: MESSAGES }, "vapi-call"],
    ["Vapi's messages by bot and secondsFromStart", [{ role: "bot", message: "Hi", secondsFromStart: 0 }], "vapi-messages"],
    ["Vapi's messages in an artifact", { messages: [{ role: "bot", message: "Hi", secondsFromStart: 0 }], recordingUrl: "https://example.com/a.wav" }, "vapi-messages"],
    ["a report without its envelope", { type: "end-of-call-report", call: { id: "v" }, messages: MESSAGES }, "vapi-call"],
    ["an update without its envelope", { type: "speech-update", artifact: {} }, "vapi-update"],
    ["a model's request by its call", { model: "m", messages: MESSAGES, call: { id: "v", orgId: "o" } }, "vapi-update"],
    ["Retell's chat in its webhook", { event: "chat_ended", chat: { chat_id: "c" } }, "retell-chat"],
    ["Retell's chat that only began", { event: "chat_started", chat: { chat_id: "c" } }, "retell-webhook"],
    ["Retell's webhook by its event", { event: "call_ended", call: { call_id: "c", call_status: "ended", transcript_object: [] } }, "retell-webhook"],
    ["Retell's items by words", [{ role: "agent", content: "Hi", words: [] }], "retell-items"],
    ["Vapi's report in its envelope", { message: { type: "end-of-call-report", call: { id: "v" } } }, "vapi-webhook"],
    ["a canonical call with a wrong field", { call: { externalId: 3 }, transcript: [{ role: "user", content: "Hi" }], agent_id: "a" }, "canonical"],
  ] as const)("%s", (_name, value, shape) => {
    expect(shapeOf(value)).toEqual([shape, []]);
  });

  it.each([
    ["a transcript list of nobody's", { conversation_id: "c", transcript: [{ speaker: "Ada", text: "Hi" }] }, "elevenlabs-conversation"],
    ["OpenAI's items", { items: [RESPONSES_MESSAGE] }, "livekit-history"],
    ["OpenAI's items as a list", [RESPONSES_MESSAGE], "livekit-history"],
    ["a list of OpenAI's messages", MESSAGES, "vapi-messages"],
    ["a call of nobody's", { call_id: "c", transcript: "Hi" }, "retell-call"],
    ["a type of nobody's", { type: "conversation.created", call: { id: "v" } }, "vapi-update"],
    ["an id without an organisation", { id: "v", messages: MESSAGES, output: MESSAGES }, "vapi-chat"],
    ["an empty list", [], "livekit-history"],
  ] as const)("%s is not taken for it", (_name, value, shape) => {
    expect(shapeOf(value)[0]).not.toBe(shape);
  });

  it("asks about a conversation so far in its envelope, and keeps it as it is meanwhile", () => {
    expect(shapeOf({ message: { type: "conversation-update", messages: MESSAGES } })).toEqual(["vapi-webhook", ["vapi-update"]]);
    expect(shapeOf({ message: { type: "conversation-update", messages: [] } })).toEqual(["vapi-webhook", []]);
  });
});
