import { describe, expect, it } from "vitest";
import { convertToCanonical } from "@/lib/core/shapes/convert-to-canonical";
import { rootOf } from "../problems/report-of";
import { callOf, entryOf, retell, turnsOf } from "./conversion-of";

const words = (...times: readonly (readonly [number, number])[]): readonly unknown[] => times.map(([start, end]) => ({ word: "w", start, end }));

describe("a Retell call", () => {
  it("becomes exactly this call", () => {
    const { text, receipt } = retell({
      call_id: "r-1",
      agent_id: "a-1",
      agent_name: "Ann",
      agent_version: 0,
      direction: "inbound",
      from_number: "+15550100",
      to_number: "+15550199",
      start_timestamp: 1_772_443_805_000,
      end_timestamp: 1_772_443_840_303,
      duration_ms: 35_303,
      disconnection_reason: "user_hangup",
      recording_url: "https://example.com/a.wav",
      call_cost: { combined_cost: 4.56, total_duration_seconds: 36 },
      transcript: "Agent: Hello",
      transcript_with_tool_calls: [{ role: "agent", content: "Hello", words: words([0.5, 0.7], [0.8, 1.25]) }],
      access_token: "tok-123",
    });
    expect(text).toBe(`{
  "agent": {
    "externalId": "a-1",
    "name": "Ann"
  },
  "version": "0",
  "call": {
    "externalId": "r-1",
    "startedAt": "2026-03-02T09:30:05Z",
    "endedAt": "2026-03-02T09:30:40.303Z",
    "durationSeconds": 35,
    "endedReason": "user_hangup",
    "cost": 0.0456,
    "recordingUrl": "https://example.com/a.wav",
    "customer": {
      "number": "+15550100"
    }
  },
  "transcript": {
    "turns": [
      {
        "role": "assistant",
        "content": "Hello",
        "startSeconds": 0.5,
        "endSeconds": 1.25
      }
    ]
  },
  "metadata": {
    "duration_ms": 35303,
    "to_number": "+15550199",
    "convertedFrom": "retell",
    "event": "call_ended",
    "direction": "inbound"
  }
}`);
    expect(receipt.entries.map(({ from, kind, to, before }) => `${kind} ${from} ${before ?? ""} ${to ?? ""}`.trim())).toEqual([
      "carried event call_ended metadata.event",
      "carried call.call_id r-1 call.externalId",
      "carried call.agent_id a-1 agent.externalId",
      "carried call.agent_name Ann agent.name",
      "changed call.agent_version 0 version",
      "carried call.direction inbound metadata.direction",
      "carried call.from_number +15550100 call.customer.number",
      "carried call.to_number +15550199 metadata.to_number",
      "changed call.start_timestamp 1772443805000 call.startedAt",
      "changed call.end_timestamp 1772443840303 call.endedAt",
      "changed call.duration_ms 35303 call.durationSeconds",
      "carried call.disconnection_reason user_hangup call.endedReason",
      "carried call.recording_url https://example.com/a.wav call.recordingUrl",
      "changed call.call_cost.combined_cost 4.56 call.cost",
      "dropped call.call_cost.total_duration_seconds 36",
      "dropped call.transcript Agent: Hello",
      "changed call.transcript_with_tool_calls[0].role agent transcript.turns[0].role",
      "carried call.transcript_with_tool_calls[0].content Hello transcript.turns[0].content",
      "dropped call.transcript_with_tool_calls[0].words[0].word w",
      "carried call.transcript_with_tool_calls[0].words[0].start 0.5 transcript.turns[0].startSeconds",
      "dropped call.transcript_with_tool_calls[0].words[0].end 0.7",
      "dropped call.transcript_with_tool_calls[0].words[1].word w",
      "dropped call.transcript_with_tool_calls[0].words[1].start 0.8",
      "carried call.transcript_with_tool_calls[0].words[1].end 1.25 transcript.turns[0].endSeconds",
      "dropped call.access_token (a secret, not shown)",
    ]);
    expect([receipt.carried, receipt.changed, receipt.dropped]).toEqual([12, 6, 7]);
  });

  it("takes all kinds of items", () => {
    const conversion = retell({
      transcript_with_tool_calls: [
        { role: "tool_call_invocation", tool_call_id: "t1", name: "find", arguments: '{"a":1}', time_sec: 1 },
        { role: "tool_call_result", tool_call_id: "t1", content: "", time_sec: 2.0004 },
        { role: "tool_call_result", tool_call_id: "t9", content: "x" },
        { role: "dtmf", digit: "1", time_sec: 3 },
        { role: "dtmf", content: "2" },
        { role: "sms", content: "on my way" },
        { role: "injected", content: "note" },
        { role: "transfer_target", content: "Front desk", words: words([5, 6]) },
        { role: "node_transition", former_node_name: "A", new_node_name: "B" },
        { speaker: "user", text: "Hand-written" },
        { role: "speaker 1", content: "Who" },
        { content: "Nobody" },
        { role: "agent", content: " ", words: words([7, 8]) },
        { role: "agent", content: null },
      ],
    });
    expect(turnsOf(conversion)).toEqual([
      'tool|find({"a":1})|1|1',
      "tool|find -> (empty result)|2|2",
      "tool|tool -> x|-|-",
      "user|[pressed 1]|3|3",
      "user|[pressed 2]|-|-",
      "user|[SMS] on my way|-|-",
      "system|note|-|-",
      "assistant|[transfer target] Front desk|5|6",
      "user|Hand-written|-|-",
      "speaker 1|Who|-|-",
      "unknown|Nobody|-|-",
    ]);
    expect(entryOf(conversion, "call.transcript_with_tool_calls[1].time_sec").reason).toBe("Rounded to 3 decimals, not below 0");
    expect(entryOf(conversion, "call.transcript_with_tool_calls[8].new_node_name").reason).toBe("A step inside the agent: nobody said or did anything");
    expect(entryOf(conversion, "call.transcript_with_tool_calls[12].content").reason).toBe("It says nothing, and Zelto refuses a turn without text");
  });

  it("keeps steps inside the agent as tool turns when asked to", () => {
    const items = [
      { role: "node_transition", former_node_name: "Greeting", new_node_name: "Booking" },
      { role: "state_transition", former_state_name: "a", new_state_name: "b" },
      { role: "node_transition" },
    ];
    expect(turnsOf(retell({ transcript_with_tool_calls: items }, { keepTransitions: true }))).toEqual(["tool|node transition: Greeting -> Booking|-|-", "tool|state transition: a -> b|-|-", "tool|node transition: ? -> ?|-|-"]);
  });

  it.each([
    [{ transcript_object: [{ role: "user", content: "b" }], transcript: "User: c" }, "user|b|-|-"],
    [{ transcript_with_tool_calls: [], transcript_object: [{ role: "user", content: "b" }] }, "user|b|-|-"],
    [{ transcript_object: "none", transcript: "User: c" }, "user|c|-|-"],
    [{ scrubbed_transcript_with_tool_calls: [{ role: "user", content: "[name]" }] }, "user|[name]|-|-"],
    [{ transcript: "Transfer Target: c" }, null],
    [{ scrubbed_transcript: "Agent: c" }, "assistant|c|-|-"],
  ])("takes the fullest form of the conversation there is: %j", (call, turn) => {
    expect(turnsOf(retell(call))[0] ?? null).toBe(turn);
  });

  it("keeps a transcript without labels in metadata: nobody knows who spoke", () => {
    expect(callOf(retell({ transcript: "Hello there" })).metadata["transcript"]).toBe("Hello there");
    expect(callOf(retell({ transcript: "" })).metadata["transcript"]).toBeUndefined();
  });
});

