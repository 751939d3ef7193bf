import { describe, expect, it } from "vitest";
import { applyEdits } from "@/lib/core/text/apply-edits";
import { encodeString, insertItem, moveItem, removeAt, renameKey, setValue } from "@/lib/core/text/edit-json";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { parseJson } from "@/lib/core/text/scan-json";
import type { TextEdit } from "@/lib/core/text/text-edit";

function root(text: string): JsonNode {
  const result = parseJson(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.root;
}

/** The text after an edit function has run on it. */
function after(text: string, edit: (text: string, root: JsonNode) => readonly TextEdit[]): string {
  return applyEdits(text, edit(text, root(text)));
}

const set = (text: string, path: JsonPath, json: string): string => after(text, (...args) => setValue(...args, path, json));
const remove = (text: string, path: JsonPath): string => after(text, (...args) => removeAt(...args, path));
const insert = (text: string, path: JsonPath, index: number, json: string): string => after(text, (...args) => insertItem(...args, path, index, json));
const move = (text: string, path: JsonPath, from: number, to: number): string => after(text, (...args) => moveItem(...args, path, from, to));

const PRETTY = `{
  "call": {
    "externalId": "c-1",
    "metadata": {}
  },
  "tags": ["a", "b"]
}`;

describe("setValue", () => {
  it("replaces a value and nothing else", () => {
    expect(setValue(PRETTY, root(PRETTY), ["call", "externalId"], '"c-2"')).toEqual([{ offset: 32, removed: '"c-1"', inserted: '"c-2"' }]);
  });

  it("gives no edit where the value is the same text already", () => {
    expect(setValue(PRETTY, root(PRETTY), ["call", "externalId"], '"c-1"')).toEqual([]);
  });

  it("replaces the last of a repeated key, the one that counts", () => {
    expect(set('{"a":1,"a":2}', ["a"], "3")).toBe('{"a":1,"a":3}');
  });

  it("adds a member on a line of its own where the others have theirs", () => {
    expect(set(PRETTY, ["call", "version"], "3")).toBe(PRETTY.replace('"metadata": {}', '"metadata": {},\n    "version": 3'));
  });

  it("opens an empty object over lines where its surroundings are written over lines", () => {
    expect(set(PRETTY, ["call", "metadata", "source"], '"log"')).toBe(PRETTY.replace("{}", '{\n      "source": "log"\n    }'));
  });

  it("makes missing parents with the indentation of the document", () => {
    expect(set('{\n\t"call": {}\n}', ["agent", "ids", "externalId"], '"b"')).toBe('{\n\t"call": {},\n\t"agent": {\n\t\t"ids": {\n\t\t\t"externalId": "b"\n\t\t}\n\t}\n}');
  });

  it("keeps CR LF", () => {
    expect(set('{\r\n    "call": {}\r\n}', ["call", "version"], "1")).toBe('{\r\n    "call": {\r\n        "version": 1\r\n    }\r\n}');
  });

  it.each([
    ['{"a":1}', '{"a":1,"b":{"c":2}}'],
    ['{"a": 1}', '{"a": 1, "b": {"c": 2}}'],
    ['{ "a" : 1 }', '{ "a" : 1, "b" : {"c" : 2} }'],
    ['{"a": 1,"z": 2}', '{"a": 1,"z": 2,"b": {"c": 2}}'],
    ["{}", '{"b": {"c": 2}}'],
    [" {  } ", ' {"b": {"c": 2}} '],
    ['{"a":\n1}', '{"a":\n1, "b": {"c": 2}}'],
  ])("keeps %j on one line", (before, expected) => {
    expect(set(before, ["b", "c"], "2")).toBe(expected);
  });

  it("takes the indentation of a record that was cut out of a list", () => {
    const slice = '{\n        "call": {}\n    }';
    expect(set(slice, ["call", "version"], "1")).toBe('{\n        "call": {\n            "version": 1\n        }\n    }');
  });

  it("writes like the neighbours where lines are grouped by blank lines", () => {
    expect(set('{\n\n  "a": 1,\n\n  "b": {}\n}', ["b", "c"], "1")).toBe('{\n\n  "a": 1,\n\n  "b": {\n    "c": 1\n  }\n}');
  });

  it("replaces a value that cannot hold what the path asks for", () => {
    expect(set('{"call":null}', ["call", "version"], "1")).toBe('{"call":{"version":1}}');
    expect(set('{\n  "turns": "none"\n}', ["turns", 0, "role"], '"user"')).toBe('{\n  "turns": [\n    {\n      "role": "user"\n    }\n  ]\n}');
    expect(set("7", ["a"], "1")).toBe('{"a": 1}');
    expect(set('{"a":[1]}', ["a", "b"], "2")).toBe('{"a":{"b":2}}');
  });

  it("appends where an index lies behind the end", () => {
    expect(set('{"a":[1]}', ["a", 5], "2")).toBe('{"a":[1,2]}');
    expect(set('{"a": []}', ["a", 0, "b"], "2")).toBe('{"a": [{"b": 2}]}');
  });

  it("replaces the whole document at the root path", () => {
    expect(set(' {"a":1} ', [], "[]")).toBe(" [] ");
  });

  it("measures the colon in the first object of a list", () => {
    expect(set('[1,[],{"a" :1}]', [2, "b"], "2")).toBe('[1,[],{"a" :1,"b" :2}]');
    expect(set("[1]", [1], '{"a":1}')).toBe('[1, {"a":1}]');
  });

  it("falls back to two blanks where the brackets' lines give no unit away", () => {
    expect(set('{\n"a": {}\n}', ["a", "b"], "1")).toBe('{\n"a": {\n  "b": 1\n}\n}');
    expect(set('{\n  "a": {}}', ["a", "b"], "1")).toBe('{\n  "a": {\n    "b": 1\n  }}');
  });

  it("takes __proto__ and numbers written as keys for keys", () => {
    expect(set("{}", ["__proto__"], "1")).toBe('{"__proto__": 1}');
    expect(set('{"0":1}', ["0"], "2")).toBe('{"0":2}');
  });
});

describe("removeAt", () => {
  it.each<[string, string, JsonPath, string]>([
    ["a first member", '{"a":1, "b":2}', ["a"], '{"b":2}'],
    ["a middle member", '{"a":1, "b":2 , "c":3}', ["b"], '{"a":1, "c":3}'],
    ["a last member", '{"a":1 , "b":2 }', ["b"], '{"a":1 }'],
    ["an only member", '{ "a":1 }', ["a"], "{}"],
    ["a line", '{\n  "a": 1,\n  "b": 2\n}', ["b"], '{\n  "a": 1\n}'],
    ["a repeated key in all its places", '{"a":1,"b":2,"a":3,"a":4}', ["a"], '{"b":2}'],
    ["a key repeated until nothing is left", '{"a":1,"a":2}', ["a"], "{}"],
    ["a first item", "[1, 2, 3]", [0], "[2, 3]"],
    ["a last item", "[1, 2, 3]", [2], "[1, 2]"],
    ["an only item", '{"a":[ 1 ]}', ["a", 0], '{"a":[]}'],
  ])("takes away %s", (_name, text, path, expected) => {
    expect(remove(text, path)).toBe(expected);
  });

  it.each<[string, JsonPath]>([
    ["the root", []],
    ["a missing key", ["x"]],
    ["an index behind the end", ["list", 9]],
    ["a key of a list", ["list", "a"]],
    ["an index of an object", [0]],
    ["something below a scalar", ["a", "b"]],
  ])("does nothing for %s", (_name, path) => {
    const text = '{"a":1,"list":[1]}';
    expect(removeAt(text, root(text), path)).toEqual([]);
  });
});

describe("renameKey", () => {
  const rename = (text: string, path: JsonPath, key: string): string => after(text, (...args) => renameKey(...args, path, key));

  it("writes the key anew and leaves the value", () => {
    expect(rename('{"call": {"recording_url" : "x"}}', ["call", "recording_url"], "recordingUrl")).toBe('{"call": {"recordingUrl" : "x"}}');
  });

  it("finds a key however it is escaped, in all its places", () => {
    expect(rename('{"\\u0061":1,"a":2}', ["a"], 'b"')).toBe('{"b\\"":1,"b\\"":2}');
  });

  it("does nothing where there is no such member or the key is the same", () => {
    expect(rename('{"a":[1]}', ["a", 0], "b")).toBe('{"a":[1]}');
    expect(rename('{"a":1}', ["a"], "a")).toBe('{"a":1}');
    expect(rename('{"a":1}', ["x"], "b")).toBe('{"a":1}');
    expect(rename('{"a":1}', [], "b")).toBe('{"a":1}');
  });
});

describe("insertItem", () => {
  it.each([
    ["[1,2]", 0, "[0,1,2]"],
    ["[1, 2]", 1, "[1, 0, 2]"],
    ["[ 1, 2 ]", 0, "[ 0, 1, 2 ]"],
    ["[1, 2]", 9, "[1, 2, 0]"],
    ["[1, 2]", -3, "[0, 1, 2]"],
    ["[1]", 0, "[0, 1]"],
    ["[1]", 1, "[1, 0]"],
    ["[]", 0, "[0]"],
    ["[\n  1,\n  2\n]", 0, "[\n  0,\n  1,\n  2\n]"],
    ["[\n  1,\n  2\n]", 1, "[\n  1,\n  0,\n  2\n]"],
    ["[\n  1\n]", 1, "[\n  1,\n  0\n]"],
    ["[1\n, 2]", 1, "[1\n, 0, 2]"],
  ])("writes into %j at %d like the neighbours", (text, index, expected) => {
    expect(insert(text, [], index, "0")).toBe(expected);
  });

  it("makes a missing array and its parents", () => {
    expect(insert('{"call":{}}', ["transcript", "turns"], 3, "{}")).toBe('{"call":{},"transcript":{"turns":[{}]}}');
    expect(insert('{\n  "transcript": {\n    "turns": []\n  }\n}', ["transcript", "turns"], 0, "1")).toBe('{\n  "transcript": {\n    "turns": [\n      1\n    ]\n  }\n}');
  });
});

describe("moveItem", () => {
  it.each([
    [0, 1, [2, 1, 3, 4]],
    [0, 3, [2, 3, 4, 1]],
    [3, 0, [4, 1, 2, 3]],
    [2, 1, [1, 3, 2, 4]],
    [1, 2, [1, 3, 2, 4]],
    [1, 1, [1, 2, 3, 4]],
    [0, 99, [2, 3, 4, 1]],
    [3, -1, [4, 1, 2, 3]],
    [9, 0, [1, 2, 3, 4]],
  ])("moves %d to %d", (from, to, expected) => {
    expect(JSON.parse(move("[1,2, 3 ,4]", [], from, to))).toEqual(expected);
  });

  it("keeps the bytes of items that are written over lines", () => {
    const text = '[\n  {\n    "a" : 1.0\n  },\n  { "b":2 }\n]';
    expect(move(text, [], 0, 1)).toBe('[\n  { "b":2 },\n  {\n    "a" : 1.0\n  }\n]');
    expect(move(text, [], 1, 0)).toBe('[\n  { "b":2 },\n  {\n    "a" : 1.0\n  }\n]');
  });

  it("does nothing where there is no array", () => {
    expect(move('{"a":1}', ["a"], 0, 1)).toBe('{"a":1}');
  });
});

describe("encodeString", () => {
  it("escapes what must be escaped and lone surrogates, and nothing else", () => {
    expect(encodeString('a/"\\\n\u0001é日😀')).toBe('"a/\\"\\\\\\n\\u0001é日😀"');
    expect(encodeString("\ud800x\udc00")).toBe('"\\ud800x\\udc00"');
  });
});
