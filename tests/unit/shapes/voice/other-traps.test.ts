import { describe, expect, it } from "vitest";
import { sourceOf } from "./source-of";

describe("an ElevenLabs conversation", () => {
  const turn = { role: "user", message: "Hi", time_in_call_secs: 1 };
  const conversation = (metadata: Record<string, unknown>, parts: Record<string, unknown> = {}): ReturnType<typeof sourceOf> => sourceOf({ conversation_id: "c", agent_id: "a", status: "done", transcript: [turn], metadata, ...parts });

  it("costs dollars only where it says dollars, and credits stay credits", () => {
    const credits = conversation({ cost: 713 }).call;
    expect([credits.call["cost"], credits.metadata["cost_credits"]]).toEqual([undefined, 713]);
    expect(conversation({ cost: 713, cost_fiat: 0.14 }).call.call["cost"]).toBe(0.14);
    expect(conversation({ charging: { llm_price: 0.01 } }).call.call["cost"]).toBeUndefined();
  });

  it.each(["initiated", "in-progress", "processing"])("of the status %s may still grow", (status) => {
    expect(conversation({}, { status }).remarks).toEqual([`unfinished : ElevenLabs says that this conversation is ${status}, so its transcript may still grow.`]);
  });

  it("takes its version from version_id, else branch_id", () => {
    expect(conversation({}, { version_id: "v1", branch_id: "b1" }).call.version).toBe("v1");
    expect(conversation({}, { branch_id: "b1" }).call.version).toBe("b1");
  });

  it("starts when it was accepted where no start is given, and never when the webhook was sent", () => {
    expect(conversation({ accepted_time_unix_secs: 1_772_443_805 }).call.call["startedAt"]).toBe("2026-03-02T09:30:05Z");
    expect(sourceOf({ type: "post_call_transcription", event_timestamp: 1_772_443_805, data: { conversation_id: "c", agent_id: "a", transcript: [turn] } }).call.call["startedAt"]).toBeUndefined();
  });

  it("never takes a user's id for a name", () => {
    expect(conversation({}, { user_id: "u-1" }).call.call["customer"]).toBeUndefined();
  });

  it("keeps the list's order where seconds are equal or fall", () => {
    expect(conversation({}, { transcript: [{ ...turn, time_in_call_secs: 7 }, { ...turn, role: "agent", time_in_call_secs: 7 }, { ...turn, time_in_call_secs: 6 }] }).turns).toEqual(["user|Hi|7|-", "assistant|Hi|7|-", "user|Hi|6|-"]);
  });

  it("cuts a reason of 101 characters to 100 and keeps it whole", () => {
    const { call } = conversation({ termination_reason: "é".repeat(101) });
    expect([call.call["endedReason"], call.metadata["termination_reason"]]).toEqual(["é".repeat(100), "é".repeat(101)]);
  });
});

