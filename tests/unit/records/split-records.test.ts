import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_CALL_BYTES, MAX_DEPTH, MAX_RECORDS, MAX_SOURCE_BYTES, MAX_WHOLE_BYTES } from "@/lib/core/records/limits";
import { splitRecords, type SourceProblem, type SplitSource } from "@/lib/core/records/split-records";
import { jsonText, SEED } from "../text/json-arbitrary";

function split(text: string): SplitSource {
  const result = splitRecords(text, { sourceName: "calls.json" });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function refused(text: string): SourceProblem {
  const result = splitRecords(text, { sourceName: "calls.json" });
  if (result.ok) throw new Error(`taken in as ${result.value.kind}`);
  return result.error;
}

const texts = (source: SplitSource): readonly string[] => source.records.map(({ text }) => text);
const places = (source: SplitSource): readonly string[] => source.records.map(({ index, path, line }) => `${index} ${path} ${line}`);

describe("one value", () => {
  it("is one record: the exact slice without what surrounds it", () => {
    const body = '{ "call" : {"n": 9007199254740993,\r\n "x":-0} }';
    expect(split(`\r\n ${body} \n`)).toEqual({
      kind: "object",
      records: [{ index: 0, path: "", line: 2, text: body, notes: [] }],
      badRecords: [],
      oversized: [],
    });
  });

  it.each(["42", "true", '"just words"', '"{broken"'])("may be anything: %s is left for the shapes to judge", (text) => {
    expect(split(text)).toMatchObject({ kind: "object", records: [{ text, notes: [] }] });
  });
});

describe("an array", () => {
  it("gives a record for each item, with its index and line", () => {
    const source = split('[\n  {"a":1},\n  {"b" : 2}, {"c":3}\n]');
    expect(source.kind).toBe("array");
    expect(texts(source)).toEqual(['{"a":1}', '{"b" : 2}', '{"c":3}']);
    expect(places(source)).toEqual(["0 [0] 2", "1 [1] 3", "2 [2] 3"]);
  });

  it("gives a record for items that are no objects too", () => {
    expect(texts(split('[1,"a",[{"role":"user","content":"x"}],null]'))).toEqual(["1", '"a"', '[{"role":"user","content":"x"}]', "null"]);
  });

  it.each([
    '[{"role":"user","content":"Hi"},{"role":"assistant","content":null,"tool_calls":[]}]',
    '[{"role":"user","text":"Hi"}]',
    '[{"role":"user","parts":[]},{"role":"tool","message":"x"}]',
  ])("is left whole where its items are the messages of one conversation: %s", (text) => {
    expect(split(` ${text}`)).toMatchObject({ kind: "array", records: [{ path: "", text }] });
  });

  it.each(['[{"role":"user","content":"Hi"},{"content":"x"}]', '[{"role":1,"content":"Hi"}]', '[{"role":"user","call":{}}]'])("is split where an item is no message: %s", (text) => {
    expect(split(text).records[0]?.path).toBe("[0]");
  });

  it.each([
    ["a missing comma", '[{"a":1}\n{"b":2}]', 2, 1, "After an item of an array"],
    ["a comma too many", '[{"a":1},\n]', 1, 9, "After the last item of an array"],
    ["a missing bracket", '[{"a":1},\n{"b":2}', 2, 8, "The text ends inside an array that begins on line 1, column 1."],
    ["text behind it", '[{"a":1}]\nend', 2, 1, "After the end of the JSON value"],
    ["a broken item", '[{"a":1},\n{"b":}]', 2, 6, 'After the key "b"'],
  ])("is refused with the place of %s", (_name, text, line, column, message) => {
    const { code, problem } = refused(text);
    expect([code, problem?.line, problem?.column]).toEqual(["syntax", line, column]);
    expect(problem?.message).toContain(message);
  });

  it("holds the depth against each item and not against the list", () => {
    const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
    expect(split(`[${deep(100)}]`).records).toHaveLength(1);
    expect(refused(`[${deep(101)}]`).code).toBe("depth");
  });

  it("writes lone surrogates of a conversation as escapes too", () => {
    expect(split('[{"role":"user","content":"\ud800"}]').records).toMatchObject([{ text: '[{"role":"user","content":"\\ud800"}]', notes: [expect.stringContaining("lone surrogate")] }]);
  });

  it("is refused where it is empty", () => {
    expect(refused('"[]"').code).toBe("empty");
    expect(refused(" [ ] ")).toEqual({ code: "empty", message: "calls.json holds no calls: its list is empty. Nothing was taken in." });
  });
});

describe("JSON Lines", () => {
  it("gives a record for each line, blank lines aside, whatever ends them", () => {
    const source = split('{"a":1}\r\n\n  {"b":2}  \r{"c":3}');
    expect(source.kind).toBe("ndjson");
    expect(texts(source)).toEqual(['{"a":1}', '{"b":2}', '{"c":3}']);
    expect(places(source)).toEqual(["0 line 1 1", "1 line 3 3", "2 line 4 4"]);
  });

  it("reports a bad line with its place in the source, and the rest goes on", () => {
    const source = split('{"a":1}\n{"b":2,}\n{"c":3}\nnonsense\n{"d":4}\n');
    expect(texts(source)).toEqual(['{"a":1}', '{"c":3}', '{"d":4}']);
    expect(places(source)).toEqual(["0 line 1 1", "1 line 3 3", "2 line 5 5"]);
    expect(source.badRecords).toMatchObject([
      { line: 2, path: "line 2", problem: { line: 2, column: 7, offset: 14, lineText: '{"b":2,}', message: "After the last member of an object a } was expected, and there is a comma." } },
      { line: 4, path: "line 4", problem: { line: 4, column: 1, offset: 25 } },
    ]);
  });

  it("finds a bad first line and a cut last line", () => {
    const source = split('{"a":\n{"b":2}');
    expect(source).toMatchObject({ kind: "ndjson", records: [{ path: "line 2" }], badRecords: [{ line: 1, problem: { column: 6 } }] });
    expect(split('{"a":1}\n{"b":"cut').badRecords).toMatchObject([{ line: 2, problem: { message: "The text ends inside a string that begins on line 2, column 6." } }]);
  });

  it("decodes lines that are strings holding JSON, and keeps scalar lines beside them", () => {
    const source = split('"{\\"a\\":1}"\n"{\\"b\\":2}"\n7');
    expect(texts(source)).toEqual(['{"a":1}', '{"b":2}', "7"]);
  });

  it("does not take a broken document for lines because one of them happens to be JSON", () => {
    expect(refused('{\n  "metadata":\n  {}\n  "turns": []\n}')).toMatchObject({ code: "syntax", problem: { line: 4, column: 3 } });
    expect(refused('[\n  {"role":"user"},\n  {"role":"user"}\n  {"role":"user"}\n]').problem).toMatchObject({ line: 4, column: 3 });
  });
});

describe("a large broken document", () => {
  it("is told from lines by its first thousand", () => {
    const turns = Array.from({ length: 3_000 }, (_, index) => `  { "n": ${index} }`).join(",\n");
    expect(refused(`[\n${turns},\n]`)).toMatchObject({ code: "syntax", problem: { line: 3_001 } });
    expect(refused(`{"turns": [\n${turns},\n]}`)).toMatchObject({ code: "syntax", problem: { line: 3_001 } });
    const lines = Array.from({ length: 1_500 }, (_, index) => (index % 3 === 0 ? "{bad" : "{}"));
    expect(split(lines.join("\n"))).toMatchObject({ kind: "ndjson", records: { length: 1_000 }, badRecords: { length: 500 } });
  });
});

describe("values one after another", () => {
  it("gives a record for each, on one line or over many", () => {
    const source = split('{\n "a": 1\n}\n{"b":2}{"c":3} [{"d":4}]');
    expect(source.kind).toBe("concatenated");
    expect(texts(source)).toEqual(['{\n "a": 1\n}', '{"b":2}', '{"c":3}', '[{"d":4}]']);
    expect(places(source)).toEqual(["0 value 1 1", "1 value 2 4", "2 value 3 4", "3 value 4 4"]);
  });

  it.each([
    ["text before", 'Response:\n{"a":1}', 1, 1],
    ["text behind", '{\n"a":1}\ndone', 3, 1],
    ["text between", '{\n"a":1} , {\n"b":2}', 2, 8],
    ["text behind several", '{\n"a":1} {\n"b":2} x', 3, 8],
    ["a broken first value", '{\n"a":1,} {\n"b":2}', 2, 6],
    ["a broken later value", '{\n"a":1} {\n"b":}', 3, 5],
    ["scalars", "1\n2", 2, 1],
  ])("is a problem with its place where there is %s", (_name, text, line, column) => {
    expect(refused(text)).toMatchObject({ code: "syntax", problem: { line, column } });
  });
});

describe("a string that holds JSON", () => {
  const once = JSON.stringify('{"a":1.50}');

  it("is decoded once, with a note", () => {
    expect(split(`\n${once}`)).toMatchObject({
      kind: "string",
      records: [{ path: "", line: 2, text: '{"a":1.50}', notes: ["The call stood inside a JSON string, which was decoded once."] }],
    });
  });

  it("is decoded twice and not a third time", () => {
    const twice = JSON.stringify(once);
    expect(split(twice).records).toMatchObject([{ text: '{"a":1.50}', notes: ["The call stood inside a JSON string, which was decoded twice."] }]);
    const thrice = JSON.stringify(twice);
    expect(split(thrice)).toMatchObject({ kind: "object", records: [{ text: thrice, notes: [] }] });
  });

  it("may hold a list, whose records stand on the string's line", () => {
    const source = split(`\n${JSON.stringify('[\n{"a":1},\n"{}"\n]')}`);
    expect(source.kind).toBe("string");
    expect(places(source)).toEqual(["0 [0] 2", "1 [1] 2"]);
    expect(source.records[0]?.notes).toHaveLength(1);
    expect(source.records[1]).toMatchObject({ text: "{}", notes: ["The call stood inside a JSON string, which was decoded once.", "The call stood inside a JSON string, which was decoded once."] });
  });

  it("may hold JSON Lines", () => {
    const source = split(`\n${JSON.stringify('{"a":1}\n{"b":2,}\n{"c":3}')}`);
    expect(source.kind).toBe("string");
    expect(places(source)).toEqual(["0 line 1 2", "1 line 3 2"]);
    expect(source.badRecords).toMatchObject([{ line: 2, path: "line 2" }]);
    expect(source.records[0]?.notes).toEqual(["The calls stood inside a JSON string, which was decoded once."]);
  });

  it("may be an item of an array", () => {
    expect(split(`[${once},{}]`).records).toMatchObject([{ text: '{"a":1.50}', notes: [expect.any(String)] }, { text: "{}", notes: [] }]);
  });
});

describe("what UTF-8 cannot hold", () => {
  it("writes a lone surrogate as an escape of the same value, with a note", () => {
    const [record] = split('{"a":"x\ud800","b":"\udc00😀"}').records;
    expect(record?.text).toBe('{"a":"x\\ud800","b":"\\udc00😀"}');
    expect(record?.notes).toEqual(["A lone surrogate was written as an escape, because UTF-8 cannot hold it; the value is the same."]);
    expect(JSON.parse(record?.text ?? "")).toEqual({ a: "x\ud800", b: "\udc00😀" });
  });
});

describe("limits", () => {
  it("stand where the API and this release have them", () => {
    expect([MAX_SOURCE_BYTES, MAX_WHOLE_BYTES, MAX_CALL_BYTES, MAX_RECORDS, MAX_DEPTH]).toEqual([2_147_483_648, 67_108_864, 8_388_608, 100_000, 100]);
  });

  it("takes 100,000 records and refuses one more", () => {
    const list = (count: number): string => `[${Array.from({ length: count }, () => "{}").join(",")}]`;
    expect(split(list(100_000)).records).toHaveLength(100_000);
    expect(refused(list(100_001))).toEqual({
      code: "too-many-records",
      message: "calls.json holds more than 100,000 records. This release takes in at most 100,000 at a time. Nothing was taken in. Split it and try again.",
    });
  });

  it("refuses one record over 8 MB by name and keeps its neighbours", () => {
    const body = (bytes: number): string => `{"a":"${"x".repeat(bytes - 8)}"}`;
    expect(split(body(MAX_CALL_BYTES)).records).toHaveLength(1);
    const source = split(`[{"a":1},${body(MAX_CALL_BYTES + 1)},{"b":2}]`);
    expect(places(source)).toEqual(["0 [0] 1", "1 [2] 1"]);
    expect(source.oversized).toEqual([{ path: "[1]", line: 1, bytes: 8_388_609, message: "[1] of calls.json is 8.1 MB; a call may have at most 8 MB." }]);
    expect(refused(body(MAX_CALL_BYTES + 1))).toEqual({ code: "call-too-large", message: "calls.json is 8.1 MB; a call may have at most 8 MB. Nothing was taken in." });
  });

  it("refuses a text over 64 MB without reading it", () => {
    expect(refused("x".repeat(MAX_WHOLE_BYTES + 1))).toEqual({
      code: "source-too-large",
      message: "calls.json is 64.1 MB. This release reads at most 64 MB at a time. Nothing was taken in. Split it and try again.",
    });
  });

  it("refuses nesting with its place", () => {
    expect(refused("[".repeat(5_000))).toMatchObject({ code: "depth", problem: { column: 101 } });
  });

  it.each(["", " \n\t"])("calls %j empty", (text) => {
    expect(refused(text)).toEqual({ code: "empty", message: "calls.json is empty. Nothing was taken in." });
  });

  it("names line and column of broken JSON", () => {
    expect(refused("{\n 'a': 1}").message).toBe("calls.json is not JSON at line 2, column 2: In an object a key in double quotes was expected, and there is a single quote. Nothing was taken in.");
  });
});

describe("slices", () => {
  const wellFormed = jsonText.filter((text) => text.isWellFormed() && !/^\s*"/.test(text));

  it("are the exact texts that an array was made of", () => {
    fc.assert(
      fc.property(fc.array(wellFormed, { minLength: 1, maxLength: 5 }), fc.constantFrom(",", " ,\n"), (values, comma) => {
        const source = split(`[${values.join(comma)}]`);
        if (source.records[0]?.path === "") expect(texts(source)).toEqual([`[${values.join(comma)}]`]);
        else expect(texts(source)).toEqual(values.map((value) => value.trim()));
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  it("are the exact texts of objects that follow one another", () => {
    const objects = wellFormed.map((text) => `{"v":${text}}`);
    fc.assert(
      fc.property(fc.array(objects, { minLength: 2, maxLength: 5 }), fc.constantFrom("", " ", "\n", "\r\n\r\n"), (values, between) => {
        expect(texts(split(values.join(between)))).toEqual(values);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  it("are never made up from a text that is anything: it splits or says why", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(jsonText, fc.constantFrom("\n", "x", ",", "{", "]", '"')), { maxLength: 6 }), (parts) => {
        const text = parts.join("");
        const result = splitRecords(text, { sourceName: "paste" });
        if (!result.ok) expect(result.error.message).toContain("Nothing was taken in.");
        else for (const record of result.value.records) expect(() => JSON.parse(record.text) as unknown).not.toThrow();
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});
