import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { GENERIC_SHAPES } from "@/lib/core/shapes/generic/generic-shapes";
import { MESSAGE_SHAPES } from "@/lib/core/shapes/messages/messages-shapes";
import { leaves } from "@/lib/core/text/json-values";
import { rootOf } from "../../problems/report-of";

const FOLDER = fileURLToPath(new URL("../../../fixtures/shapes/", import.meta.url));
const MODULES = [...MESSAGE_SHAPES, ...GENERIC_SHAPES];
const FAMILIES = new Set<string>(MODULES.map(({ shape }) => shape));
const SOURCES = readdirSync(FOLDER)
  .filter((shape) => FAMILIES.has(shape))
  .flatMap((shape) => readdirSync(join(FOLDER, shape)).filter((file) => file.endsWith(".json") && !file.endsWith(".expected.json")).map((file) => join(shape, file)));
/** What stands where something else is expected. */
const ODD: readonly unknown[] = [null, true, 0, -1, 1e300, "", " ", "x", [], {}, [[]], [null, 1, "a"], { content: { text: [] } }, { __proto__: null, role: 1 }];

/** The value with the piece number `at` (in a walk of the whole) replaced or, where `odd` is undefined, left out. */
function mutated(value: unknown, at: number, odd: unknown): unknown {
  let count = 0;
  const walk = (node: unknown): unknown => {
    count += 1;
    if (count - 1 === at) return odd;
    if (Array.isArray(node)) return node.map(walk).filter((item) => item !== undefined);
    if (typeof node === "object" && node !== null) return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk(item)]));
    return node;
  };
  return walk(value) ?? null;
}

function expectWhole(value: unknown): void {
  const root = rootOf(JSON.stringify(value));
  for (const shape of MODULES) {
    shape.inspect(root);
    const context = new ConversionContext({});
    const call = shape.convert(root, context);
    expect(call.type).toBe("object");
    const receipt = context.receipt.finish(root, shape.dropReason);
    expect(receipt.carried + receipt.changed + receipt.dropped).toBe(leaves(root).length);
    for (const { reason, kind } of receipt.entries) if (kind !== "carried") expect(reason).not.toBe("");
  }
}

describe("the converters of messages and of lists in a shape of their own", () => {
  it("account for every leaf of fixtures in which one piece was replaced or left out", () => {
    const sources = SOURCES.map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as unknown);
    expect(sources.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.nat(120), fc.constantFrom(undefined, ...ODD), (source, at, odd) => expectWhole(mutated(source, at, odd))),
      { numRuns: 100, seed: 7 },
    );
  });

  it("never throw on any JSON at all", () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => expectWhole(value)), { numRuns: 100, seed: 7 });
  });
});
