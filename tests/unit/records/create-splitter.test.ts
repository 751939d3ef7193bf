import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSplitter } from "@/lib/core/records/create-splitter";
import { MAX_CALL_BYTES, MAX_WHOLE_BYTES } from "@/lib/core/records/limits";
import type { SplitEvent } from "@/lib/core/records/split-event";
import { jsonText, SEED } from "../text/json-arbitrary";

function events(pieces: readonly string[]): readonly SplitEvent[] {
  const splitter = createSplitter({ sourceName: "calls.json" });
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

function piecesOf(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size));
}

/** What stands at a fault is named by as much of it as is at hand, so that part of the sentence may differ. */
const shown = (found: readonly SplitEvent[]): readonly string[] =>
  found.map((event) => {
    if (event.type === "record") return `${event.record.path}|${event.record.line}:${event.record.column ?? "-"}|${event.record.text}`;
    if (event.type === "bad") return `bad ${event.bad.path}|${event.bad.problem.line}:${event.bad.problem.column}|${event.bad.problem.message}`;
    return event.type === "oversized" ? `oversized ${event.oversized.path}` : `failure ${event.failure.message.replace(/there is .*/s, "")}`;
  });

const SOURCES: readonly string[] = [
  '{ "call" : {"n": 9007199254740993,\r\n "x":-0} }',
  '[\n  {"a":1},\n  {"b" : "}]\\"\\\\"}, {"c":3}, 4, "x", null\r]\r\n',
  '[{"role":"user","content":"Hi"},{"role":"assistant","content":null}]',
  '{"a":1}\r\n\n  {"b":2}  \r{"c":3}\r\n{"d":"\\\\"}',
  '{"a":1}\n{"b":2,}\n{"c":3}\nnonsense\n{"d":4}\n7\n"{\\"e\\":5}"\n',
  '{"a":1}\n{"b":\n2}\n{"c":[]\n}\n{"d":"cut\n{"e":5}',
  '{\n "a": 1\n}\n{"b":2}{"c":3} [{"d":4}]',
  '[{"a":1}]\n[{"a":2}]\n[{"a":3}]',
  '[{"a":1}\n{"b":2}]',
  '[{"a":1},\n{"b":"cut',
  '"[{\\"a\\":1},{\\"b\\":2}]"',
  '{"a":1} x',
  "",
];

