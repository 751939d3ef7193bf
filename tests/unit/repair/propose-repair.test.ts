import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { proposeRepair } from "@/lib/core/repair/propose-repair";
import type { RepairProposal } from "@/lib/core/repair/repair";
import { jsonText, SEED } from "../text/json-arbitrary";

function proposed(text: string): RepairProposal {
  const proposal = proposeRepair(text);
  if (proposal === null) throw new Error("nothing proposed");
  return proposal;
}

describe("what is JSON", () => {
  it.each(['{"a":1}', " [1, 2]\n", '"text"', '{"a":1}\n{"b":2}', '{"a":1}{"b":2}', '{"t":"“curly” and \u00a0 // no comment, True"}'])("is left alone: %s", (text) => {
    expect(proposeRepair(text)).toBeNull();
  });

  it("is left alone whatever it is", () => {
    fc.assert(fc.property(jsonText, (text) => proposeRepair(text) === null), { seed: SEED, numRuns: 1_000 });
  });
});

describe("each repair", () => {
  it.each([
    ["a comma after the last item", '{"turns":[1,2 , ]}', '{"turns":[1,2  ]}', "trailing-comma", 1, 15, ",", "", "Comma after the last item of turns"],
    ["a comma after the last member", '{"a":1,\n}', '{"a":1\n}', "trailing-comma", 1, 7, ",", "", "Comma after the last member of an object"],
    ["a missing comma", '{"turns":[1\n2]}', '{"turns":[1,\n2]}', "missing-comma", 1, 12, "", ",", "Missing comma between two items of turns"],
    ["a missing comma between members", '{"a":1\n "b":2}', '{"a":1,\n "b":2}', "missing-comma", 1, 7, "", ",", "Missing comma between two members of an object"],
    ["single quotes", `{"a":'it\\'s "x"'}`, '{"a":"it\'s \\"x\\""}', "single-quotes", 1, 6, `'it\\'s "x"'`, '"it\'s \\"x\\""', "Text in single quotes"],
    ["an apostrophe inside single quotes", "{\"a\":'it's'}", '{"a":"it\'s"}', "single-quotes", 1, 6, "'it's'", '"it\'s"', "Text in single quotes"],
    ["a Python word", '{"a": True}', '{"a": true}', "python-word", 1, 7, "True", "true", "Python word True"],
    ["None", '[None]', '[null]', "python-word", 1, 2, "None", "null", "Python word None"],
    ["NaN", '{"a":NaN}', '{"a":null}', "foreign-word", 1, 6, "NaN", "null", "The word NaN, which JSON does not have"],
    ["minus infinity", '[-Infinity]', '[null]', "foreign-word", 1, 2, "-Infinity", "null", "The word -Infinity, which JSON does not have"],
    ["undefined", '[undefined]', '[null]', "foreign-word", 1, 2, "undefined", "null", "The word undefined, which JSON does not have"],
    ["a key without quotes", '{callId: 1}', '{"callId": 1}', "unquoted-key", 1, 2, "callId", '"callId"', "Key without quotes: callId"],
    ["a comment to the end of the line", '{"a":1 // one\n}', '{"a":1 \n}', "comment", 1, 8, "// one", "", "Comment, 6 characters"],
    ["a comment in between", '{/* x */"a":1}', '{"a":1}', "comment", 1, 2, "/* x */", "", "Comment, 7 characters"],
    ["curly quotes", '{“a”:1}', '{"a":1}', "curly-quotes", 1, 2, "“a”", '"a"', "Text in curly quotes"],
    ["a no-break space", '{"a":\u00a01}', '{"a":1}', "blank", 1, 6, "\u00a0", "", "Odd blank between values (U+00A0)"],
    ["blanks without width", '{\u200b\u200b"a":1}', '{"a":1}', "blank", 1, 2, "\u200b\u200b", "", "2 odd blanks between values (U+200B)"],
    ["a line break inside a text", '{"a":"x\ny"}', '{"a":"x\\ny"}', "control-character", 1, 8, "\n", "\\n", "Line break inside a text"],
    ["a tab inside a text", '{"a":"x\ty"}', '{"a":"x\\ty"}', "control-character", 1, 8, "\t", "\\t", "Tab inside a text"],
    ["an escape that JSON lacks", '{"a":"it\\\'s \\x41"}'.replace(" \\x41", ""), '{"a":"it\'s"}', "escape", 1, 9, "\\'", "'", "Escape \\', which JSON does not have"],
    ["a missing brace", '[{"a":1]', '[{"a":1}]', "missing-bracket", 1, 8, "", "}", "Missing } of an object"],
    ["a missing bracket", '{"turns":[1,2}', '{"turns":[1,2]}', "missing-bracket", 1, 14, "", "]", "Missing ] of turns"],
    ["log text before", 'INFO payload={"a":1}', '{"a":1}', "text-before", 1, 1, "INFO payload=", "", "Log text before the first brace, 13 characters"],
    ["log text with brackets before", '[INFO] 12:00 {"a":1}', '{"a":1}', "text-before", 1, 1, "[INFO] 12:00 ", "", "Log text before the first brace, 13 characters"],
    ["text behind", '{"a":1} done', '{"a":1}', "text-after", 1, 8, " done", "", "Text behind the last bracket, 4 characters"],
    ["a word in brackets behind", '{"a":1} [sic]', '{"a":1}', "text-after", 1, 8, " [sic]", "", "Text behind the last bracket, 5 characters"],
  ])("mends %s", (_name, text, repaired, kind, line, column, removed, inserted, sentence) => {
    const proposal = proposed(text);
    expect(proposal).toMatchObject({ text: repaired, failure: null, cutOff: null });
    expect(proposal.repairs).toMatchObject([{ kind, line, column, removed, inserted, sentence }]);
    expect(() => JSON.parse(proposal.text) as unknown).not.toThrow();
  });

  it("takes off a code fence on both sides", () => {
    const { repairs, text } = proposed('```json\n{"a":1}\n```\n');
    expect(text).toBe('{"a":1}');
    expect(repairs.map(({ kind }) => kind)).toEqual(["code-fence", "code-fence"]);
  });

  it("mends all faults of a text and leaves every other character", () => {
    const text = "2026-08-21 14:02:11 INFO payload={\n \"call\": { \"externalId\": 'chat-1', \"endedReason\": None },\n \"turns\": [ { \"n\": 1.50 }, ],\n \"vip\": True\n}";
    const { repairs, text: repaired } = proposed(text);
    expect(repaired).toBe('{\n "call": { "externalId": "chat-1", "endedReason": null },\n "turns": [ { "n": 1.50 } ],\n "vip": true\n}');
    expect(repairs.map(({ kind, line }) => `${line} ${kind}`)).toEqual(["1 text-before", "2 single-quotes", "2 python-word", "3 trailing-comma", "4 python-word"]);
  });

  it("mends JSON Lines line by line", () => {
    expect(proposed('{"a":1,}\n{"b":2}\n{\'c\':3}').text).toBe('{"a":1}\n{"b":2}\n{"c":3}');
  });
});

