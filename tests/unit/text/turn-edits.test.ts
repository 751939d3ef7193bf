import { describe, expect, it } from "vitest";
import { applyEdits } from "@/lib/core/text/apply-edits";
import type { JsonNode } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";
import { deleteTurn, insertTurn, mergeUp, moveTurn, setRole, setTurn, shiftTimes, splitTurn, swapRoles, type TurnEdit } from "@/lib/core/text/turn-edits";

function run<Rest extends readonly unknown[]>(operation: (text: string, root: JsonNode, ...rest: Rest) => TurnEdit, text: string, ...rest: Rest): string {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { edits, text: after } = operation(text, parsed.value.root, ...rest);
  expect(applyEdits(text, edits)).toBe(after);
  return after;
}

/** A compact document of these turns, and what the turns of a text look like: short to write and to compare. */
const call = (...turns: string[]): string => `{"transcript":{"turns":[${turns.join(",")}]}}`;
const turns = (text: string): string => /^\{"transcript":\{"turns":\[(.*)\]\}\}$/s.exec(text)?.[1] ?? text;

const A = '{"role":"assistant","content":"Hello","startSeconds":0,"endSeconds":1.50}';
const B = '{"role":"user","content":"I need help. Today","startSeconds":2,"endSeconds":4.0}';
const C = '{"role":"tool","content":"{}"}';

describe("setTurn", () => {
  it("writes only what changed", () => {
    const text = call(A, B);
    const parsed = parseJson(text);
    if (!parsed.ok) throw new Error("fixture");
    expect(setTurn(text, parsed.value.root, 1, { role: "user", content: "Bye", startSeconds: 2 }).edits).toEqual([
      { offset: text.indexOf('"I need'), removed: '"I need help. Today"', inserted: '"Bye"' },
    ]);
  });

  it("adds what was missing behind the rest and takes away what is null", () => {
    expect(turns(run(setTurn, call(A, C), 1, { startSeconds: 3.25, endSeconds: 4 }))).toBe(`${A},{"role":"tool","content":"{}","startSeconds":3.25,"endSeconds":4}`);
    expect(turns(run(setTurn, call(A), 0, { startSeconds: null, endSeconds: null }))).toBe('{"role":"assistant","content":"Hello"}');
    expect(turns(run(setTurn, call('{"startSeconds":1}'), 0, { startSeconds: null, role: "user" }))).toBe('{"role":"user"}');
  });

  it("takes a repeated field away in all its places", () => {
    expect(turns(run(setTurn, call('{"endSeconds":1,"role":"user","endSeconds":2}'), 0, { endSeconds: null }))).toBe('{"role":"user"}');
  });

  it("takes a time that is no number for unknown", () => {
    expect(turns(run(setTurn, call(A), 0, { startSeconds: Number.NaN, endSeconds: Number.POSITIVE_INFINITY }))).toBe('{"role":"assistant","content":"Hello"}');
  });

  it("does nothing to a turn that is not there or no object", () => {
    expect(run(setTurn, call(A), 5, { role: "user" })).toBe(call(A));
    expect(run(setTurn, call("7"), 0, { role: "user" })).toBe(call("7"));
    expect(run(setTurn, "{}", 0, { role: "user" })).toBe("{}");
  });
});