describe("pieces of a sentence", () => {
  const piece = (role: string, content: string, start?: number, end?: number): Record<string, unknown> => ({ role, content, ...(start === undefined || end === undefined ? {} : { words: words([start, end]) }) });
  const tool = { role: "tool_call_invocation", name: "f", arguments: "" };

  it("are joined where only tool events lie between and the pause is under 0.3 s", () => {
    const items = [piece("agent", "One ", 1, 2), tool, piece("agent", "two ", 2.1, 3), tool, piece("agent", "three ", 3.29, 4)];
    const conversion = retell({ transcript_with_tool_calls: items });
    expect(turnsOf(conversion)).toEqual(["assistant|One two three|1|4", "tool|f()|-|-", "tool|f()|-|-"]);
    expect(entryOf(conversion, "call.transcript_with_tool_calls[2].content")).toMatchObject({ kind: "changed", to: "transcript.turns[0].content" });
    expect(entryOf(conversion, "call.transcript_with_tool_calls[2].role")).toMatchObject({ kind: "dropped", reason: "Joined with the piece before it" });
    expect(entryOf(conversion, "call.transcript_with_tool_calls[4].words[0].end")).toMatchObject({ kind: "carried", to: "transcript.turns[0].endSeconds" });
    expect(turnsOf(retell({ transcript_with_tool_calls: items }, { mergePieces: false }))).toEqual(["assistant|One |1|2", "tool|f()|-|-", "assistant|two |2.1|3", "tool|f()|-|-", "assistant|three |3.29|4"]);
  });

  it.each([
    ["a longer pause", [piece("agent", "a", 1, 2), tool, piece("agent", "b", 2.3, 3)], 3],
    ["another speaker", [piece("agent", "a", 1, 2), piece("user", "b", 2.1, 2.2), piece("agent", "c", 2.2, 3)], 3],
    ["no times", [piece("agent", "a"), piece("agent", "b")], 2],
    ["no end", [{ role: "agent", content: "a", words: [{ start: 1 }] }, piece("agent", "b", 1.1, 2)], 2],
    ["a step back in time", [piece("agent", "a", 5, 6), piece("agent", "b", 1, 2)], 2],
    ["key presses", [{ role: "dtmf", digit: "1", time_sec: 1 }, { role: "dtmf", digit: "2", time_sec: 1.1 }], 2],
  ])("stay apart with %s between", (_name, items, count) => {
    expect(turnsOf(retell({ transcript_with_tool_calls: items }))).toHaveLength(count);
  });

  it("get a blank between them where they have none", () => {
    expect(turnsOf(retell({ transcript_object: [piece("user", "one", 1, 2), piece("user", "two", 2, 3)] }))).toEqual(["user|one two|1|3"]);
  });
});

