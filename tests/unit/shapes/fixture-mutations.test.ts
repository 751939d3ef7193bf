import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProblemCode } from "@/lib/core/problems/problem-codes";
import { RULES } from "@/lib/core/problems/rules";
import { readSourceRecord } from "@/lib/core/shapes/source/read-source-record";
import { leaves } from "@/lib/core/text/json-values";
import { loadZeltoFacts } from "../../support/zelto-facts";
import { fixtureCases, type FixtureCase } from "./fixture-cases";
import { inspectRecord } from "./inspect-record";
import { mutateJson, mutateText, mutations, type Mutation } from "./mutate-json";

const CASES = fixtureCases();
/** Small records: a thousand turns more find nothing that ten do not. */
const MAX_CHARACTERS = 20_000;
const RUNS = 40;
/** A source may lack an id, an agent and a role that Zelto knows; nothing else may come out of a conversion that Zelto refuses. */
const LACKING = new Set<ProblemCode>(["missing_field", "agent_reference_missing", "role_unknown"]);

/** As in mutate-json.ts. */
const SECRET = "sk-test-0123456789abcdefghij";

const facts = loadZeltoFacts({ closed: false });

function mutate({ text }: FixtureCase, changes: readonly Mutation[]): string {
  try {
    return mutateJson(JSON.parse(text), changes);
  } catch {
    // A record that is no JSON: its text is changed instead.
    return mutateText(text, changes);
  }
}

/** What came of a mutated record: "unread", "as it is" or "converted". */
function check(text: string, answers: FixtureCase["expected"]["answers"]): string {
  if (!readSourceRecord(text).ok) return "unread";
  const { root, detection, conversion, problems } = inspectRecord(text, answers);
  if (!conversion) return "as it is";
  const { receipt } = conversion;
  expect(receipt.entries).toHaveLength(leaves(root).length);
  expect(receipt.carried + receipt.changed + receipt.dropped).toBe(receipt.entries.length);
  expect(receipt.entries.filter(({ kind, to }) => (to === undefined) !== (kind === "dropped"))).toEqual([]);
  for (const entry of receipt.entries) if (entry.kind !== "carried") expect(entry.reason, entry.from).toBeTruthy();
  if (detection.shape === "no-call") return "no call";
  expect(problems.filter(({ level, code }) => level === "blocks" && !LACKING.has(code))).toEqual([]);
  expect(problems.some(({ code }) => RULES[code].inSchema === true)).toBe(!facts.allowsBody("uploadCall", JSON.parse(conversion.text)));
  // What a person says is carried whatever it is; metadata is what is kept beside it.
  expect(JSON.stringify((JSON.parse(conversion.text) as { metadata?: unknown }).metadata ?? null)).not.toContain(SECRET);
  return "converted";
}

describe("a fixture with random changes", () => {
  it.each(CASES.filter(({ text }) => text.length <= MAX_CHARACTERS).map((fixture) => [fixture.name, fixture] as const))(
    "of %s is read without an exception, accounts for each leaf and breaks no rule of the schema by itself",
    (_name, fixture) => {
      let read = 0;
      fc.assert(
        fc.property(mutations, (changes) => {
          if (check(mutate(fixture, changes), fixture.expected.answers) !== "unread") read += 1;
        }),
        { numRuns: RUNS, seed: 20_261_121 },
      );
      expect(read).toBeGreaterThan(0);
    },
  );
});
