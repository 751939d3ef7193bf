import { describe, expect, it } from "vitest";
import { inspectRecord } from "../inspect-record";

/** The converted call's text. */
function textOf(source: string): string {
  const { conversion } = inspectRecord(source);
  if (!conversion) throw new Error("Not converted");
  return conversion.text;
}

describe("what a converter meets and must not change", () => {
  it.each([
    ["a Retell call", '{"call_id":"r","agent_id":"a","call_status":"ended","transcript":"User: Hi","metadata":{"big":9007199254740993,"price":1.50,"tiny":1e-400},"call_cost":{"combined_cost":12345678901234567890.5}}', ["9007199254740993", "1.50", "1e-400", "123456789012345678.905"]],
    ["a Bland call", '{"call_id":"b","pathway_id":"p","queue_status":"complete","variables":{"big":9007199254740993},"price":0.10}', ["9007199254740993", "0.10"]],
    ["an ElevenLabs conversation", '{"conversation_id":"c","agent_id":"a","transcript":[{"role":"agent","tool_results":[{"tool_name":"f","result_value":{"n":9007199254740993}}],"time_in_call_secs":1.50}],"metadata":{"cost":1.0}}', ['\\"n\\":9007199254740993', '"startSeconds": 1.50', '"cost_credits": 1.0']],
    ["a Vapi call", '{"id":"v","orgId":"o","type":"webCall","assistantId":"a","structuredOutputs":{"n":9007199254740993},"messages":[{"role":"tool_calls","toolCalls":[{"function":{"name":"f","arguments":{"n":9007199254740993}}}],"secondsFromStart":1.50}]}', ['"n": 9007199254740993', '\\"n\\":9007199254740993', '"startSeconds": 1.50']],
    ["a LiveKit report", '{"room_id":"R","job_id":"J","usage":{"n":9007199254740993},"chat_history":{"items":[{"type":"function_call","name":"f","arguments":{"n":9007199254740993}}]}}', ['"n": 9007199254740993', '\\"n\\":9007199254740993']],
  ] as const)("digits of %s that no double holds", (_name, source, digits) => {
    const text = textOf(source);
    for (const piece of digits) expect(text).toContain(piece);
  });

  it("keys that reach into objects, half characters and deep lists", () => {
    const deep = `${"[".repeat(90)}${"]".repeat(90)}`;
    const source = `{"call_id":"r","agent_id":"a","call_status":"ended","transcript_object":[{"role":"__proto__","content":"\\ud800"},{"role":"user","content":${deep}},null,3,"x"],"metadata":{"__proto__":{"x":1},"constructor":${deep}}}`;
    const { conversion, problems } = inspectRecord(source);
    expect(conversion?.text).toContain('"__proto__": {');
    expect(problems.filter(({ level }) => level === "blocks").map(({ code }) => code)).toEqual(["role_unknown"]);
  });

  it("a key that comes twice: the last counts, and the receipt says so", () => {
    const { conversion } = inspectRecord('{"call_id":"first","call_id":"r","agent_id":"a","call_status":"ended","transcript":"User: Hi"}');
    expect(JSON.parse(conversion?.text ?? "")).toMatchObject({ call: { externalId: "r" } });
    expect(conversion?.receipt.entries.map(({ from, kind, reason }) => [from, kind, reason]).slice(0, 2)).toEqual([
      ["call_id", "dropped", "The same key comes again later, and only the last counts"],
      ["call_id", "carried", undefined],
    ]);
  });

  it("answers that fit no question", () => {
    const source = '{"id":"v","orgId":"o","type":"webCall","assistantId":"a","transcript":"Hello?"}';
    const { conversion } = inspectRecord(source, { "unlabelled:transcript": "<script>", "option:merge-pieces": "", agent: "", constructor: "x" });
    expect(JSON.parse(conversion?.text ?? "")).toMatchObject({ metadata: { transcript: "Hello?" } });
  });
});
