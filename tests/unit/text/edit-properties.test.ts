import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, invertEdits } from "@/lib/core/text/apply-edits";
import { insertItem, moveItem, removeAt, renameKey, setValue } from "@/lib/core/text/edit-json";
import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { samePath, type JsonPath } from "@/lib/core/text/json-path";
import { leaves } from "@/lib/core/text/json-values";
import { parseJson } from "@/lib/core/text/scan-json";
import { deleteTurn, insertTurn, mergeUp, moveTurn, setRole, setTurn, shiftTimes, splitTurn, swapRoles } from "@/lib/core/text/turn-edits";
import type { TextEdit } from "@/lib/core/text/text-edit";
import { jsonText, SEED } from "./json-arbitrary";

type Change = (text: string, root: JsonNode) => readonly TextEdit[];

function rootOf(text: string): JsonNode {
  const result = parseJson(text);
  if (!result.ok) throw new Error(`${result.error.message} In: ${text}`);
  return result.value.root;
}

/** Paths of everything in a document, containers included. */
function pathsOf(root: JsonNode): readonly JsonPath[] {
  const found = new Map<string, JsonPath>();
  for (const { path } of leaves(root)) for (let length = 0; length <= path.length; length += 1) found.set(JSON.stringify(path.slice(0, length)), path.slice(0, length));
  return [...found.values()];
}

const segment = fc.oneof(fc.constantFrom("a", "b", "call", "__proto__", "new key"), fc.nat(4));
const replacement = fc.constantFrom("1", '"x"', "null", "[]", '{"k":[1,2]}', "[\n 1\n]", "-0", "9007199254740993");

/** A change anywhere in a document, at places that exist and at places that do not. */
const change: fc.Arbitrary<Change> = fc.tuple(fc.constantFrom("set", "remove", "rename", "insert", "move"), fc.nat(), fc.array(segment, { maxLength: 3 }), replacement, fc.nat(5), fc.nat(5)).map(
  ([kind, place, more, json, from, to]) =>
    (text, root) => {
      const paths = pathsOf(root);
      const known = paths[place % paths.length] ?? [];
      const path = place % 3 === 0 ? [...known, ...more] : known;
      if (kind === "set") return setValue(text, root, path, json);
      if (kind === "remove") return removeAt(text, root, path);
      if (kind === "rename") return renameKey(text, root, path, "renamed");
      return kind === "insert" ? insertItem(text, root, path, from, json) : moveItem(text, root, path, from, to);
    },
);

/** Runs changes one after the other and takes them all back. */
function runAndUndo(source: string, changes: readonly Change[]): void {
  let text = source;
  const done: (readonly TextEdit[])[] = [];
  for (const make of changes) {
    const edits = make(text, rootOf(text));
    text = applyEdits(text, edits);
    rootOf(text);
    done.push(edits);
  }
  for (const edits of done.reverse()) text = applyEdits(text, invertEdits(edits));
  expect(text).toBe(source);
}