describe("pieces of any size", () => {
  it.each(SOURCES)("give the same events: %j", (text) => {
    const whole = shown(events([text]));
    expect(whole.length).toBeGreaterThan(0);
    for (let size = 1; size <= text.length; size += 1) expect(shown(events(piecesOf(text, size)))).toEqual(whole);
  });

  it("give the same events for any text", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(jsonText, fc.constantFrom("\n", "\r", ",", "[", "{", "]", "}", '"', "x", "\\", '{"a":1}\n')), { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (parts, size) => {
        const text = parts.join("");
        expect(shown(events(piecesOf(text, size)))).toEqual(shown(events([text])));
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});

describe("a long list", () => {
  const filler = "x".repeat(1_000);
  const item = (index: number): string => `{"n":${index},"t":"${filler}"}`;

  it("gives its items out while it is still open, and counts their lines", () => {
    const splitter = createSplitter({ sourceName: "calls.json" });
    const found: SplitEvent[] = [];
    const items = Array.from({ length: 20_000 }, (_, index) => item(index));
    let firstAfter = 0;
    for (const [index, text] of items.entries()) {
      found.push(...splitter.push(`${index === 0 ? "[" : ",\n"}${text}`));
      if (found.length > 0 && firstAfter === 0) firstAfter = index;
    }
    expect(firstAfter).toBeLessThan(10_000);
    found.push(...splitter.push("\n]"), ...splitter.end());
    expect(found).toHaveLength(20_000);
    expect(found[19_999]).toMatchObject({ type: "record", record: { path: "[19999]", line: 20_000, column: 1, text: item(19_999) } });
  });

  it("says so where it breaks far behind its start", () => {
    const list = `[${Array.from({ length: 9_000 }, (_, index) => item(index)).join(",\n")}`;
    expect(events(piecesOf(`${list} {"a":1}]`, 50_000)).at(-1)).toMatchObject({ type: "failure", failure: { code: "syntax", problem: { line: 9_000, expected: "a comma or a ]" } } });
    expect(events(piecesOf(`${list},\n]`, 50_000)).at(-1)).toMatchObject({ failure: { problem: { line: 9_000, message: "After the last item of an array a ] was expected, and there is a comma." } } });
    expect(events(piecesOf(`${list},\n{"a":"b`, 50_000)).at(-1)).toMatchObject({ failure: { problem: { message: "The text ends inside a string that begins on line 9001, column 6." } } });
    expect(events(piecesOf(list, 50_000)).at(-1)).toMatchObject({ failure: { problem: { message: "The text ends before the array that was opened on line 1, column 1 is closed." } } });
  });

  it("goes on behind an item that is too large", () => {
    const large = `{"t":"${"x".repeat(MAX_CALL_BYTES * 2)}"}`;
    const found = events(piecesOf(`[${item(0)},\n${large},\n${item(2)}]`, 100_000));
    expect(found).toMatchObject([{ record: { path: "[0]" } }, { type: "oversized", oversized: { path: "[1]", line: 2, bytes: MAX_CALL_BYTES * 2 + 8 } }, { record: { path: "[2]", line: 3 } }]);
  });
});

describe("long lines", () => {
  it("are skipped where they are larger than a call may be", () => {
    const large = `{"t":"${"x".repeat(MAX_CALL_BYTES * 3)}"}`;
    const found = events(piecesOf(`{"a":1}\n{"b":2}\n${large}\n{"c":3}\n`, 100_000));
    expect(found).toMatchObject([{ record: { path: "line 1" } }, { record: { path: "line 2" } }, { oversized: { path: "line 3", bytes: MAX_CALL_BYTES * 3 + 8 } }, { record: { path: "line 4", line: 4 } }]);
  });

  it("are looked for behind a bad first line once the source is longer than a call", () => {
    const line = `{"t":"${"x".repeat(10_000)}"}\n`;
    const found = events(piecesOf(`{"broken":\n${line.repeat(1_000)}`, 100_000));
    expect(found[0]).toMatchObject({ type: "bad", bad: { path: "line 1" } });
    expect(found).toHaveLength(1_001);
  });
});

describe("lines that are messages", () => {
  const lines = '{"role":"user","content":"Hi"}\n{"role":"assistant","content":"Hello", "n":1.0}\n\n{"role":"user","content":"Bye"}\n';

  it("are one record: the list of them, each as it was", () => {
    for (const size of [1, 7, 1_000]) {
      expect(events(piecesOf(lines, size))).toMatchObject([
        { type: "record", record: { path: "", line: 1, text: '[{"role":"user","content":"Hi"},\n{"role":"assistant","content":"Hello", "n":1.0},\n{"role":"user","content":"Bye"}]', notes: [expect.stringContaining("one to a line")] } },
      ]);
    }
  });

  it("are put apart by the conversation that they name, in a list too", () => {
    const message = (id: string, text: string): string => `{"conversation_id":"${id}","role":"user","content":"${text}"}`;
    const mixed = [message("a", "1"), message("b", "2"), message("a", "3")];
    const expected = [`[${message("a", "1")},\n${message("a", "3")}]`, `[${message("b", "2")}]`];
    expect(events([mixed.join("\n")])).toMatchObject([{ record: { path: "line 1", text: expected[0] } }, { record: { path: "line 2", line: 2, text: expected[1] } }]);
    expect(events([`[${mixed.join(",\n")}]`])).toMatchObject([{ record: { path: "conversation 1", text: expected[0] } }, { record: { path: "conversation 2", line: 2, text: expected[1] } }]);
  });

  it("are told from lines that are calls", () => {
    expect(events(['{"messages":[{"role":"user","content":"Hi"}]}\n{"messages":[{"role":"user","content":"Ho"}]}'])).toHaveLength(2);
  });
});

describe("one value", () => {
  it("is refused where it is larger than what is read whole", () => {
    const splitter = createSplitter({ sourceName: "calls.json" });
    const piece = "x".repeat(1_048_576);
    const found = [...splitter.push('{"t":"')];
    for (let index = 0; index <= MAX_WHOLE_BYTES / piece.length && found.length === 0; index += 1) found.push(...splitter.push(piece));
    expect(found).toMatchObject([{ type: "failure", failure: { code: "source-too-large" } }]);
    expect([splitter.push("x"), splitter.end()]).toEqual([[], []]);
  });

  it("that is larger than a call may be gives what it wraps, item by item", () => {
    const call = (index: number): string => `{"call":{"externalId":"c-${index}"},"transcript":{"turns":[{"role":"user","content":"${"x".repeat(2_000)}"}]}}`;
    const calls = Array.from({ length: 5_000 }, (_, index) => call(index));
    const found = events(piecesOf(`{"success":true,\n"data":{"items":[\n${calls.join(",\n")}],"has_more":false}}`, 1_000_000));
    expect(found).toHaveLength(5_000);
    expect(found[4_999]).toMatchObject({ type: "record", record: { path: "data.items[4999]", line: 5_002, column: 1, text: call(4_999), notes: ["Found inside data.items[4999]."] } });
    expect(events([`{"a":"${"x".repeat(MAX_CALL_BYTES)}"}`])).toMatchObject([{ type: "oversized" }, { type: "failure", failure: { code: "call-too-large" } }]);
  });

  it("comes with its text where it is broken, for a repair", () => {
    expect(events(["{'a': 1}"])).toMatchObject([{ type: "failure", failure: { code: "syntax" }, text: "{'a': 1}" }]);
  });

  it.each([101, 5_000, 1_000_000])("of %i levels is refused with the place", (levels) => {
    for (const open of ["[", '{"a":']) {
      const [failure] = events(piecesOf(open.repeat(levels), 65_536));
      expect(failure).toMatchObject({ type: "failure", failure: { code: "depth", problem: { column: 100 * open.length + 1 } } });
    }
  });
});
