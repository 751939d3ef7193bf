import { describe, expect, it } from "vitest";
import { callOf, entryOf, turnsOf, vapi } from "./conversion-of";

const SAID = [{ role: "user", message: "Hi", secondsFromStart: 1 }];
const T = 1_772_443_805_000;

describe("a Vapi end-of-call-report", () => {
  it("becomes exactly this call", () => {
    const { text, receipt } = vapi({
      endedReason: "customer-ended-call",
      startedAt: "2026-03-02T09:30:05.000Z",
      endedAt: "2026-03-02T09:30:30.500Z",
      cost: 0.1,
      call: { id: "v-1", type: "outboundPhoneCall", assistantId: "a-1" },
      assistant: { name: "Ann" },
      customer: { number: "+15550100", name: "Şule" },
      analysis: { summary: "Short", other: 1 },
      artifact: {
        recordingUrl: "https://example.com/a.wav",
        messages: [
          { role: "system", message: "Be kind", time: T, secondsFromStart: 0 },
          { role: "bot", message: "Hello", time: T + 1200, endTime: T + 2700, secondsFromStart: 1.2 },
          { role: "user", message: "Bye", time: T + 3000, endTime: T + 3500, secondsFromStart: 3 },
        ],
      },
    });
    expect(text).toBe(`{
  "agent": {
    "externalId": "a-1",
    "name": "Ann"
  },
  "call": {
    "externalId": "v-1",
    "startedAt": "2026-03-02T09:30:05.000Z",
    "endedAt": "2026-03-02T09:30:30.500Z",
    "durationSeconds": 26,
    "endedReason": "customer-ended-call",
    "cost": 0.1,
    "recordingUrl": "https://example.com/a.wav",
    "customer": {
      "number": "+15550100",
      "name": "Şule"
    }
  },
  "transcript": {
    "turns": [
      {
        "role": "assistant",
        "content": "Hello",
        "startSeconds": 1.2,
        "endSeconds": 2.7
      },
      {
        "role": "user",
        "content": "Bye",
        "startSeconds": 3,
        "endSeconds": 3.5
      }
    ]
  },
  "systemPrompt": "Be kind",
  "metadata": {
    "convertedFrom": "vapi",
    "type": "end-of-call-report",
    "callType": "outboundPhoneCall",
    "direction": "outbound",
    "analysis": {
      "summary": "Short"
    }
  }
}`);
    expect({ carried: receipt.carried, changed: receipt.changed, dropped: receipt.dropped }).toEqual({ carried: 19, changed: 5, dropped: 4 });
    expect(receipt.entries.filter(({ kind }) => kind !== "carried").map(({ from, kind, to, before, after }) => [from, kind, to, before, after])).toEqual([
      ["message.analysis.other", "dropped", undefined, "1", undefined],
      ["message.artifact.messages[0].role", "dropped", undefined, "system", undefined],
      ["message.artifact.messages[0].time", "dropped", undefined, "1772443805000", undefined],
      ["message.artifact.messages[0].secondsFromStart", "dropped", undefined, "0", undefined],
      ["message.artifact.messages[1].role", "changed", "transcript.turns[0].role", "bot", "assistant"],
      ["message.artifact.messages[1].time", "changed", "transcript.turns[0].endSeconds", "1772443806200", "2.7"],
      ["message.artifact.messages[1].endTime", "changed", "transcript.turns[0].endSeconds", "1772443807700", "2.7"],
      ["message.artifact.messages[2].time", "changed", "transcript.turns[1].endSeconds", "1772443808000", "3.5"],
      ["message.artifact.messages[2].endTime", "changed", "transcript.turns[1].endSeconds", "1772443808500", "3.5"],
    ]);
  });

  it("takes one list of messages and never joins two: the longest, the artifact's first", () => {
    expect(turnsOf(vapi({ artifact: { messages: [] }, messages: SAID }))).toEqual(["user|Hi|1|-"]);
    const three = { artifact: { messages: SAID }, messages: SAID, call: { messages: SAID } };
    expect(turnsOf(vapi(three))).toEqual(["user|Hi|1|-"]);
    expect(entryOf(vapi(three), "message.artifact.messages[0].message").kind).toBe("carried");
    expect(entryOf(vapi(three), "message.messages[0].message").reason).toBe("The conversation stands in the body more than once, and one form of it was taken");
    expect(turnsOf(vapi({ artifact: { messages: SAID }, messages: [...SAID, { role: "bot", message: "Yes" }] }))).toEqual(["user|Hi|1|-", "assistant|Yes|-|-"]);
  });

  it("falls back to OpenAI-style messages, tool calls and answers included", () => {
    const messagesOpenAIFormatted = [
      { role: "system", content: [{ type: "text", text: "Be" }, { type: "text", text: "kind" }, { type: "image" }] },
      { role: "assistant", content: "Let me see.", tool_calls: [{ id: "t1", type: "function", function: { name: "look", arguments: '{"a":1}' } }, { id: "t2", name: "count", arguments: { b: 2 } }] },
      { role: "tool", tool_call_id: "t1", content: "" },
      { role: "tool", tool_call_id: "t2", content: { n: 9007199254740993 } },
      { role: "tool", content: "lost" },
      { role: "assistant", content: null },
      { role: "user", content: ["Hello", { type: "text", text: "there" }] },
    ];
    const conversion = vapi({ artifact: { messages: [], messagesOpenAIFormatted } });
    expect(turnsOf(conversion)).toEqual([
      "assistant|Let me see.|-|-",
      'tool|look({"a":1})\ncount({"b":2})|-|-',
      "tool|look -> (empty result)|-|-",
      'tool|count -> {"n":9007199254740992}|-|-',
      "tool|tool -> lost|-|-",
      "user|Hello\nthere|-|-",
    ]);
    expect(callOf(conversion)["systemPrompt"]).toBe("Be\nkind");
    expect(entryOf(conversion, "message.artifact.messagesOpenAIFormatted[5].content")).toMatchObject({ kind: "dropped", reason: "It says nothing, and Zelto refuses a turn without text" });
  });

  it("falls back to the transcript's labels, and to metadata where there are none", () => {
    const labelled = vapi({ artifact: { transcript: "\nAI: Hello\nhow are you?\nUser: Fine\n\nai:  \n" } });
    expect(turnsOf(labelled)).toEqual(["assistant|Hello\nhow are you?|-|-", "user|Fine|-|-"]);
    expect(entryOf(labelled, "message.artifact.transcript")).toMatchObject({ kind: "changed", to: "transcript.turns[0].content" });
    const bare = vapi({ transcript: "Hello how are you" });
    expect(turnsOf(bare)).toEqual([]);
    expect(callOf(bare).metadata["transcript"]).toBe("Hello how are you");
    expect(turnsOf(vapi({ transcript: "AI: " }))).toEqual([]);
    expect(turnsOf(vapi({ messages: [{ role: "bot", message: " " }], transcript: "AI: Hello" }))).toEqual(["assistant|Hello|-|-"]);
  });

  it("reads what a conversation-update has so far", () => {
    expect(turnsOf(vapi({ type: "conversation-update", conversation: [{ role: "user", content: "Hi" }] }))).toEqual(["user|Hi|-|-"]);
  });

  it("writes tool calls and their answers as text, and drops blank messages", () => {
    const conversion = vapi({
      messages: [
        { role: "tool_calls", message: "", toolCalls: [{ id: "t1", function: { name: "book", arguments: '{"day":"Fri"}' } }], secondsFromStart: 1 },
        { role: "tool_call_result", toolCallId: "t1", result: "ok", secondsFromStart: 2 },
        { role: "tool_call_result", name: "other", result: "", secondsFromStart: 3 },
        { role: "bot", message: " \n", secondsFromStart: 4 },
        { role: "bot", message: "Booked", secondsFromStart: 5 },
      ],
    });
    expect(turnsOf(conversion)).toEqual(['tool|book({"day":"Fri"})|1|-', "tool|book -> ok|2|-", "tool|other -> (empty result)|3|-", "assistant|Booked|5|-"]);
    expect(entryOf(conversion, "message.messages[3].message").reason).toBe("It says nothing, and Zelto refuses a turn without text");
  });

  it("keeps a role word that nobody knows, so that a person sees it", () => {
    expect(turnsOf(vapi({ messages: [{ role: "speaker 2", message: "Hi" }, { message: "Who?" }] }))).toEqual(["speaker 2|Hi|-|-", "unknown|Who?|-|-"]);
  });

  it("keeps system messages after the first as turns", () => {
    const conversion = vapi({ messages: [{ role: "system", message: "One" }, { role: "bot", message: "Hi" }, { role: "system", message: "Two" }] });
    expect(callOf(conversion)["systemPrompt"]).toBe("One");
    expect(turnsOf(conversion)).toEqual(["assistant|Hi|-|-", "system|Two|-|-"]);
  });

  it("takes the prompt of an inline assistant where no message has one", () => {
    const model = { messages: [{ role: "user", content: "no" }, { role: "system", content: "Be brief" }] };
    expect(callOf(vapi({ messages: SAID, assistant: { model } }))["systemPrompt"]).toBe("Be brief");
  });
});