describe("insertTurn", () => {
  const turn = { role: "user", content: 'Say "hi"', startSeconds: 1, endSeconds: null } as const;
  const written = '{"role":"user","content":"Say \\"hi\\"","startSeconds":1}';

  it.each([
    [0, `${written},${A},${C}`],
    [1, `${A},${written},${C}`],
    [2, `${A},${C},${written}`],
    [99, `${A},${C},${written}`],
  ])("puts a turn at %d", (index, expected) => {
    expect(turns(run(insertTurn, call(A, C), index, turn))).toBe(expected);
  });

  it("writes it over lines where its neighbour is", () => {
    const text = JSON.stringify({ transcript: { turns: [{ role: "user", content: "a" }] } }, null, 2);
    expect(run(insertTurn, text, 1, { role: "assistant", content: "b" })).toBe(
      JSON.stringify({ transcript: { turns: [{ role: "user", content: "a" }, { role: "assistant", content: "b" }] } }, null, 2),
    );
  });

  it("writes it on one line where its neighbour is", () => {
    const text = '{\n  "transcript": {\n    "turns": [\n      { "role": "user", "content": "a" }\n    ]\n  }\n}';
    expect(run(insertTurn, text, 1, { role: "tool", content: "b" })).toBe(text.replace('"a" }', '"a" },\n      { "role": "tool", "content": "b" }'));
  });

  it.each(["{}", '{"call":{}}', '{"call":{},"transcript":null}', '{"transcript":{"turns":null}}', '{"transcript":{"turns":[]}}'])("makes the transcript in %s", (text) => {
    const after = run(insertTurn, text, 0, { role: "user", content: "a" });
    expect(JSON.parse(after)).toMatchObject({ transcript: { turns: [{ role: "user", content: "a" }] } });
    expect(after).not.toContain("\n");
  });

  it.each(['{\n  "call": {}\n}', '{\n  "call": {},\n  "transcript": {}\n}', '{\n  "call": {},\n  "transcript": {\n    "turns": []\n  }\n}', '{\n  "call": {},\n  "transcript": null\n}'])(
    "makes a transcript over lines in %j",
    (text) => {
      expect(run(insertTurn, text, 0, { role: "user", content: "a" })).toBe(JSON.stringify({ call: {}, transcript: { turns: [{ role: "user", content: "a" }] } }, null, 2));
    },
  );

  it("lays a turn out by the document where its neighbour is no object", () => {
    expect(turns(run(insertTurn, call("7"), 1, { role: "user", content: "a" }))).toBe('7,{"role":"user","content":"a"}');
    expect(turns(run(insertTurn, call("{}"), 1, { role: "user", content: "a" }))).toBe('{},{"role":"user","content":"a"}');
  });
});

describe("deleteTurn and moveTurn", () => {
  it("takes a turn away with its comma", () => {
    expect(turns(run(deleteTurn, call(A, B, C), 1))).toBe(`${A},${C}`);
    expect(turns(run(deleteTurn, call(A), 0))).toBe("");
    expect(run(deleteTurn, call(A), 3)).toBe(call(A));
  });

  it("moves a turn with all its bytes", () => {
    expect(turns(run(moveTurn, call(A, B, C), 0, 2))).toBe(`${B},${C},${A}`);
    expect(turns(run(moveTurn, call(A, B, C), 2, 1))).toBe(`${A},${C},${B}`);
  });
});

describe("splitTurn", () => {
  it("leaves the start with the first, gives the end to the second and makes no time up", () => {
    expect(turns(run(splitTurn, call(A, B, C), 1, 12))).toBe(
      `${A},{"role":"user","content":"I need help.","startSeconds":2},{"role":"user","content":"Today","endSeconds":4.0},${C}`,
    );
  });

  it("works on the last turn and keeps what else it holds with the first", () => {
    expect(turns(run(splitTurn, call('{"content":"one two","note":1}'), 0, 3))).toBe('{"content":"one","note":1},{"content":"two"}');
  });

  it("never cuts a character of two units", () => {
    expect(turns(run(splitTurn, call('{"content":"a😀b"}'), 0, 2))).toBe('{"content":"a"},{"content":"😀b"}');
  });

  it.each([0, 5, 99])("does nothing at caret %d of Hello, where a side would be blank", (caret) => {
    expect(run(splitTurn, call(A), 0, caret)).toBe(call(A));
  });

  it("does nothing where there is no text to cut", () => {
    expect(run(splitTurn, call('{"content":5}'), 0, 1)).toBe(call('{"content":5}'));
    expect(run(splitTurn, call(A), 4, 1)).toBe(call(A));
    expect(run(splitTurn, "{}", 0, 1)).toBe("{}");
  });
});