describe("Retell's times and numbers", () => {
  it.each([
    [{ start_timestamp: 1_772_443_805_123 }, "2026-03-02T09:30:05.123Z"],
    [{ start_timestamp: 1_772_443_805 }, "2026-03-02T09:30:05Z"],
    [{ start_timestamp: "2026-03-02T09:30:05Z" }, "2026-03-02T09:30:05Z"],
    [{ start_timestamp: "1772443805" }, "2026-03-02T09:30:05Z"],
    [{ start_timestamp: 12 }, undefined],
    [{ start_timestamp: null }, undefined],
  ])("reads the start of %j", (call, startedAt) => {
    expect(callOf(retell(call)).call["startedAt"]).toBe(startedAt);
  });

  it("keeps a start that is no date in metadata", () => {
    expect(callOf(retell({ start_timestamp: 12, end_timestamp: "later" })).metadata).toMatchObject({ start_timestamp: 12, end_timestamp: "later" });
  });

  it("prefers the stated duration to the two times, which work where it is missing", () => {
    const times = { start_timestamp: 1_772_443_805_000, end_timestamp: 1_772_443_815_500 };
    expect(callOf(retell({ ...times, duration_ms: 9499 })).call["durationSeconds"]).toBe(9);
    expect(callOf(retell(times)).call["durationSeconds"]).toBe(11);
    expect(callOf(retell({ start_timestamp: 1_772_443_815_500, end_timestamp: 1_772_443_805_000 })).call["durationSeconds"]).toBeUndefined();
    expect(callOf(retell({ duration_ms: -5 })).call["durationSeconds"]).toBeUndefined();
  });

  it.each([
    [{ direction: "inbound", from_number: "+1", to_number: "+2" }, "+1", { to_number: "+2" }],
    [{ direction: "outbound", from_number: "+1", to_number: "+2" }, "+2", { from_number: "+1" }],
    [{ from_number: "+1", to_number: "+2" }, undefined, { from_number: "+1", to_number: "+2" }],
    [{ direction: "inbound", from_number: "anonymous" }, undefined, { from_number: "anonymous" }],
  ])("takes the other side's number of %j", (call, number, kept) => {
    const converted = callOf(retell(call));
    expect((converted.call["customer"] as { number?: string } | undefined)?.number).toBe(number);
    expect(converted.metadata).toMatchObject(kept);
  });

  it.each([
    [{ agent_version: 3 }, "3"],
    [{ agent_version: null, agent_tag: "prod" }, "prod"],
    [{ agent_version: " ", agent_tag: "prod" }, "prod"],
    [{}, undefined],
  ])("takes the version of %j", (call, version) => {
    expect(callOf(retell(call))["version"]).toBe(version);
  });

  it.each([
    [0, 0],
    [7, 0.07],
    [456, 4.56],
    [-3, undefined],
    [null, undefined],
  ])("turns %d cents into %d dollars", (combined_cost, cost) => {
    expect(callOf(retell({ call_cost: { combined_cost } })).call["cost"]).toBe(cost);
  });

  it("takes the recording that fits the transcript", () => {
    const urls = { recording_url: "https://e.co/plain", scrubbed_recording_url: "https://e.co/scrubbed", recording_multi_channel_url: "https://e.co/multi" };
    expect(callOf(retell(urls)).call["recordingUrl"]).toBe("https://e.co/plain");
    expect(callOf(retell({ ...urls, scrubbed_transcript: "User: x" })).call["recordingUrl"]).toBe("https://e.co/scrubbed");
    expect(callOf(retell({ recording_multi_channel_url: "https://e.co/multi" })).call["recordingUrl"]).toBe("https://e.co/multi");
  });

  it("leaves out a turn's times where they mean nothing", () => {
    const items = [{ role: "user", content: "a", words: words([-0.4, 1]) }, { role: "user", content: "b", words: words([-1, 1]) }, { role: "user", content: "c", words: words([5, 4]) }, { role: "user", content: "d", words: [] }];
    expect(turnsOf(retell({ transcript_object: items }, { mergePieces: false }))).toEqual(["user|a|0|1", "user|b|-|-", "user|c|5|-", "user|d|-|-"]);
  });

  it("keeps of the latency the two percentiles only", () => {
    expect(callOf(retell({ latency: { e2e: { p50: 1, p90: 2, p99: 3, values: [1] }, llm: { num: 1 }, note: 7 } })).metadata["latency"]).toEqual({ e2e: { p50: 1, p90: 2 } });
    expect(callOf(retell({ latency: { llm: {} } })).metadata["latency"]).toBeUndefined();
  });

  it("accepts custom analysis as an object and as a list", () => {
    for (const custom_analysis_data of [{}, []]) expect(callOf(retell({ call_analysis: { custom_analysis_data } })).metadata["call_analysis"]).toEqual({ custom_analysis_data });
  });

  it("cuts nothing it need not: an agent name of 256 characters is cut and kept whole", () => {
    const name = "ñ".repeat(256);
    const call = callOf(retell({ agent_name: name }));
    expect([call["agent"], call.metadata["agent_name"]]).toEqual([{ name: "ñ".repeat(255) }, name]);
  });
});

