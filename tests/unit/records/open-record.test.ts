import { describe, expect, it } from "vitest";
import { createSplitter } from "@/lib/core/records/create-splitter";
import { openRecord, type OpenedRecord } from "@/lib/core/records/open-record";
import type { PlacedRecord } from "@/lib/core/records/split-event";

function recordsOf(source: string): readonly PlacedRecord[] {
  const splitter = createSplitter({ sourceName: "calls.json" });
  return [...splitter.push(source), ...splitter.end()].map((event) => {
    if (event.type !== "record") throw new Error(JSON.stringify(event));
    return event.record;
  });
}

function opened(source: string): readonly (OpenedRecord & { ok: true })[] {
  return recordsOf(source)
    .flatMap((record) => openRecord(record, {}))
    .map((each) => {
      if (!each.ok) throw new Error(each.bad.problem.message);
      return each;
    });
}

const paths = (source: string): readonly string[] => opened(source).map(({ record }) => record.path);
const texts = (source: string): readonly string[] => opened(source).map(({ record }) => record.text);
const notes = (source: string): readonly string[] => opened(source).flatMap(({ record }) => record.notes);

const CALL = '{ "call":{"externalId":"c-1"}, "transcript":{"turns":[{"role":"user","content":"Hi","startSeconds":1.50}]} }';
const OTHER = '{"call":{"externalId":"c-2"},"transcript":{"turns":[]}}';

describe("what is recognised as it stands", () => {
  it.each([
    CALL,
    '{"call":{"externalId":"c-1"},"data":{"call":{"externalId":"other"}},"success":true}',
    '{"message":{"type":"end-of-call-report","call":{"id":"1"},"artifact":{"messages":[]}}}',
    '{"event":"call_ended","call":{"call_id":"1","agent_id":"a","transcript_object":[]}}',
    '{"headers":{"x":"y"},"body":{"a":1},"call":{"externalId":"c-1"}}',
  ])("is never opened: %s", (text) => {
    expect(texts(text)).toEqual([text]);
    expect(paths(text)).toEqual([""]);
  });
});

describe("n8n", () => {
  it("gives the value of each item, character for character", () => {
    const source = `[{"json":${CALL}},\n{"json":${OTHER},"pairedItem":{"item":0}}]`;
    expect(texts(source)).toEqual([CALL, OTHER]);
    expect(paths(source)).toEqual(["[0].json", "[1].json"]);
    expect(notes(source)).toEqual(["Found inside json of item 0.", "Found inside json of item 1."]);
    expect(opened(source)[1]?.record).toMatchObject({ line: 2, column: 9, offset: source.indexOf(OTHER) });
  });

  it("gives the body of a webhook item and says that its headers were left out, without a value of them", () => {
    const item = `{"headers":{"host":"x","Authorization":"Bearer abc-secret","cookie":"id=7"},"params":{},"query":{},"body":${CALL},"webhookUrl":"https://n8n.example/webhook/1","executionMode":"test"}`;
    expect(texts(`[{"json":${item}}]`)).toEqual([CALL]);
    expect(paths(`[{"json":${item}}]`)).toEqual(["[0].json.body"]);
    expect(paths(`[${item}]`)).toEqual(["[0].body"]);
    expect(notes(`[${item}]`)).toEqual(["The request's headers were left out; they held an authorization header and cookies.", "Found inside body of item 0."]);
  });

  it("gives the data pinned in a workflow", () => {
    const source = `{"name":"w","nodes":[{"name":"Webhook"}],"connections":{},"pinData":{"Webhook":[{"json":{"headers":{},"params":{},"body":${CALL}}}],"My node":[{"json":${OTHER}}]}}`;
    expect(texts(source)).toEqual([CALL, OTHER]);
    expect(paths(source)).toEqual(["pinData.Webhook[0].json.body", 'pinData["My node"][0].json']);
  });
});

