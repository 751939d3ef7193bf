import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonNode } from "@/lib/core/text/json-node";
import { nodeAt } from "@/lib/core/text/json-node";
import { toValue } from "@/lib/core/text/json-values";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { MAX_DEPTH, parseJson, type ParsedJson } from "@/lib/core/text/scan-json";
import { jsonText, mutated, SEED } from "./json-arbitrary";

function parsed(text: string): ParsedJson {
  const result = parseJson(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function refused(text: string): JsonSyntaxProblem {
  const result = parseJson(text);
  if (result.ok) throw new Error(`taken for JSON: ${text}`);
  return result.error;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** toValue makes objects without prototype; a round trip through JSON compares their content, and Map keeps hostile keys. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === "object" && value !== null) return new Map(Object.entries(value).map(([key, entry]) => [key, comparable(entry)]));
  return value;
}

describe("what is JSON", () => {
  it("reads any JSON text to the value that JSON.parse reads", () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        expect(comparable(toValue(parsed(text).root))).toEqual(comparable(JSON.parse(text)));
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it("agrees with JSON.parse on whether a mutated text is JSON", () => {
    fc.assert(fc.property(mutated, (text) => parseJson(text).ok === isJson(text)), { seed: SEED, numRuns: 5_000 });
  });

  it("agrees with JSON.parse on any string at all", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 12 }), (text) => parseJson(text).ok === isJson(text)), { seed: SEED, numRuns: 2_000 });
  });

  it.each(["0", "-0", "1.0", "1e5", "1E+05", "-0.1e-7", '"\\u00e9"', '""', "[]", "{}", " \t\r\n[ ]\n", '{"a":{"a":[null,true,false]}}', '"\u007f\u2028"', '"\ud800"'])("accepts %j", (text) => {
    expect(parseJson(text).ok).toBe(true);
  });

  it.each(["01", "-01", "+1", ".5", "1.", "1.e5", "1e", "1e+", "-", "0x1F", "'a'", "[1,]", "[,1]", "{,}", '{"a":1,}', '{"a"}', "{a:1}", "tru", "nul", "True", "NaN", '"\t"', '"\\x41"', '"\\u00g0"', "\uFEFF{}", "\u00A0{}", "{} {}", "[1 2]", '"'])(
    "refuses %j",
    (text) => {
      expect(parseJson(text).ok).toBe(false);
    },
  );

  it("keeps the source of numbers that a double cannot hold", () => {
    const { root } = parsed('{"big":9007199254740993,"huge":1e400,"zero":-0,"price":1.50}');
    const source = (key: string): unknown => (nodeAt(root, [key]) as Extract<JsonNode, { type: "number" }>).source;
    expect([source("big"), source("huge"), source("zero"), source("price")]).toEqual(["9007199254740993", "1e400", "-0", "1.50"]);
  });

  it("takes __proto__ for a key like any other", () => {
    const { root } = parsed('{"__proto__":{"polluted":true},"a":1}');
    expect(nodeAt(root, ["__proto__", "polluted"])?.type).toBe("true");
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("decodes escapes and keeps lone surrogates", () => {
    expect(parsed('"\\u0041\\n\\/\\"\\ud83d\\ude00\\ud800"').root).toMatchObject({ value: 'A\n/"😀\ud800' });
  });
});

describe("places", () => {
  it("gives every value the span of its source", () => {
    const text = '{\r\n  "call" : { "externalId": "a\\"b", "costUsd": -0.50 },\r\n  "turns": [true, null]\r\n}';
    const { root, end } = parsed(text);
    const slice = (path: (string | number)[]): string => {
      const node = nodeAt(root, path);
      return text.slice(node?.start, node?.end);
    };
    expect(slice(["call", "externalId"])).toBe('"a\\"b"');
    expect(slice(["call", "costUsd"])).toBe("-0.50");
    expect(slice(["turns"])).toBe("[true, null]");
    expect(slice(["turns", 1])).toBe("null");
    expect(end).toBe(text.length);
    expect(root.type === "object" && text.slice(root.members[0]?.keyStart, root.members[0]?.keyEnd)).toBe('"call"');
  });

  it("reports each repeated key with the path of its object", () => {
    const { duplicateKeys } = parsed('[{"a":1,"b":{"x":1,"x":2},"a":3,"a":4}]');
    expect(duplicateKeys).toEqual([
      { path: [0, "b"], key: "x", offset: 19 },
      { path: [0], key: "a", offset: 26 },
      { path: [0], key: "a", offset: 32 },
    ]);
  });

  it("finds a repeated key among hundreds", () => {
    const members = Array.from({ length: 300 }, (_, index) => `"k${index}":${index}`);
    expect(parsed(`{${members.join(",")},"k7":0}`).duplicateKeys.map(({ key }) => key)).toEqual(["k7"]);
    expect(parsed(`{${members.join(",")}}`).duplicateKeys).toEqual([]);
  });

  it("starts where it is told and stops after the first value when more may follow", () => {
    const text = '{"a":1} {"b":2} tail';
    const second = parseJson(text, { start: 7, allowTrailing: true });
    expect(second.ok && { start: second.value.root.start, end: second.value.end }).toEqual({ start: 8, end: 15 });
    expect(parseJson(text, { start: 7 }).ok).toBe(false);
  });

  it("keeps short strings apart that fall into the same slot", () => {
    const words = Array.from({ length: 600 }, (_, index) => `a${String.fromCharCode(97 + (index % 26))}${index}z`);
    expect(toValue(parsed(JSON.stringify(words)).root)).toEqual(words);
  });
});

