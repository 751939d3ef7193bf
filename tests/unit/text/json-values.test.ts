import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonNode } from "@/lib/core/text/json-node";
import { formatPath } from "@/lib/core/text/json-path";
import { isExactNumber, leaves, toValue } from "@/lib/core/text/json-values";
import { parseJson } from "@/lib/core/text/scan-json";
import { jsonText, SEED } from "./json-arbitrary";

function root(text: string): JsonNode {
  const result = parseJson(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.root;
}

describe("toValue", () => {
  it("reads every kind of value", () => {
    expect(toValue(root('[null,true,false,1.5,"a",[],{}]'))).toEqual([null, true, false, 1.5, "a", [], Object.create(null)]);
  });

  it("keeps __proto__ as an own key and touches no prototype", () => {
    const value = toValue(root('{"__proto__":{"polluted":1},"constructor":2}')) as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  it("takes the last value of a repeated key, as JSON.parse does", () => {
    expect(toValue(root('{"a":1,"a":2}'))).toEqual(Object.assign(Object.create(null) as object, { a: 2 }));
  });
});

describe("leaves", () => {
  it("lists scalars and empty containers in source order with their paths", () => {
    const found = leaves(root('{"call":{"id":"x","tags":[]},"turns":[{"n":1},{}],"a b":null}'));
    expect(found.map(({ path, node }) => `${formatPath(path)} ${node.type}`)).toEqual([
      "call.id string",
      "call.tags array",
      "turns[0].n number",
      "turns[1] object",
      '["a b"] null',
    ]);
  });

  it("lists each value of a repeated key", () => {
    expect(leaves(root('{"a":1,"a":2}')).map(({ node }) => node.start)).toEqual([5, 11]);
  });

  it("gives the root itself where it is a scalar", () => {
    expect(leaves(root("7"))).toMatchObject([{ path: [], node: { source: "7" } }]);
  });

  it("leaves no value out", () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const covered = leaves(root(text)).map(({ node }) => text.slice(node.start, node.end));
        const scalars = covered.filter((slice) => !/^[[{]/.test(slice)).length;
        let expected = 0;
        // The reviver visits every value once, repeated keys only in their last place: so never more than we list.
        JSON.parse(text, (_key, value: unknown) => {
          if (typeof value !== "object" || value === null) expected += 1;
          return value;
        });
        expect(scalars).toBeGreaterThanOrEqual(expected);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe("isExactNumber", () => {
  it.each(["0", "-0", "0.0", "1", "1.50", "100", "1e2", "-12.5e-3", "0.1", "9007199254740992", "9007199254740994", "1e21", "5e-324", "1.7976931348623157e308", "0e999"])("holds for %s", (source) => {
    expect(isExactNumber(source)).toBe(true);
  });

  it.each(["9007199254740993", "1e400", "-1e400", "1e-400", "0.10000000000000000001", "123456789012345678901234567890", "3.14159265358979323846"])("fails for %s", (source) => {
    expect(isExactNumber(source)).toBe(false);
  });

  it("holds for whatever JavaScript writes", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => isExactNumber(JSON.stringify(value))), { seed: SEED, numRuns: 2_000 });
  });
});
