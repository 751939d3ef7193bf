import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { given, inspectGiven, inspectOne } from "@/tests/support/inspect-given";

const GOOD = '{"agent":{"externalId":"booking-bot"},"call":{"externalId":"a-1"},"transcript":{"turns":[{"role":"user","content":"Hello"},{"role":"assistant","content":"Hi"}]}}';
const NOTHING = '{"agent":{"externalId":"booking-bot"},"call":{"externalId":"a-2"}}';
const RETELL = '{"event":"call_analyzed","call":{"call_id":"r-1","agent_id":"agent_9","transcript_object":[{"role":"agent","content":"Hello"}]}}';

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
const inspect = inspectOne;
type Inspected = Awaited<ReturnType<typeof inspectOne>>;
const bodies = ({ frames }: Inspected): readonly string[] => frames.map(({ bytes }) => Buffer.from(bytes).toString());
const hashes = ({ frames }: Inspected): readonly string[] => frames.map(({ header }) => header.recordSha256);
const places = ({ records }: Inspected): readonly string[] => records.map(({ path, line }) => `${path} at ${line}`);

describe("a record", () => {
  it("says what it is, whose it is and what is wrong with it", async () => {
    const [record] = (await inspect(GOOD)).records;
    expect(record).toMatchObject({ path: "", line: 1, shape: "canonical", provider: "zelto", counts: { blocks: 0, loses: 0, odd: 0 }, losesAll: false, problems: [] });
    expect(record?.summary).toMatchObject({ externalId: "a-1", agentExternalId: "booking-bot", turnCount: 2, opening: "Hello" });
  });

  it("is known to lose everything before it is sent", async () => {
    const [record] = (await inspect(NOTHING)).records;
    expect(record).toMatchObject({ losesAll: true, counts: { blocks: 0, loses: 1, odd: 0 } });
    expect(record?.problems.map(({ code }) => code)).toEqual(["nothing_to_store"]);
  });

  it("of a native webhook goes under its own header, with the reason told", async () => {
    const [record] = (await inspect(RETELL)).records;
    expect(record).toMatchObject({ shape: "retell-webhook", provider: "retell" });
    expect(record?.reasons.length).toBeGreaterThan(0);
  });

  it("of a sample goes under the header that the sample fixes", async () => {
    const { report } = await inspectGiven([{ ...given(GOOD, "livekit-session.json"), provider: "livekit" }]);
    expect(report.sources[0]?.records[0]).toMatchObject({ shape: "canonical", provider: "livekit" });
  });

  it("of no known shape is taken in all the same", async () => {
    expect((await inspect('{"when":"yesterday"}')).records[0]).toMatchObject({ shape: "unknown", provider: "zelto", counts: { blocks: 3, loses: 1, odd: 0 }, losesAll: true });
  });

  it("keeps its bytes: white space, large numbers, key order and line ends", async () => {
    const body = '{ "b":9007199254740993,\r\n\t"a" : 1e400 , "z":-0.00}';
    const source = await inspect(`\uFEFF \r\n${body}\n`);
    expect(bodies(source)).toEqual([body]);
    expect(hashes(source)).toEqual([sha256(Buffer.from(body))]);
  });

  it("keeps keys that are named like JavaScript's own", async () => {
    const body = '{"__proto__":{"polluted":true},"constructor":1}';
    expect(bodies(await inspect(body))).toEqual([body]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("is hashed alone, so that the server can hold each against its own", async () => {
    const source = await inspect(`[${GOOD}, ${NOTHING}]`);
    expect(hashes(source)).toEqual([sha256(Buffer.from(GOOD)), sha256(Buffer.from(NOTHING))]);
    expect(source.sha256).toBe(sha256(Buffer.from(`[${GOOD}, ${NOTHING}]`)));
  });
});

describe("several records", () => {
  it("of an array carry their index and their line", async () => {
    const source = await inspect(`[\n  ${GOOD},\n  ${NOTHING}\n]`);
    expect(places(source)).toEqual(["[0] at 2", "[1] at 3"]);
    expect(bodies(source)).toEqual([GOOD, NOTHING]);
  });

  it("of JSON Lines go on past a line that cannot be read", async () => {
    const source = await inspect(`${GOOD}\n{ broken\n${NOTHING}\n`);
    expect(places(source)).toEqual(["line 1 at 1", "line 3 at 3"]);
    expect(source.unreadable).toEqual([expect.objectContaining({ line: 2, text: "{ broken", problem: expect.objectContaining({ line: 2, column: 3 }) as unknown, message: expect.stringContaining("expected") as unknown })]);
    expect(source.failure).toBeNull();
  });

  it("may stand one after another without a comma", async () => {
    expect(bodies(await inspect(`${GOOD} ${NOTHING}`))).toEqual([GOOD, NOTHING]);
  });

  it("do not lose those beside one that is larger than a call may be", async () => {
    const large = `{"call":{"externalId":"large"},"pad":"${"x".repeat(8 * 1024 * 1024)}"}`;
    const source = await inspect(`${GOOD}\n${large}`);
    expect(bodies(source)).toEqual([GOOD]);
    expect(source.unreadable.map(({ message }) => message)).toEqual([expect.stringContaining("line 2 of calls.json is 8.1 MB; a call may have at most 8 MB")]);
  });

  it("inside a JSON string are decoded once, which is noted", async () => {
    const source = await inspect(JSON.stringify(GOOD));
    expect(bodies(source)).toEqual([GOOD]);
    expect(source.records[0]?.notes).toEqual(["The call stood inside a JSON string, which was decoded once."]);
  });
});

describe("text that UTF-8 cannot hold", () => {
  const HALF = '{"call":{"externalId":"half \ud83d"}}';
  const ESCAPED = String.raw`{"call":{"externalId":"half \ud83d"}}`;
  const NOTE = "A lone surrogate was written as an escape, because UTF-8 cannot hold it; the value is the same.";

  it("is pasted as the escape that means the same, which is noted", async () => {
    const source = await inspect(HALF);
    expect([bodies(source), hashes(source)]).toEqual([[ESCAPED], [sha256(Buffer.from(ESCAPED))]]);
    expect(source.records[0]?.notes).toEqual([NOTE]);
  });

  it("is noted too where it only appears when a string that holds JSON is decoded", async () => {
    const source = await inspect(JSON.stringify(HALF));
    expect(bodies(source)).toEqual([ESCAPED]);
    expect(source.records[0]?.notes).toEqual(["The call stood inside a JSON string, which was decoded once.", NOTE]);
  });

  it("stays an escape where it was written as one", async () => {
    const body = String.raw`{"call":{"externalId":"half \ud83d and \u0000"}}`;
    const source = await inspect(body);
    expect([bodies(source), source.notes, source.records[0]?.notes]).toEqual([[body], [], []]);
  });
});

describe("a source that cannot be read", () => {
  const message = async (content: string | Uint8Array<ArrayBuffer>): Promise<string> => (await inspect(content)).failure?.message ?? "";

  it.each([
    ["empty text", "", "calls.json is empty. Nothing was taken in."],
    ["white space", " \n\t", "calls.json is empty. Nothing was taken in."],
    ["an empty list", "[]", "calls.json holds no calls: its list is empty. Nothing was taken in."],
    ["no bytes", new Uint8Array(0), "calls.json: This is empty. Nothing was taken in."],
  ])("says so: %s", async (_what, content, sentence) => {
    expect(await message(content)).toBe(sentence);
    expect(await inspect(content)).toMatchObject({ records: [], failure: { problem: null, text: null } });
  });

  it("is named when it is a picture", async () => {
    expect(await message(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toContain("PNG");
  });

  it("names the byte that is not UTF-8", async () => {
    expect(await message(new Uint8Array([...utf8('{"a":"'), 0xe9, ...utf8('"}')]))).toContain("the byte at offset 6 (0xE9)");
  });

  it("shows the spot of broken JSON and gives the text back to be mended", async () => {
    const text = '{\n  "call": { "externalId": "a" },\n  "transcript": { "turns": [ {}, ] }\n}';
    const { failure } = await inspect(text);
    expect(failure?.problem).toMatchObject({ kind: "syntax", line: 3, column: 32, lineText: '  "transcript": { "turns": [ {}, ] }' });
    expect(failure?.text).toBe(text);
    expect(failure?.message).toContain("line 3, column 32");
    expect(failure?.message).toContain("Nothing was taken in.");
  });

  it("is refused at 5,000 levels, with the place and the limit", async () => {
    const { failure } = await inspect("[".repeat(5_000) + "]".repeat(5_000));
    expect(failure?.problem).toMatchObject({ kind: "depth", line: 1 });
    expect(failure?.message).toContain("100");
  });
});
