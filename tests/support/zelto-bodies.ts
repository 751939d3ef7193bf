/*
 * Bodies for the upload endpoint, written by us. Fixed, so that expected values can be written down by hand.
 */

export function canonicalBody(externalId: string, overrides: Readonly<Record<string, unknown>> = {}) {
  return {
    agent: { externalId: "booking-bot", name: "Booking bot" },
    call: {
      externalId,
      startedAt: "2025-03-04T09:30:00Z",
      endedAt: "2025-03-04T09:30:42Z",
      endedReason: "customer-ended-call",
      cost: 0.07,
      customer: { number: "+15550100", name: "Sam Example" },
    },
    transcript: {
      turns: [
        { role: "assistant", content: "Hello, how can I help?", startSeconds: 0, endSeconds: 2.1 },
        { role: "user", content: "I would like to move my appointment.", startSeconds: 2.6, endSeconds: 5 },
      ],
    },
    metadata: { channel: "phone" },
    ...overrides,
  };
}

export function vapiBody(callId: string, type = "end-of-call-report") {
  return {
    message: {
      type,
      endedReason: "customer-ended-call",
      cost: 0.1234,
      startedAt: "2025-03-04T09:30:00.000Z",
      endedAt: "2025-03-04T09:30:12.400Z",
      call: { id: callId, assistantId: "0b9c7a44-52f1-4d0e-8a63-f7b1c2d3e4f5" },
      customer: { number: "+15550101" },
      artifact: {
        recordingUrl: "https://audio.example/vapi.wav",
        messages: [
          { role: "system", message: "You are a receptionist.", time: 1_741_080_600_000, secondsFromStart: 0 },
          { role: "bot", message: "Good morning.", time: 1_741_080_601_000, endTime: 1_741_080_602_500, secondsFromStart: 1 },
          { role: "tool_calls", toolCalls: [{ function: { name: "lookup", arguments: "{}" } }], time: 1_741_080_603_000, secondsFromStart: 3 },
          { role: "tool_call_result", result: "free at 10", time: 1_741_080_604_000, secondsFromStart: 4 },
          { role: "user", message: "Ten is fine.", time: 1_741_080_605_000, endTime: 1_741_080_606_000, secondsFromStart: 5 },
        ],
      },
    },
  };
}

export function retellBody(callId: string, event = "call_ended") {
  return {
    event,
    call: {
      call_id: callId,
      agent_id: "agent_renewals",
      agent_name: "Renewals",
      disconnection_reason: "user_hangup",
      duration_ms: 41_600,
      recording_url: "https://audio.example/retell.wav",
      call_cost: { combined_cost: 4.5 },
      transcript_object: [
        { role: "agent", content: "Hi there.", words: [{ word: "Hi", start: 0.2, end: 0.4 }, { word: "there", start: 0.5, end: 0.9 }] },
        { role: "user", content: "Hello.", words: [] },
      ],
    },
  };
}