describe("Vapi's clock", () => {
  const at = (secondsFromStart: number | undefined, time?: number, endTime?: number): Record<string, unknown> => ({ role: "user", message: "x", secondsFromStart, time, endTime });

  it("is rebuilt from the time of day where the offsets restart after a transfer", () => {
    const conversion = vapi({ messages: [at(1.5, T + 1500, T + 2500), at(9, T + 9000), at(0, T + 12_000.4, T + 12_750), at(2, T + 14_000)] });
    expect(turnsOf(conversion)).toEqual(["user|x|1.5|2.5", "user|x|9|-", "user|x|12|12.75", "user|x|14|-"]);
    expect(entryOf(conversion, "message.messages[0].secondsFromStart").reason).toBe("The offsets restart in the middle of the call, so all are worked out from the clock");
  });

  it("is trusted where offsets only overlap a little", () => {
    expect(turnsOf(vapi({ messages: [at(5, T + 5000), at(4, T + 9000)] }))).toEqual(["user|x|5|-", "user|x|4|-"]);
  });

  it("leaves times out where they restart and there is no time of day", () => {
    expect(turnsOf(vapi({ messages: [at(5), at(0)] }))).toEqual(["user|x|-|-", "user|x|-|-"]);
  });

  it("counts from the call's start where there are no offsets, from the first message where that is earlier", () => {
    expect(turnsOf(vapi({ startedAt: "2026-03-02T09:30:05Z", messages: [at(undefined, T + 3000, T + 4000), at(undefined, T + 6000)] }))).toEqual(["user|x|3|4", "user|x|6|-"]);
    expect(turnsOf(vapi({ startedAt: "2026-03-02T09:30:09.410Z", messages: [at(undefined, T), at(undefined, T + 6000)] }))).toEqual(["user|x|0|-", "user|x|6|-"]);
    expect(turnsOf(vapi({ messages: [at(undefined, T), at(undefined, T + 6000)] }))).toEqual(["user|x|0|-", "user|x|6|-"]);
  });

  it("writes a little below 0 as 0 and leaves out what is further below", () => {
    const conversion = vapi({ messages: [at(-0.4, T, T + 1000), at(-1, T, T + 1000)] });
    expect(turnsOf(conversion)).toEqual(["user|x|0|1", "user|x|-|-"]);
    expect(entryOf(conversion, "message.messages[0].secondsFromStart").reason).toBe("A little below 0, written as 0");
    expect(entryOf(conversion, "message.messages[1].secondsFromStart").reason).toBe("Too far below 0 to mean anything");
  });

  it("rounds to 3 decimals and keeps the digits of what needs no rounding", () => {
    const { text } = vapi({ messages: [at(10.200999999999999, T, T + 0.4)] });
    expect(text).toContain('"startSeconds": 10.201,\n        "endSeconds": 10.201');
  });

  it("leaves out an end before its start", () => {
    expect(turnsOf(vapi({ messages: [at(3, T, T - 1)] }))).toEqual(["user|x|3|-"]);
  });

  it("dates a call without start and end by its messages, and without those by its creation", () => {
    const dated = vapi({ call: { createdAt: "2026-01-01T00:00:00Z" }, messages: [at(0, T), at(2, T + 2000, T + 6600)] });
    expect(callOf(dated).call).toEqual({ startedAt: "2026-03-02T09:30:05Z", endedAt: "2026-03-02T09:30:11.600Z", durationSeconds: 7 });
    expect(entryOf(dated, "message.messages[0].time").reason).toBe("The first message's time: the body states no start");
    expect(callOf(vapi({ call: { createdAt: "2026-01-01T00:00:00Z" }, messages: SAID })).call).toEqual({ startedAt: "2026-01-01T00:00:00Z" });
  });

  it("takes the start from the message that became the system prompt, and the receipt says so", () => {
    const conversion = vapi({ messages: [{ role: "system", message: "Be kind", time: T }, at(2, T + 2000)] });
    expect(callOf(conversion).call["startedAt"]).toBe("2026-03-02T09:30:05Z");
    expect(entryOf(conversion, "message.messages[0].time")).toMatchObject({ kind: "changed", to: "call.startedAt" });
  });

  it.each([
    [{ durationSeconds: 25.5 }, 26, { durationSeconds: 25.5 }],
    [{ durationSeconds: 25 }, 25, {}],
    [{ durationSeconds: "11" }, 11, { durationSeconds: "11" }],
    [{ durationSeconds: -1, durationMs: 2499 }, 2, { durationMs: 2499 }],
    [{ durationMinutes: 1.5 }, 90, { durationMinutes: 1.5 }],
  ])("takes the duration of %j in whole seconds, the exact value stays in metadata", (message, seconds, kept) => {
    const call = callOf(vapi({ ...message, messages: SAID }));
    expect(call.call["durationSeconds"]).toBe(seconds);
    expect(call.metadata).toEqual({ convertedFrom: "vapi", type: "end-of-call-report", ...kept });
  });

  it("keeps a start that has no zone in metadata", () => {
    const call = callOf(vapi({ startedAt: "2026-03-02T09:30:05", messages: SAID }));
    expect([call.call["startedAt"], call.metadata["startedAt"]]).toEqual([undefined, "2026-03-02T09:30:05"]);
  });

  it("takes a start in milliseconds since the epoch", () => {
    expect(callOf(vapi({ startedAt: T, messages: SAID })).call["startedAt"]).toBe("2026-03-02T09:30:05Z");
  });
});