describe("what cannot be mended", () => {
  it.each([
    ["a word that says nothing", '{"a": True, "b": soon}', 1, 18, "After the key \"b\" and its colon a value was expected, and there is the word soon."],
    ["a quote inside a text", '{"a":True,"b":"he said "hi" to me"}', 1, 27, "a colon was expected"],
    ["a text that is not closed", '{"a":None,"b":"x\n "c":1}', 1, 17, "there is a line break"],
  ])("is named with its place: %s", (_name, text, line, column, message) => {
    const { failure } = proposed(text);
    expect(failure).toMatchObject({ line, column });
    expect(failure?.message).toContain(message);
  });

  it("is told by null where nothing at all can be done", () => {
    for (const text of ["", "hello there", "see [1] and {x}", '{"a": soon}']) expect(proposeRepair(text)).toBeNull();
  });
});

describe("a text that ends in the middle", () => {
  const start = '{"call":{"externalId":"c"},"transcript":{"turns":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"},';

  it.each(['{"role":"user","content":"Where is', '{"role":"user","words":[{"w":"x"}', '{"role":"us', '{"role"', "{", ""])("is not completed, and its complete turns can be kept: …%s", (end) => {
    const { cutOff, text, failure } = proposed(start + end);
    expect(failure).not.toBeNull();
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(cutOff).toMatchObject({ line: 1, column: start.length + end.length + 1, keep: { items: 2, sentence: "Keep the 2 complete items of turns; what follows is cut off and is left out." } });
    expect(cutOff?.keep?.text).toBe('{"call":{"externalId":"c"},"transcript":{"turns":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}}');
  });

  it("keeps the complete calls of a list", () => {
    expect(proposed('[{"turns":[1]},{"turns":[2,3').cutOff?.keep).toMatchObject({ items: 1, text: '[{"turns":[1]}]' });
  });

  it("keeps the complete lines of JSON Lines", () => {
    expect(proposed('{"a":1}\n{"b":2}\n{"c":').cutOff?.keep).toMatchObject({ items: 2, text: '{"a":1}\n{"b":2}' });
  });

  it("is not taken for text round a complete value inside it", () => {
    expect(proposed('INFO got {"a":{"b":1},"turns":[{"c":1},{"d').cutOff?.keep).toMatchObject({ items: 1, text: '{"a":{"b":1},"turns":[{"c":1}]}' });
    expect(proposed('INFO got {"a": soon, "b":{"c":1}}').failure).toMatchObject({ column: 16 });
  });

  it("has nothing to keep where nothing is complete", () => {
    expect(proposed('{"a":{"b":"x').cutOff).toMatchObject({ keep: null });
  });

  it("is told at whatever place it ends", () => {
    fc.assert(
      fc.property(fc.array(jsonText, { minLength: 1, maxLength: 4 }), fc.double({ min: 0, max: 1, noNaN: true }), (items, share) => {
        const text = `{"turns":[${items.join(",")}]}`;
        const cut = text.slice(0, 1 + Math.floor(share * (text.length - 2)));
        const proposal = proposeRepair(cut);
        expect(proposal?.cutOff ?? null).not.toBeNull();
        if (proposal?.cutOff?.keep) expect(() => JSON.parse(proposal.cutOff?.keep?.text ?? "") as unknown).not.toThrow();
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});

describe("breaking valid JSON in a known way", () => {
  const plainKey = fc.stringMatching(/^[a-z]{1,8}$/);
  const plain = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.stringMatching(/^[a-zA-Z .!?é]{0,12}$/), fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie("value"), { maxLength: 4 }), fc.dictionary(plainKey, tie("value"), { maxKeys: 4 })),
  })).value;
  const root = fc.dictionary(plainKey, plain, { minKeys: 1, maxKeys: 4 });
  const breaks: readonly (readonly [string, (text: string) => string])[] = [
    ["a comma before each closing bracket", (text) => text.replace(/([^[{,])([\]}])/g, "$1,$2")],
    ["single quotes", (text) => text.replace(/"/g, "'")],
    ["curly quotes", (text) => text.replace(/"([^"]*)"/g, "“$1”")],
    ["Python words", (text) => text.replace(/\btrue\b/g, "True").replace(/\bfalse\b/g, "False").replace(/\bnull\b/g, "None")],
    ["keys without quotes", (text) => text.replace(/"([a-z]+)":/g, "$1:")],
    ["comments", (text) => text.replace(/:(?=\S)/g, ": /* c */ ")],
    ["no-break spaces", (text) => text.replace(/:/g, ":\u00a0")],
    ["log text round it", (text) => `12:00 INFO got: ${text} in 3 ms`],
    ["a code fence", (text) => `\`\`\`json\n${text}\n\`\`\``],
  ];

  it.each(breaks)("is mended to the same value: %s", (_name, damage) => {
    fc.assert(
      fc.property(root, (value) => {
        const text = JSON.stringify(value);
        const broken = damage(text);
        const repaired = proposeRepair(broken)?.text ?? broken;
        expect(JSON.parse(repaired)).toEqual(JSON.parse(text));
      }),
      { seed: SEED, numRuns: 400 },
    );
  });
});

describe("anything", () => {
  it("never throws, and what is said to be mended is JSON", () => {
    const piece = fc.oneof(jsonText, fc.string(), fc.constantFrom("{", "}", "[", "]", ",", ":", "'", '"', "“", "\\", "\n", "//", "/*", "#", "True", "a", "```", "\u00a0", "\u0000"));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join("");
        const proposal = proposeRepair(text);
        if (proposal === null) return;
        let at = 0;
        for (const { offset, removed } of proposal.repairs) {
          expect(offset).toBeGreaterThanOrEqual(at);
          expect(text.slice(offset, offset + removed.length)).toBe(removed);
          at = offset + removed.length;
        }
        if (proposal.failure === null) expect(proposeRepair(proposal.text)).toBeNull();
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });

  it("refuses depth with its place, without recursion into it", () => {
    expect(proposed(`{'a':${"[".repeat(100_000)}`)).toMatchObject({ failure: { kind: "depth", column: 105 } });
  });

  it.each([
    ["faults all over", "{'a': [True, None,], b: 1 /* c */},\n"],
    ["openings that lead nowhere", "{["],
    ["text between brackets", "[x] {y} "],
    ["quotes that do not close", "'a "],
    ["values one after another", '{"a":1,} '],
    ["blanks", "\u00a0 \n"],
  ])("takes work that grows with the text and not faster: %s", (_name, part) => {
    const work = (count: number): number => {
      const reads = [vi.spyOn(String.prototype, "charAt"), vi.spyOn(String.prototype, "charCodeAt")];
      proposeRepair(`[${part.repeat(count)}]`);
      const total = reads.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      for (const spy of reads) spy.mockRestore();
      return total;
    };
    const small = work(100);
    expect(small).toBeGreaterThan(0);
    expect(work(400) / small).toBeLessThan(6);
  });
});
