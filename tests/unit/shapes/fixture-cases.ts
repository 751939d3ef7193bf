import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Answers } from "@/lib/core/shapes/answers";

export interface ExpectedRemark {
  readonly kind: string;
  /** Formatted path in the canonical call, "" for the whole call; not compared where it is left out. */
  readonly path?: string;
}

/** What a record has to become, written by hand from the rules of its shape. */
export interface Expectation {
  readonly shape: string;
  /** The canonical call; `"intake-*"` as external id stands for any id made of the words. Left out for what is not converted. */
  readonly call?: unknown;
  readonly receipt?: { readonly carried: number; readonly changed: number; readonly dropped: number };
  readonly questions?: readonly string[];
  readonly remarks?: readonly (string | ExpectedRemark)[];
  /** What a person has said before. */
  readonly answers?: Answers;
  /** Codes of problems that stand in the way of sending, each once, in any order; [] unless said. */
  readonly blocks?: readonly string[];
}

export interface FixtureCase {
  /** `bland-call/robot-and-actions`. */
  readonly name: string;
  readonly text: string;
  readonly expected: Expectation;
}

const FOLDER = fileURLToPath(new URL("../../fixtures/shapes/", import.meta.url));
const EXPECTED = ".expected.json";

/** Every record of tests/fixtures/shapes with what it has to become. A source without its expectation is a mistake. */
export function fixtureCases(): readonly FixtureCase[] {
  const files = filesBelow(FOLDER);
  const expectations = files.filter((file) => file.endsWith(EXPECTED));
  const sources = files.filter((file) => !file.endsWith(EXPECTED) && !file.endsWith(".md"));
  const cases = sources.map((file): FixtureCase => {
    const stem = file.replace(/\.[^./\\]+$/, "");
    const expectation = expectations.find((candidate) => candidate === stem + EXPECTED);
    if (expectation === undefined) throw new Error(`${relative(FOLDER, file)} has no ${EXPECTED}`);
    return {
      name: relative(FOLDER, stem),
      text: readFileSync(file, "utf8"),
      // Read in the test that asks for it, so that a broken expectation fails that test and no other.
      get expected(): Expectation {
        return JSON.parse(readFileSync(expectation, "utf8")) as Expectation;
      },
    };
  });
  if (cases.length !== expectations.length) throw new Error(`${expectations.length} expectations for ${cases.length} sources in tests/fixtures/shapes`);
  return cases;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => (statSync(join(folder, name)).isDirectory() ? filesBelow(join(folder, name)) : [join(folder, name)]));
}