describe("depth", () => {
  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

  it("reads 100 levels and refuses the 101st with its place", () => {
    expect(MAX_DEPTH).toBe(100);
    expect(parseJson(nested(100)).ok).toBe(true);
    expect(refused(nested(101))).toMatchObject({ kind: "depth", offset: 100, line: 1, column: 101, expected: "at most 100 levels of nesting" });
    expect(refused('{"a":'.repeat(101)).kind).toBe("depth");
  });

  it("counts levels, not values", () => {
    expect(parseJson(`[${"[[]],".repeat(500)}1]`).ok).toBe(true);
  });

  it("refuses a million levels", () => {
    const bomb = "[".repeat(1_000_000);
    expect(refused(bomb)).toMatchObject({ kind: "depth", offset: 100 });
  });
});

/** text, line, column, sentence */
const MISTAKES: readonly (readonly [text: string, line: number, column: number, message: string])[] = [
  ['[1,\n2,\n]', 2, 2, "After the last item of an array a ] was expected, and there is a comma."],
  ['{"a":1,}', 1, 7, "After the last member of an object a } was expected, and there is a comma."],
  ["{'a':1}", 1, 2, "In an object a key in double quotes was expected, and there is a single quote."],
  ["{a:1}", 1, 2, "In an object a key in double quotes was expected, and there is the letter a."],
  ['{"a":\'b\'}', 1, 6, 'After the key "a" and its colon a value was expected, and there is a single quote.'],
  ['{"a" 1}', 1, 6, 'After the key "a" a colon was expected, and there is a 1.'],
  ['{"a":1 "b":2}', 1, 8, "After a member of an object a comma or a } was expected, and there is a double quote."],
  ["[1 2]", 1, 4, "After an item of an array a comma or a ] was expected, and there is a 2."],
  ["[1,,2]", 1, 4, "After a comma in an array a value was expected, and there is a comma."],
  ["[;]", 1, 2, "At the start of an array a value was expected, and there is a semicolon."],
  ['{"ok":True}', 1, 7, 'After the key "ok" and its colon a value was expected, and there is the Python word True (JSON writes true).'],
  ['{"ok":None}', 1, 7, 'After the key "ok" and its colon a value was expected, and there is the Python word None (JSON writes null).'],
  ['{"ok":undefined}', 1, 7, 'After the key "ok" and its colon a value was expected, and there is the word undefined, which JSON does not have.'],
  ["[NaN]", 1, 2, "At the start of an array a value was expected, and there is the word NaN, which JSON does not have."],
  ["[-Infinity]", 1, 3, "After a minus sign a digit was expected, and there is the word Infinity, which JSON does not have."],
  ["[007]", 1, 2, "A number must not begin with a zero that other digits follow."],
  ["[1.]", 1, 4, "After the decimal point of a number a digit was expected, and there is a ]."],
  ["[1e]", 1, 4, "In the exponent of a number a digit was expected, and there is a ]."],
  ["[1E]", 1, 4, "In the exponent of a number a digit was expected, and there is a ]."],
  ["[1.5e+x]", 1, 7, "In the exponent of a number a digit was expected, and there is the letter x."],
  ["[.5]", 1, 2, "At the start of an array a value was expected, and there is a point."],
  ['["a\nb"]', 1, 4, "The string that begins at column 2 is not closed on its line: a double quote was expected, and there is a line break."],
  ['{\n  "a": "b\r\n}', 2, 10, "The string that begins at column 8 is not closed on its line: a double quote was expected, and there is a line break."],
  ['["a\tb"]', 1, 4, "In a string a control character must be written as an escape such as \\t, and there is a tab."],
  ['["a\u0000"]', 1, 4, "In a string a control character must be written as an escape such as \\t, and there is an invisible character (U+0000)."],
  ['["\\x41"]', 1, 4, 'After a backslash in a string one of " \\ / b f n r t u was expected, and there is the word x41.'],
  ['["\\u00zz"]', 1, 7, "After \\u in a string a code of four hexadecimal digits was expected, and there is the word zz."],
  ['{"a":{"text":"cut of', 1, 21, "The text ends inside a string that begins on line 1, column 14."],
  ['{"a":"x\\', 1, 9, "The text ends inside a string that begins on line 1, column 6."],
  ['{"a":"x\\u00', 1, 12, "The text ends inside a string that begins on line 1, column 6."],
  ['[\n {"a":1', 2, 8, "The text ends inside an object that begins on line 2, column 2."],
  ['{"a"', 1, 5, "The text ends inside an object that begins on line 1, column 1."],
  ['{"a":', 1, 6, "The text ends inside an object that begins on line 1, column 1."],
  ["{", 1, 2, "The text ends inside an object that begins on line 1, column 1."],
  ["[", 1, 2, "The text ends inside an array that begins on line 1, column 1."],
  ["[1", 1, 3, "The text ends inside an array that begins on line 1, column 1."],
  ["[1,", 1, 4, "The text ends inside an array that begins on line 1, column 1."],
  ["", 1, 1, "The text is empty: a JSON value was expected."],
  [" \n ", 2, 2, "The text is empty: a JSON value was expected."],
  ["INFO: {}", 1, 1, "At the start of the text a value was expected, and there is the word INFO."],
  ['{"a":1} done', 1, 9, "After the end of the JSON value nothing more was expected, and there is the word done."],
  ["{} // note", 1, 4, "After the end of the JSON value nothing more was expected, and there is a comment, which JSON does not have."],
  ["\uFEFF{}", 1, 1, "At the start of the text a value was expected, and there is a byte order mark (U+FEFF)."],
  ["{\u201Ca\u201D:1}", 1, 2, "In an object a key in double quotes was expected, and there is a curly quote (\u201C)."],
  ["[😀]", 1, 2, "At the start of an array a value was expected, and there is 😀 (U+1F600)."],
  ["[\u200B]", 1, 2, "At the start of an array a value was expected, and there is an invisible character (U+200B)."],
];

