import { describe, expect, it } from "vitest";
import { PROBLEM_CODES, type ProblemCode } from "@/lib/core/problems/problem-codes";
import type { ProblemContext } from "@/lib/core/problems/problem-context";
import { RULES } from "@/lib/core/problems/rules";
import { parseJson } from "@/lib/core/text/scan-json";
import { reportProblems } from "@/lib/core/problems/report-problems";
import { formatPath } from "@/lib/core/text/json-path";
import { callText, onlyProblem, reportOf, turnsText } from "./report-of";

interface Example {
  readonly code: ProblemCode;
  readonly text: string;
  readonly path: string;
  readonly title: string;
  readonly fixes: readonly string[];
  readonly context?: Partial<ProblemContext>;
}

const KNOWN = [{ id: "11111111-1111-4111-8111-111111111111", externalId: "booking-bot", name: "Booking bot" }];
const OTHER_ID = "22222222-2222-4222-8222-222222222222";
const VAPI_REPORT = '{"message":{"type":"end-of-call-report","call":{"id":"v-1"},"artifact":{"messages":[{"role":"user","message":"Hi"}]}}}';

const EXAMPLES: readonly Example[] = [
  { code: "not_object", text: "[1]", path: "", title: "A call is an object, and this is a list", fixes: [] },
  { code: "missing_field", text: callText({ call: {} }), path: "call.externalId", title: "Call external ID is missing", fixes: [] },
  { code: "missing_field", text: turnsText([{ role: "user" }]), path: "transcript.turns[0].content", title: "Turn 1: Text is missing", fixes: ["Delete turn 1"] },
  { code: "missing_field", text: turnsText([{ content: "Hi" }]), path: "transcript.turns[0].role", title: "Turn 1: Role is missing", fixes: ["Set the role to user", "Set the role to assistant"] },
  { code: "missing_field", text: callText({ transcript: {} }), path: "transcript.turns", title: "List of turns is missing", fixes: ["Leave transcript out"] },
  { code: "null_value", text: callText({ version: null }), path: "version", title: "Version is null", fixes: ["Leave version out"] },
  { code: "null_value", text: callText({ call: { externalId: null } }), path: "call.externalId", title: "Call external ID is null", fixes: [] },
  { code: "wrong_type", text: callText({ version: 3 }), path: "version", title: "Version is a number, and has to be a text", fixes: ["Write as a text", "Leave version out"] },
  { code: "wrong_type", text: turnsText(["Hello"]), path: "transcript.turns[0]", title: "Turn 1 is a text, and has to be an object", fixes: ["Delete turn 1"] },
  { code: "wrong_type", text: callText({ transcript: [] }), path: "transcript", title: "Transcript is a list, and has to be an object", fixes: ["Put the list into transcript.turns", "Leave transcript out"] },
  { code: "wrong_type", text: callText({ call: { externalId: "c", cost: "0.25" } }), path: "call.cost", title: "Cost (USD) is a text, and has to be a number", fixes: ["Write as the number 0.25", "Leave cost out"] },
  { code: "wrong_type", text: callText({ call: { externalId: "c", startedAt: 1772443805000 } }), path: "call.startedAt", title: "Started at is a number, and has to be a date-time", fixes: ["Write as 2026-03-02T09:30:05Z", "Leave startedAt out"] },
  { code: "wrong_type", text: callText({ metadata: [] }), path: "metadata", title: "Metadata is a list, and has to be an object", fixes: ["Leave metadata out"] },
  { code: "wrong_type", text: callText({ systemPrompt: false }), path: "systemPrompt", title: "System prompt is false, and has to be a text", fixes: ["Leave systemPrompt out"] },
  { code: "too_short", text: turnsText([{ role: "user", content: "" }]), path: "transcript.turns[0].content", title: "Turn 1: Text is empty", fixes: ["Delete turn 1"] },
  { code: "too_long", text: callText({ call: { externalId: "c", endedReason: "x".repeat(101) } }), path: "call.endedReason", title: "Ended reason has 101 characters, and 100 are allowed", fixes: ["Cut to 100 characters, keep the whole text in metadata", "Leave endedReason out"] },
  { code: "too_long", text: callText({ call: { externalId: "c", recordingUrl: `https://example.com/${"x".repeat(2029)}` } }), path: "call.recordingUrl", title: "Recording URL has 2,049 characters, and 2,048 are allowed", fixes: ["Leave recordingUrl out"] },
  { code: "too_small", text: turnsText([{ role: "user", content: "Hi", startSeconds: -0.5 }]), path: "transcript.turns[0].startSeconds", title: "Turn 1: Start (seconds) is -0.5, and 0 is the least", fixes: ["Set to 0", "Leave startSeconds out"] },
  { code: "not_integer", text: callText({ call: { externalId: "c", durationSeconds: 25.5 } }), path: "call.durationSeconds", title: "Duration (seconds) is 25.5, and has to be a whole number", fixes: ["Round to 26", "Leave durationSeconds out"] },
  { code: "number_too_large", text: '{"agentId":"11111111-1111-4111-8111-111111111111","call":{"externalId":"c","cost":1e400},"transcript":{"turns":[{"role":"user","content":"Hi"}]}}', path: "call.cost", title: "Cost (USD) is larger than a number can be", fixes: ["Leave cost out"] },
  { code: "not_uuid", text: callText({ agent: undefined, agentId: "booking-bot" }), path: "agentId", title: "Agent ID is not a UUID", fixes: ["Move to agent.externalId", "Leave agentId out"] },
  { code: "not_uuid", text: callText({ agentId: " " }), path: "agentId", title: "Agent ID is not a UUID", fixes: ["Leave agentId out"] },
  { code: "not_date_time", text: callText({ call: { externalId: "c", endedAt: "2026-03-02 09:30:05" } }), path: "call.endedAt", title: "Ended at is not a date-time with its zone", fixes: ["Leave endedAt out"] },
  { code: "not_date_time", text: callText({ call: { externalId: "c", endedAt: "2026-03-02 09:30 UTC" } }), path: "call.endedAt", title: "Ended at is not a date-time with its zone", fixes: ["Write as 2026-03-02T09:30:00Z", "Leave endedAt out"] },
  { code: "role_unknown", text: turnsText([{ role: "bot", content: "Hi" }]), path: "transcript.turns[0].role", title: "Turn 1 has the role “bot”", fixes: ["Set the role to assistant"] },
  { code: "role_unknown", text: turnsText([{ role: "speaker 1", content: "Hi" }]), path: "transcript.turns[0].role", title: "Turn 1 has the role “speaker 1”", fixes: ["Set the role to user", "Set the role to assistant"] },
  { code: "turns_empty", text: turnsText([]), path: "transcript.turns", title: "The transcript has no turns", fixes: ["Leave transcript out"] },
  { code: "agent_reference_missing", text: callText({ agent: undefined }), path: "agent", title: "No agent is named", fixes: [] },
  { code: "unknown_shape", text: '{"messages":[]}', path: "", title: "This is not a shape that Zelto reads", fixes: [] },
  { code: "native_without_header", text: VAPI_REPORT, path: "", title: "A Vapi body under the zelto header", fixes: ["Send under the vapi header"], context: { provider: "zelto" } },
  { code: "header_mismatch", text: callText(), path: "", title: "The header says retell, and this is a canonical call", fixes: ["Send under the zelto header"], context: { provider: "retell" } },
  { code: "header_mismatch", text: VAPI_REPORT, path: "", title: "The header says retell, and this is a Vapi webhook", fixes: ["Send under the vapi header"], context: { provider: "retell" } },
  { code: "event_not_terminal", text: '{"message":{"type":"status-update","status":"ended","call":{"id":"v"}}}', path: "message.type", title: "Vapi's status-update (ended) is not the end of a call", fixes: [] },
  { code: "event_not_terminal", text: '{"event":"call_started","call":{"call_id":"r"}}', path: "event", title: "Retell's call_started is not the end of a call", fixes: [] },
  { code: "nothing_to_store", text: callText({ transcript: undefined }), path: "transcript", title: "There is no transcript and no recording", fixes: [] },
  { code: "nothing_to_store", text: '{"event":"call_ended","call":{"call_id":"r","duration_ms":0,"transcript_object":[]}}', path: "", title: "There is no transcript and no recording", fixes: [] },
  { code: "agent_id_unknown", text: callText({ agentId: OTHER_ID }), path: "agentId", title: "No agent in Zelto has this agent ID", fixes: ["Keep the external ID, leave agentId out"], context: { knownAgents: KNOWN } },
  { code: "recording_not_http", text: callText({ call: { externalId: "c", recordingUrl: "javascript:alert(1)" } }), path: "call.recordingUrl", title: "The recording URL is a javascript: address", fixes: ["Leave recordingUrl out"] },
  { code: "recording_not_http", text: callText({ call: { externalId: "c", recordingUrl: "call.wav" } }), path: "call.recordingUrl", title: "The recording URL is no web address", fixes: ["Leave recordingUrl out"] },
  { code: "unknown_key", text: callText({ call: { externalId: "c", recording_url: "https://example.com/a.wav" } }), path: "call.recording_url", title: "Zelto does not document call.recording_url", fixes: ["Rename to recordingUrl", "Move into metadata"] },
  { code: "unknown_key", text: callText({ durationSeconds: 7 }), path: "durationSeconds", title: "Zelto does not document durationSeconds", fixes: ["Move to call.durationSeconds", "Move into metadata"] },
  { code: "unknown_key", text: callText({ campaign: "spring" }), path: "campaign", title: "Zelto does not document campaign", fixes: ["Move into metadata", "Leave campaign out"] },
  { code: "duplicate_key", text: '{"agent":{"externalId":"a"},"call":{"externalId":"c","cost":1,"cost":2},"transcript":{"turns":[{"role":"user","content":"Hi"}]}}', path: "call.cost", title: "call.cost is there 2 times", fixes: ["Delete the earlier ones"] },
  { code: "both_agent_references", text: callText({ agentId: OTHER_ID }), path: "agentId", title: "Two agents are named", fixes: ["Keep the external ID, leave agentId out", "Keep agentId, leave agent out"] },
  { code: "end_before_start", text: callText({ call: { externalId: "c", startedAt: "2026-03-02T09:30:05Z", endedAt: "2026-03-02T09:30:04Z" } }), path: "call.endedAt", title: "The call ends before it starts", fixes: ["Swap start and end"] },
  { code: "end_before_start", text: turnsText([{ role: "user", content: "Hi", startSeconds: 3, endSeconds: 2 }, { role: "user", content: "Hi", startSeconds: 4.5 }]), path: "transcript.turns[0].endSeconds", title: "Turn 1 ends before it starts", fixes: ["Let it end at 4.5 s", "Swap start and end"] },
  { code: "turn_past_duration", text: turnsText([{ role: "user", content: "Hi", startSeconds: 3, endSeconds: 15.1 }], { durationSeconds: 10 }), path: "transcript.turns[0].endSeconds", title: "Turn 1 lies after the end of the call", fixes: ["Leave endSeconds out"] },
  { code: "durations_disagree", text: callText({ call: { externalId: "c", startedAt: "2026-03-02T09:30:00Z", endedAt: "2026-03-02T09:30:10Z", durationSeconds: 12 } }), path: "call.durationSeconds", title: "The duration says 12 s, the two times say 10 s", fixes: ["Set the duration to 10 s", "Leave durationSeconds out"] },
  { code: "blank_text", text: turnsText([{ role: "user", content: " \n" }]), path: "transcript.turns[0].content", title: "Turn 1: Text is blank", fixes: ["Delete turn 1"] },
  { code: "blank_text", text: callText({ call: { externalId: "c", recordingUrl: "" } }), path: "call.recordingUrl", title: "Recording URL is blank", fixes: ["Leave recordingUrl out"] },
  { code: "padded_text", text: callText({ call: { externalId: " c-1 " } }), path: "call.externalId", title: "Call external ID begins or ends with white space", fixes: ["Trim the white space"] },
  { code: "recording_expires", text: callText({ call: { externalId: "c", recordingUrl: "https://example.com/a.wav?X-Amz-Expires=900&X-Amz-Signature=ab" } }), path: "call.recordingUrl", title: "The recording URL is signed and expires", fixes: [] },
  { code: "leading_system_turn", text: turnsText([{ role: "system", content: "Be kind" }, { role: "user", content: "Hi" }]), path: "transcript.turns[0]", title: "The first turn will become the system prompt", fixes: ["Move it to the system prompt"] },
  { code: "leading_system_turn", text: callText({ systemPrompt: "Be kind", transcript: { turns: [{ role: "system", content: "Be kind" }] } }), path: "transcript.turns[0]", title: "The first turn is a system turn and stays one", fixes: ["Delete turn 1"] },
  { code: "external_id_already_uploaded", text: callText(), path: "call.externalId", title: "This updates the conversation of 12 Nov", fixes: [], context: { alreadyUploaded: { at: "12 Nov", conversationId: null } } },
  { code: "lone_surrogate", text: callText({ version: "v\ud83d" }), path: "version", title: "Version holds half a character", fixes: ["Replace it with �"] },
  { code: "lone_surrogate", text: callText({ metadata: { notes: ["\udc00"] } }), path: "metadata.notes[0]", title: "metadata.notes[0] holds half a character", fixes: ["Replace it with �"] },
  { code: "invisible_characters", text: callText({ agent: { externalId: "booking\u200b-bot" } }), path: "agent.externalId", title: "Agent external ID holds invisible characters (U+200B zero-width space)", fixes: ["Remove the invisible characters"] },
  { code: "invisible_characters", text: callText({ call: { externalId: "c\u0000\u202e1" } }), path: "call.externalId", title: "Call external ID holds invisible characters (U+0000 NUL, U+202E)", fixes: ["Remove the invisible characters"] },
  {
    code: "guessed_value",
    text: callText(),
    path: "agent.externalId",
    title: "Agent external ID is a guess",
    fixes: [],
    context: { remarks: [{ kind: "guessed", path: ["agent", "externalId"], value: "booking-bot", sentence: "The source names no agent." }, { kind: "guessed", path: ["call", "externalId"], value: "another", sentence: "Void: edited since." }] },
  },
  { code: "unfinished_source", text: callText(), path: "", title: "The call may have gone on after this was written", fixes: [], context: { remarks: [{ kind: "unfinished", path: [], sentence: "Its status is in-progress." }] } },
  { code: "doubtful_source", text: callText(), path: "call.externalId", title: "Call external ID is doubtful", fixes: [], context: { remarks: [{ kind: "doubtful", path: ["call", "externalId"], sentence: "It looks like a template." }] } },
  { code: "no_call", text: '{"rooms":[]}', path: "", title: "This holds no call", fixes: [], context: { remarks: [{ kind: "no-call", path: [], sentence: "It is a list of rooms." }] } },
];