describe("any sequence of path edits", () => {
  it("leaves JSON at every step, and taking all back gives the source's bytes", () => {
    fc.assert(
      fc.property(jsonText, fc.array(change, { maxLength: 6 }), (text, changes) => {
        runAndUndo(text, changes);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it("puts exactly the given text at the path, and every other leaf keeps its bytes and place", () => {
    fc.assert(
      fc.property(jsonText, fc.nat(), replacement, (text, place, json) => {
        const root = rootOf(text);
        const paths = pathsOf(root);
        const path = paths[place % paths.length] ?? [];
        // What stands below a repeated key is a place only in the last of its values.
        fc.pre(nodeAt(root, path) !== undefined);
        const after = applyEdits(text, setValue(text, root, path, json));
        const node = nodeAt(rootOf(after), path);
        expect(after.slice(node?.start, node?.end)).toBe(json);
        const others = (document: string): string[] =>
          leaves(rootOf(document))
            .filter((leaf) => !samePath(leaf.path.slice(0, path.length), path))
            .map((leaf) => `${JSON.stringify(leaf.path)} ${document.slice(leaf.node.start, leaf.node.end)}`);
        expect(others(after)).toEqual(others(text));
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  it("makes a way to any place from an object, and removing it again leads nowhere", () => {
    fc.assert(
      fc.property(jsonText, fc.array(segment, { minLength: 1, maxLength: 4 }), (text, more) => {
        const path = ["made", ...more.map((part) => (typeof part === "number" ? 0 : part))];
        const source = `{"kept": ${text}}`;
        const made = applyEdits(source, setValue(source, rootOf(source), path, '"here"'));
        expect(nodeAt(rootOf(made), path)).toMatchObject({ value: "here" });
        expect(made).toContain(text.trim());
        const gone = applyEdits(made, removeAt(made, rootOf(made), path));
        expect(nodeAt(rootOf(gone), path)).toBeUndefined();
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("moves an item without touching a byte inside any item", () => {
    fc.assert(
      fc.property(fc.array(jsonText, { minLength: 1, maxLength: 6 }), fc.constantFrom(",", ", ", " ,", ",\n  ", "\n, "), fc.nat(6), fc.nat(6), (items, comma, from, to) => {
        const text = `[${items.join(comma)}]`;
        const moved = applyEdits(text, moveItem(text, rootOf(text), [], from, to));
        const slices = (document: string): string[] => {
          const root = rootOf(document);
          return root.type === "array" ? root.items.map(({ start, end }) => document.slice(start, end)) : [];
        };
        const expected = slices(text);
        expected.splice(Math.min(to, items.length - 1), 0, ...expected.splice(from, 1));
        expect(slices(moved)).toEqual(expected);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});

const turn = fc.record({ role: fc.constantFrom("user", "assistant", "tool", "bot"), content: fc.constantFrom("Hi there", "one two  three", "😀 ok", "x"), startSeconds: fc.constantFrom(0, 1.5, 1e3) }, { requiredKeys: ["role"] });
const oddDocument = fc.constantFrom("{}", '{"transcript":null}', '{\n\t"transcript": {}\n}', '{"transcript":{"turns":[]}}', '{"transcript":{"turns":[{},7,"x",null,{"content":5,"startSeconds":"1"}]}}', '{"transcript":{"turns":"none"}}', "[]", "null");
const document = fc.oneof(
  oddDocument,
  fc.tuple(fc.array(turn, { maxLength: 5 }), fc.constantFrom(0, 1, 2, "\t")).map(([turns, indent]) => JSON.stringify({ call: { externalId: "c" }, transcript: { turns } }, null, indent)),
  fc.array(turn, { maxLength: 5 }).map((turns) => `{\r\n  "transcript": {\r\n    "turns": [\r\n${turns.map((entry) => `      ${JSON.stringify(entry)}`).join(",\r\n")}\r\n    ]\r\n  }\r\n}`),
);
const time = fc.constantFrom(null, 0, 0.1, 12.3456, Number.NaN, 1e21);
const turnChange: fc.Arbitrary<Change> = fc.tuple(fc.nat(8), fc.integer({ min: -1, max: 6 }), fc.nat(6), fc.constantFrom("", "new\n\ud800text", "y"), time).map(([kind, index, other, content, seconds]) => (text, root) => {
  switch (kind) {
    case 0:
      return setTurn(text, root, index, { content, startSeconds: seconds, endSeconds: seconds }).edits;
    case 1:
      return insertTurn(text, root, index, { role: "user", content, endSeconds: seconds }).edits;
    case 2:
      return deleteTurn(text, root, index).edits;
    case 3:
      return splitTurn(text, root, index, other).edits;
    case 4:
      return mergeUp(text, root, index).edits;
    case 5:
      return moveTurn(text, root, index, other).edits;
    case 6:
      return swapRoles(text, root).edits;
    case 7:
      return setRole(text, root, [index, other], "user").edits;
    default:
      return shiftTimes(text, root, [index, other], seconds ?? -5).edits;
  }
});

describe("any sequence of turn edits", () => {
  it("leaves JSON at every step, and taking all back gives the source's bytes", () => {
    fc.assert(
      fc.property(document, fc.array(turnChange, { maxLength: 8 }), (text, changes) => {
        runAndUndo(text, changes);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it("mixes with path edits", () => {
    fc.assert(
      fc.property(document, fc.array(fc.oneof(turnChange, change), { maxLength: 8 }), (text, changes) => {
        runAndUndo(text, changes);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});