describe("what is said of broken JSON", () => {
  it.each(MISTAKES)("names the spot in %j", (text, line, column, message) => {
    expect(refused(text)).toMatchObject({ line, column, message });
  });

  it("says empty for white space only", () => {
    expect(refused(" \n ").kind).toBe("empty");
  });

  it("counts lines that end in CR LF, LF or CR", () => {
    expect(refused('{\r\n"a":1,\r"b":2,\n"c":x}')).toMatchObject({ line: 4, column: 5, lineText: '"c":x}', lineTextOffset: 1 });
  });

  it("shows the whole line where it is short", () => {
    expect(refused('[\n  1, x, 2\n]')).toMatchObject({ lineText: "  1, x, 2", lineTextOffset: 1, found: "the letter x", expected: "a value" });
  });

  it("shows 160 characters around the spot of a long line", () => {
    const problem = refused(`[${"1,".repeat(200)}x${",2".repeat(200)}]`);
    expect(problem.lineText).toHaveLength(160);
    expect(problem.lineTextOffset).toBe(322);
    expect(problem.lineText[problem.column - problem.lineTextOffset]).toBe("x");
  });

  it("shows the last 160 characters where the spot is at the end of a long line", () => {
    const problem = refused(`[${"1,".repeat(200)}]`);
    expect(problem.lineText).toBe(`${"1,".repeat(79).slice(-159)}]`.padStart(160, ","));
    expect(problem.column - problem.lineTextOffset).toBe(158);
  });

  it("never cuts a character of two units at the edge of what it shows", () => {
    for (const filler of ["", "a"]) {
      const { lineText } = refused(`["${filler}${"😀".repeat(200)}",x,"${"😀".repeat(200)}"]`);
      expect(lineText.isWellFormed()).toBe(true);
    }
  });

  it("shortens a very long key", () => {
    expect(refused(`{"${"k".repeat(100)}" 1}`).message).toContain(`"${"k".repeat(39)}…"`);
  });

  it("points into the text whatever is wrong with it", () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const result = parseJson(text);
        if (result.ok) return;
        const { offset, line, column, lineText, lineTextOffset } = result.error;
        const lines = text.split(/\r\n|\r|\n/);
        expect(offset).toBeLessThanOrEqual(text.length);
        expect(lines[line - 1]?.slice(lineTextOffset - 1)).toContain(lineText);
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 2);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});
