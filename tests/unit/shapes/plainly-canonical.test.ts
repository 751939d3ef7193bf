import fc from "fast-check";
import { expect, test } from "vitest";
import { CANONICAL_DETECTOR } from "@/lib/core/shapes/canonical/detect-canonical";
import { isPlainlyCanonical } from "@/lib/core/shapes/canonical/is-plainly-canonical";
import { RETELL_DETECTOR } from "@/lib/core/shapes/retell/detect-retell";
import { CONVERTED_SHAPES } from "@/lib/core/shapes/source/registry";
import { VAPI_DETECTOR } from "@/lib/core/shapes/vapi/detect-vapi";
import { parseJson } from "@/lib/core/text/scan-json";
import { fixtureCases } from "./fixture-cases";

/** From this score on another shape would be a rival, which a person is asked about. */
const RIVAL = 0.85;

const OTHERS = [VAPI_DETECTOR, RETELL_DETECTOR, ...CONVERTED_SHAPES.filter(({ shape }) => shape !== "generic")];

/** Records of every shape and what stands in them, to be put where a canonical call has room. */
const PARTS: readonly unknown[] = fixtureCases().flatMap(({ text }) => {
  const value = valueOf(text);
  return typeof value === "object" && value !== null ? [value, ...(Object.values(value) as readonly unknown[])] : [];
});

const part: fc.Arbitrary<unknown> = fc.nat().map((place) => PARTS[place % PARTS.length]);
const mixed = (own: object) => part.map((value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value, ...own } : own));
const plainCall = fc.record(
  {
    call: mixed({ externalId: "call-1" }),
    transcript: fc.tuple(mixed({}), part).map(([others, turns]) => ({ ...others, turns: Array.isArray(turns) ? turns : [] })),
    agent: part,
    agentId: part,
    version: part,
    systemPrompt: part,
    metadata: part,
  },
  { requiredKeys: ["call", "transcript"] },
);

test("what is plainly canonical scores so low with every other shape that nobody would be asked", () => {
  expect(PARTS.length).toBeGreaterThan(500);
  fc.assert(
    fc.property(plainCall, (value) => {
      const root = rootOf(value);
      expect(isPlainlyCanonical(root)).toBe(true);
      expect(CANONICAL_DETECTOR.inspect(root)?.score).toBe(1);
      for (const { shape, inspect } of OTHERS) expect([shape, inspect(root)?.score ?? 0]).toSatisfy(([, score]) => Number(score) <= RIVAL);
    }),
    { seed: 20_261_121, numRuns: 1_500 },
  );
});

test.each([
  ["a member of another's", { call: { externalId: "1" }, transcript: { turns: [] }, messages: [] }],
  ["no id", { call: {}, transcript: { turns: [] } }],
  ["no list of turns", { call: { externalId: "1" }, transcript: {} }],
  ["a list", [{ call: { externalId: "1" }, transcript: { turns: [] } }]],
])("with %s every shape is asked", (_name, value) => {
  expect(isPlainlyCanonical(rootOf(value))).toBe(false);
});

function rootOf(value: unknown) {
  const parsed = parseJson(JSON.stringify(value));
  if (!parsed.ok) throw new Error("The example does not parse");
  return parsed.value.root;
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A format that is no JSON has no parts.
    return null;
  }
}