describe("a Bland call", () => {
  const call = (parts: Record<string, unknown>): ReturnType<typeof sourceOf> => sourceOf({ call_id: "b", pathway_id: "p", queue_status: "complete", ...parts });
  const talk = (count: number): unknown => Array.from({ length: count }, (_, index) => ({ user: index % 2 === 0 ? "user" : "assistant", text: `Turn ${index}` }));

  it.each([
    [{ corrected_duration: "40", call_length: 99 }, 40],
    [{ corrected_duration: 40.5 }, 41],
    [{ corrected_duration: "1:33" }, 93],
    [{ started_at: "2026-03-02T09:30:05Z", end_at: "2026-03-02T09:30:15Z", call_length: 99 }, 10],
    [{ call_length: 0.6667 }, 40],
    [{ call_length: "0.5" }, 30],
    [{ call_length: "1:02:03" }, 3723],
    [{ call_length: -1 }, undefined],
  ])("lasts with %j so many seconds", (parts, seconds) => {
    expect(call(parts).call.call["durationSeconds"]).toBe(seconds);
  });

  it("is asked for its unit only where its length and its words disagree", () => {
    expect(call({ call_length: 25, transcripts: talk(24) }).questions).toEqual(["unit:bland-call-length"]);
    expect(call({ call_length: 25, transcripts: talk(25) }).questions).toEqual([]);
    expect(call({ call_length: 20, transcripts: talk(2) }).questions).toEqual([]);
    expect(call({ call_length: 25 }).questions).toEqual([]);
  });

  it.each([
    [{ error_message: "Busy", call_ended_by: "USER" }, "Busy"],
    [{ call_ended_by: "USER" }, "ended by user"],
    [{ call_ended_by: "ASSISTANT", answered_by: "voicemail" }, "ended by assistant, answered by voicemail"],
    [{ answered_by: "unknown" }, undefined],
  ])("of %j ended so", (parts, reason) => {
    expect(call(parts).call.call["endedReason"]).toBe(reason);
  });

  it.each([
    [true, { number: "+15550123" }],
    [false, { number: "+15550100" }],
    [null, undefined],
  ])("inbound: %s has the customer %j", (inbound, customer) => {
    expect(call({ inbound, from: "+15550123", to: "+15550100" }).call.call["customer"]).toEqual(customer);
  });

  it("has no turn times where one phrase lacks its time", () => {
    const times = ["2026-03-02T09:30:10Z", "2026-03-02T09:30:05Z"];
    expect(call({ transcripts: times.map((created_at) => ({ user: "user", text: "Hi", created_at })) }).turns).toEqual(["user|Hi|5|-", "user|Hi|0|-"]);
    expect(call({ transcripts: [...times, null].map((created_at) => ({ user: "user", text: "Hi", created_at })) }).turns).toEqual(["user|Hi|-|-", "user|Hi|-|-", "user|Hi|-|-"]);
  });

  it("passed on at once says that it has no transcript", () => {
    expect(call({ transcripts: [], corrected_duration: "900", completed: true }).remarks).toEqual(["no-talk : Bland has no transcript of this call: nobody spoke, or it was passed on at once."]);
  });
});

describe("a LiveKit history", () => {
  const message = (role: string, content: unknown, parts: Record<string, unknown> = {}): unknown => ({ type: "message", role, content, interrupted: false, ...parts });

  it("without times is normal", () => {
    expect(sourceOf({ items: [message("user", ["Hi"])] }, { agent: "a" }).remarks.filter((remark) => !remark.startsWith("guessed call.externalId"))).toEqual([]);
  });

  it.each([
    [{ started_at: 1_772_443_800, audio_recording_started_at: 1_772_443_801 }, "2026-03-02T09:30:00Z", "user|Hi|5|-"],
    [{ audio_recording_started_at: 1_772_443_801 }, "2026-03-02T09:30:01Z", "user|Hi|4|-"],
    [{}, "2026-03-02T09:30:05Z", "user|Hi|0|-"],
  ])("starts with %j at %s", (parts, startedAt, turn) => {
    const { call, turns } = sourceOf({ ...parts, items: [message("user", ["Hi"], { created_at: 1_772_443_805 })] });
    expect([call.call["startedAt"], turns]).toEqual([startedAt, [turn]]);
  });

  it("takes what speech makers call marks out of the agent's words, and out of nobody else's", () => {
    const said = 'Hi <break time="1s"/>there, a < b <b>x</b>';
    expect(sourceOf({ items: [message("assistant", [said]), message("user", [said])] }).turns).toEqual(["assistant|Hi there, a < b <b>x</b>|-|-", `user|${said}|-|-`]);
  });

  it("never carries the file that a recording was written to", () => {
    expect(sourceOf({ room_id: "R", job_id: "J", audio_recording_path: "/tmp/a.ogg", chat_history: { items: [message("user", ["Hi"])] } }).call.call["recordingUrl"]).toBeUndefined();
  });

  it("prefers the room's id to the job's, and both to the room's name", () => {
    const idOf = (parts: Record<string, unknown>): unknown => sourceOf({ ...parts, events: [], options: {}, chat_history: { items: [message("user", ["Hi"])] } }).call.call["externalId"];
    expect([idOf({ room_id: "R", job_id: "J", room: "name" }), idOf({ job_id: "J", room: "name" }), idOf({ room: "name" })]).toEqual(["R", "J", "name"]);
  });

  it("makes the same id of the same words, whatever the white space, and another of others", () => {
    const idOf = (text: string): unknown => sourceOf({ items: [message("user", [text])] }).call.call["externalId"];
    expect(idOf("Hi  there ")).toBe(idOf("Hi there"));
    expect(idOf("Hi there")).not.toBe(idOf("Hi, there"));
  });
});