describe("what cannot be converted", () => {
  it.each([
    ['{"message":3}', "vapi-webhook", "This body has no message object, so it is no Vapi webhook. Nothing was changed."],
    ['{"event":"call_ended"}', "retell-webhook", "This body has no call object, so it is no Retell call webhook. Nothing was changed."],
    ['{"call":{"externalId":"c"}}', "canonical", "This call is canonical already. Nothing was changed."],
    ["{}", "unknown", "Intake does not know this shape, so it cannot convert it. Nothing was changed."],
  ] as const)("%s says why", (text, shape, message) => {
    expect(convertToCanonical(rootOf(text), shape)).toEqual({ ok: false, error: { message } });
  });

  it("a Retell chat can", () => {
    const result = convertToCanonical(rootOf('{"event":"chat_ended","chat":{"chat_id":"x","transcript":"User: Hi"}}'), "retell-webhook");
    expect(result.ok && JSON.parse(result.value.text)).toEqual({ call: { externalId: "x" }, transcript: { turns: [{ role: "user", content: "Hi" }] }, metadata: { convertedFrom: "retell", event: "chat_ended" } });
  });

  it("an old Retell body with data for call can", () => {
    const result = convertToCanonical(rootOf('{"event":"call_ended","data":{"call_id":"r"}}'), "retell-webhook");
    expect(result.ok && JSON.parse(result.value.text)).toMatchObject({ call: { externalId: "r" } });
  });
});