describe("Vapi's other fields", () => {
  it("cuts an endedReason of 121 characters to 100 and keeps the whole in metadata", () => {
    const whole = `pipeline-error-${"x".repeat(106)}`;
    const conversion = vapi({ endedReason: whole });
    expect(callOf(conversion).call["endedReason"]).toBe(whole.slice(0, 100));
    expect(callOf(conversion).metadata["endedReason"]).toBe(whole);
    expect(entryOf(conversion, "message.endedReason")).toMatchObject({ kind: "changed", reason: "Cut to 100 characters; the whole text stands in metadata.endedReason" });
  });

  it.each(["anonymous", "Unknown", " restricted ", "PRIVATE"])("makes no receiver of the number %j", (number) => {
    const call = callOf(vapi({ customer: { number } }));
    expect([call.call["customer"], call.metadata["customerNumber"]]).toEqual([undefined, number]);
  });

  it("takes a SIP address where there is no number, and leaves one of 51 characters in metadata", () => {
    expect(callOf(vapi({ call: { customer: { sipUri: "sip:ann@example.com" } } })).call["customer"]).toEqual({ number: "sip:ann@example.com" });
    expect(callOf(vapi({ customer: { number: "9".repeat(51) } })).metadata["customerNumber"]).toBe("9".repeat(51));
    expect(callOf(vapi({ customer: { number: 15550100, name: "Ann" } })).call["customer"]).toEqual({ name: "Ann" });
  });

  it.each([
    [{ call: { assistantId: "a", squadId: "s" } }, "a"],
    [{ assistant: { id: "b" } }, "b"],
    [{ assistantId: "c" }, "c"],
    [{ call: { squadId: "s", workflowId: "w" } }, "s"],
    [{ call: { workflowId: "w" } }, "w"],
  ])("names the agent of %j", (message, externalId) => {
    expect(callOf(vapi(message))["agent"]).toEqual({ externalId });
  });

  it("takes no agent and no id where there are none", () => {
    expect(Object.keys(callOf(vapi({ messages: SAID })))).toEqual(["call", "transcript", "metadata"]);
    expect(callOf(vapi({ messages: SAID, call: { id: " " } })).call).toEqual({});
  });

  it.each([
    [{ cost: 0.10 }, 0.1],
    [{ cost: null, costBreakdown: { total: 0.2 } }, 0.2],
    [{ cost: "0.30" }, 0.3],
    [{ cost: -1 }, undefined],
  ])("takes the cost of %j", (message, cost) => {
    expect(callOf(vapi(message)).call["cost"]).toBe(cost);
  });

  it("takes version 0 as a text", () => {
    expect(callOf(vapi({ assistantVersion: 0 }))["version"]).toBe("0");
  });

  it.each([
    [{ artifact: { recording: { mono: { combinedUrl: "https://e.co/m" }, stereoUrl: "https://e.co/s" } } }, "https://e.co/m"],
    [{ artifact: { recording: { stereoUrl: "https://e.co/s" } } }, "https://e.co/s"],
    [{ artifact: { stereoRecordingUrl: "https://e.co/t" } }, "https://e.co/t"],
    [{ recordingUrl: `https://e.co/${"x".repeat(2048)}`, stereoRecordingUrl: "https://e.co/t" }, "https://e.co/t"],
  ])("takes the recording of %j", (message, url) => {
    expect(callOf(vapi(message)).call["recordingUrl"]).toBe(url);
  });

  it("says why a recording was not taken", () => {
    const conversion = vapi({ recordingUrl: `https://e.co/${"x".repeat(2048)}` });
    expect(entryOf(conversion, "message.recordingUrl")).toMatchObject({ kind: "dropped", reason: "Longer than the 2048 characters that call.recordingUrl may have" });
  });
});
