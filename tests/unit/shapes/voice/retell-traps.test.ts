import { describe, expect, it } from "vitest";
import { sourceOf } from "./source-of";

const CALL = { call_id: "r", agent_id: "a", call_type: "phone_call", call_status: "ended" };
const SAID = { transcript: "User: Hi" };

describe("a Retell call of the API", () => {
  it.each([
    [{ duration_ms: 35_303, start_timestamp: 1_772_443_805_000, end_timestamp: 1_772_443_900_000 }, 35],
    [{ duration_ms: 35_500 }, 36],
    [{ start_timestamp: 1_772_443_805, end_timestamp: 1_772_443_815 }, 10],
    [{ start_timestamp: "2026-03-02T09:30:05Z", end_timestamp: "2026-03-02T09:30:15Z", call_cost: { total_duration_seconds: 99 } }, 10],
  ])("lasts with %j so many seconds", (parts, seconds) => {
    expect(sourceOf({ ...CALL, ...SAID, ...parts }).call.call["durationSeconds"]).toBe(seconds);
  });

  it.each([
    [456, 4.56],
    [4.56, 0.0456],
    [0.1, 0.001],
    [0, 0],
  ])("of %s cents costs so many dollars", (combined_cost, dollars) => {
    expect(sourceOf({ ...CALL, ...SAID, call_cost: { combined_cost } }).call.call["cost"]).toBe(dollars);
  });

  it.each([
    ["inbound", "+15550123", { number: "+15550123" }],
    ["outbound", "+15550123", { number: "+15550100" }],
    ["inbound", "anonymous", undefined],
    ["inbound", "Restricted", undefined],
    [undefined, "+15550123", undefined],
  ])("of the direction %s from %s has the customer %j", (direction, from_number, customer) => {
    expect(sourceOf({ ...CALL, ...SAID, direction, from_number, to_number: "+15550100" }).call.call["customer"]).toEqual(customer);
  });

  it("never carries a web call's access token", () => {
    const { call, entryOf } = sourceOf({ ...CALL, ...SAID, access_token: "door-1", metadata: { accessToken: "door-2", seat: 4 } });
    expect(call.metadata["metadata"]).toEqual({ seat: 4 });
    expect(JSON.stringify(call)).not.toContain("door-");
    expect(entryOf("access_token")).toMatchObject({ kind: "dropped", reason: "A secret is never carried", before: "(a secret, not shown)" });
  });

  it.each([
    ["registered", "unfinished : Retell says that this call is registered, so it may have gone on after this was written."],
    ["ongoing", "unfinished : Retell says that this call is ongoing, so it may have gone on after this was written."],
    ["ended", undefined],
    ["error", undefined],
  ])("of the state %s leaves the remark: %s", (call_status, remark) => {
    expect(sourceOf({ ...CALL, ...SAID, call_status }).remarks[0]).toBe(remark);
  });

  it("that was never connected says why", () => {
    expect(sourceOf({ ...CALL, call_status: "not_connected", disconnection_reason: "dial_busy", duration_ms: 0, transcript: "" }).remarks).toEqual(["no-talk : Retell never connected this call (dial_busy)."]);
  });

  it("merges pieces of one sentence unless told otherwise", () => {
    const words = (start: number, end: number): unknown => [{ start, end }];
    const transcript_object = [{ role: "agent", content: "One ", words: words(1, 2) }, { role: "agent", content: "two", words: words(2.29, 3) }, { role: "agent", content: "three", words: words(3.3, 4) }];
    expect(sourceOf({ ...CALL, transcript_object }).turns).toEqual(["assistant|One two|1|3", "assistant|three|3.3|4"]);
    expect(sourceOf({ ...CALL, transcript_object }, { "option:merge-pieces": "off" }).turns).toHaveLength(3);
  });

  it("leaves steps between nodes out unless told otherwise", () => {
    const transcript_object = [{ role: "user", content: "Hi" }, { role: "state_transition", former_state_name: "a", new_state_name: "b", time_sec: 2 }];
    expect(sourceOf({ ...CALL, transcript_object }).turns).toEqual(["user|Hi|-|-"]);
    expect(sourceOf({ ...CALL, transcript_object }, { "option:retell-transitions": "keep" }).turns).toEqual(["user|Hi|-|-", "tool|state transition: a -> b|2|2"]);
  });

  it("flags words of the agent that share one time, and not a single word or a key press", () => {
    const at = (content: string, role = "agent"): unknown => ({ role, content, words: [{ start: 2, end: 2 }] });
    const { remarks } = sourceOf({ ...CALL, transcript_object: [at("Hello there"), at("Hello"), at("Hello there", "user"), { role: "dtmf", digit: "1", time_sec: 3 }] });
    expect(remarks).toEqual(["doubtful transcript.turns[0].content: All words of this turn have one time, so the caller most likely never heard it."]);
  });

  it("accepts custom analysis as an object and as a list", () => {
    for (const custom_analysis_data of [{}, []]) expect(sourceOf({ ...CALL, ...SAID, call_analysis: { custom_analysis_data } }).call.metadata["call_analysis"]).toEqual({ custom_analysis_data });
  });
});

describe("a Retell chat", () => {
  it("counts cents and milliseconds", () => {
    const { call } = sourceOf({ chat_id: "c", agent_id: "a", chat_status: "ended", start_timestamp: 1_772_443_805_000, end_timestamp: 1_772_443_806_500, chat_cost: { combined_cost: 7 }, transcript: "Agent: Hello\nUser: Hi" });
    expect([call.call["durationSeconds"], call.call["cost"], call.call["startedAt"]]).toEqual([2, 0.07, "2026-03-02T09:30:05Z"]);
  });

  it("counts from its first message where that is before its start, and says so", () => {
    const { turns, remarks } = sourceOf({ chat_id: "c", agent_id: "a", chat_status: "ended", start_timestamp: 1_772_443_805_000, message_with_tool_calls: [{ role: "user", content: "Hi", created_timestamp: 1_772_443_800_590 }, { role: "agent", content: "Hello", created_timestamp: 1_772_443_806_000 }] });
    expect(turns).toEqual(["user|Hi|0|-", "assistant|Hello|5.41|-"]);
    expect(remarks).toEqual(["doubtful call.startedAt: The source has turns before this start, so the turns' seconds count from the earliest of them."]);
  });
});
