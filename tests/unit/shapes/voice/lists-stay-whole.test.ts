import { describe, expect, it } from "vitest";
import { splitRecords } from "@/lib/core/records/split-records";
import { detectSource } from "@/lib/core/shapes/source/detect-source";
import { rootOf } from "../../problems/report-of";

/** The shapes of the records that a source splits into. */
function shapesIn(source: unknown): readonly string[] {
  const split = splitRecords(JSON.stringify(source), { sourceName: "pasted text" });
  if (!split.ok) throw new Error(split.error.message);
  return split.value.records.map(({ text }) => detectSource(rootOf(text)).shape);
}

describe("a list that is one conversation is one record", () => {
  it.each([
    ["Retell's items with a step between them", [{ role: "agent", content: "Hi", words: [{ start: 1, end: 2 }] }, { role: "node_transition", former_node_name: "a", new_node_name: "b" }, { role: "dtmf", digit: "1", words: [] }], "retell-items"],
    ["LiveKit's items with calls of tools", [{ type: "message", role: "user", content: ["Hi"], interrupted: false }, { type: "function_call", name: "f", call_id: "1", arguments: "{}" }, { type: "agent_handoff", new_agent_id: "x" }], "livekit-history"],
    ["Vapi's messages with calls of tools", [{ role: "system", message: "x", secondsFromStart: 0 }, { role: "tool_calls", toolCalls: [{ id: "1" }], secondsFromStart: 1 }, { role: "bot", message: "Hi", secondsFromStart: 2 }], "vapi-messages"],
    ["ElevenLabs' test chat", [{ role: "user", message: "Hi", time_in_call_secs: 0 }, { role: "agent", message: null, tool_calls: [], time_in_call_secs: 0 }], "elevenlabs-history"],
    ["LiveKit's history", { items: [{ type: "message", role: "user", content: ["Hi"] }] }, "livekit-history"],
  ] as const)("%s", (_name, source, shape) => {
    expect(shapesIn(source)).toEqual([shape]);
  });

  it("and a list of calls is a record for each", () => {
    const call = { orgId: "o", type: "webCall" };
    expect(shapesIn([{ ...call, id: "v" }, { ...call, id: "w" }])).toEqual(["vapi-call", "vapi-call"]);
    const line = { agent_id: "a", start_time_unix_secs: 1_772_443_805, message_count: 2 };
    expect(shapesIn([{ ...line, conversation_id: "c" }, { ...line, conversation_id: "d" }])).toEqual(["elevenlabs-conversation", "elevenlabs-conversation"]);
  });
});