describe("mergeUp", () => {
  it("joins with a blank, keeps role and start of the first and takes the end of the second", () => {
    expect(turns(run(mergeUp, call(A, B, C), 1))).toBe(`{"role":"assistant","content":"Hello I need help. Today","startSeconds":0,"endSeconds":4.0},${C}`);
  });

  it("forgets the end where the second has none", () => {
    expect(turns(run(mergeUp, call(A, C), 1))).toBe('{"role":"assistant","content":"Hello {}","startSeconds":0}');
  });

  it("adds the end where only the second has one", () => {
    expect(turns(run(mergeUp, call(C, A), 1))).toBe('{"role":"tool","content":"{} Hello","endSeconds":1.50}');
  });

  it("puts no blank beside nothing", () => {
    expect(turns(run(mergeUp, call('{"content":" "}', '{"content":" b"}'), 1))).toBe('{"content":"b"}');
    expect(turns(run(mergeUp, call('{"content":"a"}', '{"content":7}'), 1))).toBe('{"content":"a"}');
  });

  it("takes a split back", () => {
    const text = call(A, B, C);
    expect(turns(run(mergeUp, run(splitTurn, text, 1, 12), 2))).toBe(turns(text));
  });

  it("does nothing to the first turn, to what is no turn, and without a transcript", () => {
    expect(run(mergeUp, call(A, B), 0)).toBe(call(A, B));
    expect(run(mergeUp, call(A, "7"), 1)).toBe(call(A, "7"));
    expect(run(mergeUp, call("7", A), 1)).toBe(call("7", A));
    expect(run(mergeUp, "{}", 1)).toBe("{}");
  });
});

describe("roles", () => {
  it("swaps assistant and user and leaves other roles", () => {
    expect(turns(run(swapRoles, call(A, B, C, '{"role":5}')))).toBe(`${A.replace("assistant", "user")},${B.replace("user", "assistant")},${C},{"role":5}`);
    expect(run(swapRoles, "{}")).toBe("{}");
  });

  it("gives a role to a selection, repeated indices and strangers included", () => {
    expect(turns(run(setRole, call(A, C, '{"content":"x"}'), [0, 2, 2, 9], "user"))).toBe(`${A.replace("assistant", "user")},${C},{"content":"x","role":"user"}`);
  });
});

describe("shiftTimes", () => {
  const timed = (start: string, end: string): string => `{"startSeconds":${start},"endSeconds":${end}}`;

  it.each([
    ["0", "1.50", 1.25, "1.25", "2.75"],
    ["1", "2", -1.5, "0", "0.5"],
    ["0.1", "0.7", 0.2, "0.3", "0.9"],
    ["1.23456", "2", 0.001, "1.236", "2.001"],
    ["0", "-0", -5, "0", "-0"],
    ["1e400", "3", 1, "1e400", "4"],
  ])("takes %s and %s by %d to %s and %s", (start, end, seconds, newStart, newEnd) => {
    expect(turns(run(shiftTimes, call(timed(start, end)), [0], seconds))).toBe(timed(newStart, newEnd));
  });

  it("leaves the other turns and what is no number", () => {
    const odd = '{"startSeconds":"1"}';
    expect(turns(run(shiftTimes, call(timed("1", "2"), odd, timed("3", "4")), [1, 2, 2, 9], 1))).toBe(`${timed("1", "2")},${odd},${timed("4", "5")}`);
    expect(run(shiftTimes, "{}", [0], 1)).toBe("{}");
  });

  it("changes ten thousand turns", () => {
    const text = call(...Array.from({ length: 10_000 }, (_, index) => timed(String(index), String(index + 1))));
    const after = run(shiftTimes, text, Array.from({ length: 10_000 }, (_, index) => index), 2);
    run(setRole, text, Array.from({ length: 10_000 }, (_, index) => index), "user");
    expect(after.endsWith('{"startSeconds":10001,"endSeconds":10002}]}}')).toBe(true);
  });
});