describe("each rule", () => {
  it.each(EXAMPLES)("$code: $title", ({ code, text, path, title, fixes, context }) => {
    const problem = onlyProblem(reportOf(text, context), code);
    expect(problem.title).toBe(title);
    expect(formatPath(problem.path)).toBe(path);
    expect(problem.fixes.map(({ label }) => label)).toEqual(fixes);
    expect(problem.level).toBe(RULES[code].level);
    expect(problem.why).toMatch(/[.?]$/);
  });

  it.each([
    { code: "not_json", text: '{"a":1,}', title: "This is not valid JSON yet: line 1, column 7" },
    { code: "not_json", text: "", title: "This is not valid JSON yet: line 1, column 1" },
    { code: "too_deep", text: "[".repeat(200), title: "This is nested too deeply: line 1, column 101" },
  ] as const)("$code names the place in a text that does not parse: $title", ({ code, text, title }) => {
    const parsed = parseJson(text);
    if (parsed.ok) throw new Error("The test's text parses");
    const detection = { shape: "unknown", confidence: 0, reasons: [], provider: "zelto" } as const;
    const problems = reportProblems(parsed.error, { shape: "unknown", detection, provider: "zelto", knownAgents: null, alreadyUploaded: null });
    expect(problems).toEqual([{ code, level: "blocks", path: [], title, why: expect.stringContaining(parsed.error.message) as unknown, fixes: [] }]);
  });

  it("reports a call of more turns than Intake takes", () => {
    const turn = '{"role":"user","content":"x"}';
    const problem = onlyProblem(reportOf(`{"agent":{"externalId":"a"},"call":{"externalId":"c"},"transcript":{"turns":[${Array.from({ length: 20_001 }, () => turn).join(",")}]}}`), "too_many_turns");
    expect(problem.title).toBe("The transcript has 20,001 turns");
  });

  it("has an example for each code of the table", () => {
    const shown = new Set<string>([...EXAMPLES.map(({ code }) => code), "not_json", "too_deep", "too_many_turns"]);
    expect(PROBLEM_CODES.filter((code) => !shown.has(code))).toEqual([]);
    expect(Object.keys(RULES).sort()).toEqual([...PROBLEM_CODES].sort());
  });
});
