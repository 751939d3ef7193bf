import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inspectSource } from "@/lib/intake/inspect-source";
import type { InspectedSource } from "@/lib/intake/inspected-source";

const GOOD = '{"agent":{"externalId":"booking-bot"},"call":{"externalId":"a-1"},"transcript":{"turns":[{"role":"user","content":"Hello"},{"role":"assistant","content":"Hi"}]}}';
const NOTHING = '{"agent":{"externalId":"booking-bot"},"call":{"externalId":"a-2"}}';
const RETELL = '{"event":"call_analyzed","call":{"call_id":"r-1","agent_id":"agent_9","transcript_object":[{"role":"agent","content":"Hello"}]}}';

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
const inspect = (content: string | Uint8Array<ArrayBuffer>, name = "calls.json"): InspectedSource => inspectSource({ name, content, provider: null });
const bodies = ({ records }: InspectedSource): readonly string[] => records.map(({ bytes }) => Buffer.from(bytes).toString());
const places = ({ records }: InspectedSource): readonly string[] => records.map(({ path, line }) => `${path} at ${line}`);

describe("a record", () => {
  it("says what it is, whose it is and what is wrong with it", () => {
    const [record] = inspect(GOOD).records;
    expect(record).toMatchObject({ path: "", line: 1, shape: "canonical", provider: "zelto", counts: { blocks: 0, loses: 0, odd: 0 }, losesAll: false, problems: [] });
    expect(record?.summary).toMatchObject({ externalId: "a-1", agentExternalId: "booking-bot", turnCount: 2, opening: "Hello" });
  });

  it("is known to lose everything before it is sent", () => {
    const [record] = inspect(NOTHING).records;
    expect(record).toMatchObject({ losesAll: true, counts: { blocks: 0, loses: 1, odd: 0 } });
    expect(record?.problems.map(({ code }) => code)).toEqual(["nothing_to_store"]);
  });

  it("of a native webhook goes under its own header, with the reason told", () => {
    const [record] = inspect(RETELL).records;
    expect(record).toMatchObject({ shape: "retell-webhook", provider: "retell" });
    expect(record?.reasons.length).toBeGreaterThan(0);
  });

  it("of a sample goes under the header that the sample fixes", () => {
    expect(inspectSource({ name: "livekit-session.json", content: GOOD, provider: "livekit" }).records[0]).toMatchObject({ shape: "canonical", provider: "livekit" });
  });

  it("of no known shape is taken in all the same", () => {
    expect(inspect('{"when":"yesterday"}').records[0]).toMatchObject({ shape: "unknown", provider: "zelto", counts: { blocks: 3, loses: 1, odd: 0 }, losesAll: true });
  });

  it("keeps its bytes: white space, large numbers, key order and line ends", () => {
    const body = '{ "b":9007199254740993,\r\n\t"a" : 1e400 , "z":-0.00}';
    const source = inspect(`\uFEFF \r\n${body}\n`);
    expect(bodies(source)).toEqual([body]);
    expect(source.records[0]?.sha256).toBe(sha256(Buffer.from(body)));
  });

  it("keeps keys that are named like JavaScript's own", () => {
    const body = '{"__proto__":{"polluted":true},"constructor":1}';
    expect(bodies(inspect(body))).toEqual([body]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("is hashed alone, so that the server can hold each against its own", () => {
    const source = inspect(`[${GOOD}, ${NOTHING}]`);
    expect(source.records.map((record) => record.sha256)).toEqual([sha256(Buffer.from(GOOD)), sha256(Buffer.from(NOTHING))]);
    expect(source.sha256).toBe(sha256(Buffer.from(`[${GOOD}, ${NOTHING}]`)));
  });
});

describe("several records", () => {
  it("of an array carry their index and their line", () => {
    const source = inspect(`[\n  ${GOOD},\n  ${NOTHING}\n]`);
    expect(places(source)).toEqual(["[0] at 2", "[1] at 3"]);
    expect(bodies(source)).toEqual([GOOD, NOTHING]);
  });

  it("of JSON Lines go on past a line that cannot be read", () => {
    const source = inspect(`${GOOD}\n{ broken\n${NOTHING}\n`);
    expect(places(source)).toEqual(["line 1 at 1", "line 3 at 3"]);
    expect(source.badLines).toEqual([{ line: 2, column: 3, message: expect.stringContaining("expected") as unknown }]);
    expect(source.failure).toBeNull();
  });

  it("may stand one after another without a comma", () => {
    expect(bodies(inspect(`${GOOD} ${NOTHING}`))).toEqual([GOOD, NOTHING]);
  });

  it("do not lose those beside one that is larger than a call may be", () => {
    const large = `{"call":{"externalId":"large"},"pad":"${"x".repeat(8 * 1024 * 1024)}"}`;
    const source = inspect(`${GOOD}\n${large}`);
    expect(bodies(source)).toEqual([GOOD]);
    expect(source.oversized).toEqual([expect.stringContaining("line 2 of calls.json is 8.1 MB; a call may have at most 8 MB")]);
  });

  it("inside a JSON string are decoded once, which is noted", () => {
    const source = inspect(JSON.stringify(GOOD));
    expect(bodies(source)).toEqual([GOOD]);
    expect(source.records[0]?.notes).toEqual(["The call stood inside a JSON string, which was decoded once."]);
  });
});

describe("text that UTF-8 cannot hold", () => {
  const HALF = '{"call":{"externalId":"half \ud83d"}}';
  const ESCAPED = String.raw`{"call":{"externalId":"half \ud83d"}}`;
  const NOTE = "A lone surrogate was written as an escape, because UTF-8 cannot hold it; the value is the same.";

  it("is pasted as the escape that means the same, which is noted", () => {
    const [record] = inspect(HALF).records;
    expect(Buffer.from(record?.bytes ?? []).toString()).toBe(ESCAPED);
    expect(record).toMatchObject({ notes: [NOTE], sha256: sha256(Buffer.from(ESCAPED)) });
  });

  it("is noted too where it only appears when a string that holds JSON is decoded", () => {
    const [record] = inspect(JSON.stringify(HALF)).records;
    expect(Buffer.from(record?.bytes ?? []).toString()).toBe(ESCAPED);
    expect(record?.notes).toEqual(["The call stood inside a JSON string, which was decoded once.", NOTE]);
  });

  it("stays an escape where it was written as one", () => {
    const body = String.raw`{"call":{"externalId":"half \ud83d and \u0000"}}`;
    const source = inspect(body);
    expect([bodies(source), source.notes, source.records[0]?.notes]).toEqual([[body], [], []]);
  });
});

describe("a source that cannot be read", () => {
  const message = (content: string | Uint8Array<ArrayBuffer>): string => inspect(content).failure?.message ?? "";

  it.each([
    ["empty text", "", "calls.json is empty. Nothing was taken in."],
    ["white space", " \n\t", "calls.json is empty. Nothing was taken in."],
    ["an empty list", "[]", "calls.json holds no calls: its list is empty. Nothing was taken in."],
    ["no bytes", new Uint8Array(0), "This is empty. Nothing was taken in."],
  ])("says so: %s", (_what, content, sentence) => {
    expect(message(content)).toBe(sentence);
    expect(inspect(content)).toMatchObject({ records: [], failure: { problem: null, text: null } });
  });

  it("is named when it is a picture or an archive", () => {
    expect(message(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toContain("PNG");
    expect(message(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0]))).toContain("ZIP");
  });

  it("names the byte that is not UTF-8", () => {
    expect(message(new Uint8Array([...utf8('{"a":"'), 0xe9, ...utf8('"}')]))).toContain("the byte at offset 6 (0xE9)");
  });

  it("is refused by its size without being decoded", () => {
    const source = inspect(new Uint8Array(60 * 1024 * 1024));
    expect(source.failure).toEqual({ message: "calls.json is 60 MB. This release reads at most 50 MB at a time. Nothing was taken in. Split it and try again.", problem: null, text: null });
    expect(source).toMatchObject({ byteLength: 62_914_560, sha256: "" });
  });

  it("shows the spot of broken JSON and gives the text back to be mended", () => {
    const text = '{\n  "call": { "externalId": "a" },\n  "transcript": { "turns": [ {}, ] }\n}';
    const { failure } = inspect(text);
    expect(failure?.problem).toMatchObject({ kind: "syntax", line: 3, column: 32, lineText: '  "transcript": { "turns": [ {}, ] }' });
    expect(failure?.text).toBe(text);
    expect(failure?.message).toContain("line 3, column 32");
    expect(failure?.message).toContain("Nothing was taken in.");
  });

  it("keeps a long text out of the field and still shows the spot", () => {
    const { failure } = inspect(`{"pad":"${"x".repeat(2_100_000)}",}`);
    expect(failure?.text).toBeNull();
    expect(failure?.problem?.lineText.length).toBeLessThanOrEqual(160);
  });

  it("is refused at 5,000 levels, with the place and the limit", () => {
    const { failure } = inspect("[".repeat(5_000) + "]".repeat(5_000));
    expect(failure?.problem).toMatchObject({ kind: "depth", line: 1, column: 101 });
    expect(failure?.message).toContain("100");
  });
});