describe("API answers", () => {
  it.each([
    ["{success, data}", `{"success":true,"data":${CALL}}`, ["data"]],
    ["{status, data}", `{"status":"ok","data":[${CALL},${OTHER}]}`, ["data[0]", "data[1]"]],
    ["{result}", `{"result":${CALL}}`, ["result"]],
    ["{payload}", `{"payload":${CALL}}`, ["payload"]],
    ["{call}", `{"call":${CALL}}`, ["call"]],
    ["{conversation}", `{"conversation":${CALL}}`, ["conversation"]],
    ["{items, has_more}", `{"items":[${CALL}],"has_more":false}`, ["items[0]"]],
    ["{results, metadata}", `{"results":[${CALL},${OTHER}],"metadata":{"page":1}}`, ["results[0]", "results[1]"]],
    ["{conversations, next_cursor}", `{"conversations":[${CALL}],"next_cursor":null}`, ["conversations[0]"]],
    ["{calls, count}", `{"count":2,"calls":[${CALL},${OTHER}]}`, ["calls[0]", "calls[1]"]],
    ["a search answer", `{"took":3,"hits":{"total":1,"hits":[{"_id":"1","_source":${CALL}}]}}`, ["hits.hits[0]._source"]],
  ])("of the form %s give what they hold", (_name, source, expected) => {
    expect(paths(source)).toEqual(expected);
    expect(texts(source)).toEqual([CALL, OTHER].slice(0, expected.length));
  });

  it("are opened to a depth of five and not beyond", () => {
    const wrapped = (levels: number): string => `${'{"data":'.repeat(levels)}${CALL}${"}".repeat(levels)}`;
    expect(paths(wrapped(5))).toEqual(["data.data.data.data.data"]);
    expect(paths(wrapped(6))).toEqual([""]);
  });

  it("are left alone where nothing inside is recognised", () => {
    const source = '{"success":true,"data":{"a":1}}';
    expect(texts(source)).toEqual([source]);
  });

  it("keep a list of messages whole", () => {
    const list = '[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]';
    expect(texts(`{"success":true,"data":${list}}`)).toEqual([list]);
  });

  it("name the line where they stand in JSON Lines", () => {
    const source = `{"data":${CALL}}\n{"data":${OTHER}}`;
    expect(paths(source)).toEqual(["line 1: data", "line 2: data"]);
    expect(notes(source)).toEqual(["Found inside data of line 1.", "Found inside data of line 2."]);
  });
});

describe("captured requests", () => {
  it("give a body that is a string, decoded", () => {
    const source = `{"httpMethod":"POST","headers":{"X-Api-Key":"k"},"body":${JSON.stringify(CALL)},"isBase64Encoded":false}`;
    expect(texts(source)).toEqual([CALL]);
    expect(opened(source)[0]?.record).toMatchObject({ path: "body", line: 1, column: null, notes: ["The request's headers were left out; they held a key.", "Found inside body."] });
  });

  it("give a body in Base64, decoded", () => {
    // {"call":{"externalId":"ñ"}} in UTF-8
    const source = '{"httpMethod":"POST","headers":{},"body":"eyJjYWxsIjp7ImV4dGVybmFsSWQiOiLDsSJ9fQ==","isBase64Encoded":true}';
    expect(texts(source)).toEqual(['{"call":{"externalId":"ñ"}}']);
    const broken = '{"httpMethod":"POST","headers":{},"body":"{}*","isBase64Encoded":true}';
    expect(texts(broken)).toEqual([broken]);
  });

  it("give the bodies of a browser's recording", () => {
    const entry = (text: string): string => `{"startedDateTime":"2026-01-01T00:00:00Z","request":{"method":"POST","headers":[{"name":"cookie","value":"id=7"}],"postData":{"text":${JSON.stringify(text)}}},"response":{"content":{"text":"ok"}}}`;
    const source = `{"log":{"version":"1.2","entries":[${entry(CALL)},${entry("a=b")},${entry(OTHER)}]}}`;
    expect(texts(source)).toEqual([CALL, OTHER]);
    expect(paths(source)).toEqual(["log.entries[0].request.postData.text", "log.entries[2].request.postData.text"]);
    expect(notes(source).join(" ")).toContain("1 of 3 recorded exchanges held no JSON object and were left out.");
    expect(notes(source).join(" ")).not.toContain("id=7");
    expect(paths(entry(CALL))).toEqual(["request.postData.text"]);
  });
});

describe("evaluation runs", () => {
  it.each(["traj", "trajectory", "history", "conversation", "dialogue", "chat_history"])("give the messages under %s, or are read as they stand", (key) => {
    const list = '[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]';
    const source = `{"task_id":7,"reward":1.0,"${key}":${list}}`;
    const [only, ...more] = opened(source);
    expect(more).toEqual([]);
    expect(only?.detection.shape).not.toBe("unknown");
  });
});

describe("a broken record", () => {
  it("is told with its place in the source", () => {
    const [record] = recordsOf('{"a":1}\n  {"b":2,}').slice(1);
    if (!record) throw new Error("not found");
    expect(openRecord(record, {})).toMatchObject([{ ok: false, bad: { path: "line 2", line: 2, problem: { line: 2, column: 9, offset: 16 }, text: '{"b":2,}' } }]);
  });
});
