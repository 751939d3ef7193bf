import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { contrast, parseColour, readTokens } from "./read-tokens";
import type { Tokens } from "./read-tokens";

const css = readFileSync("app/globals.css", "utf8");
const { light, dark, darkBySystem } = readTokens(css);

const GROUNDS = ["canvas", "surface", "sunken", "raised", "hover", "selected"] as const;
const TEXT_ON_ALL = ["ink", "ink-2", "ink-3", "accent-text", "landed", "accepted", "moving", "idle", "blocks", "loses", "odd"] as const;

/** Text and the ground that it stands on: at least 4.5 to 1 (WCAG 1.4.3). */
const TEXT: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => TEXT_ON_ALL.map((text) => [text, ground] as const)),
  ...["blocks", "loses", "odd"].flatMap((level) => [[level, `${level}-soft`] as const, ["ink", `${level}-soft`] as const, ["ink-2", `${level}-soft`] as const]),
  ["landed", "landed-soft"],
  ["ink", "landed-soft"],
  ["accent-text", "accent-soft"],
  ["ink", "accent-soft"],
  ["accent-text", "loses-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["on-inverse", "inverse"],
  ["on-inverse-2", "inverse"],
  ["sandbox", "sandbox-soft"],
  ["sandbox", "surface"],
  ["ink", "bubble-assistant"],
  ["ink-2", "bubble-assistant"],
  ["ink-3", "bubble-assistant"],
  ["ink", "bubble-user"],
  ["ink-2", "bubble-user"],
  ["ink-3", "bubble-user"],
  ["code-key", "surface"],
  ["code-number", "surface"],
  ["code-key", "sunken"],
  ["code-number", "sunken"],
];

/** Marks, edges of fields and the ring: at least 3 to 1 (WCAG 1.4.11). */
const MARKS: readonly (readonly [string, string])[] = [
  ...["surface", "sunken", "raised"].flatMap((ground) => [["control", ground] as const, ["focus", ground] as const]),
  ["focus", "canvas"],
  ["accent", "surface"],
  ["landed-fill", "surface"],
  ["landed-fill", "sunken"],
  ["accepted", "sunken"],
  ["ink-2", "sunken"],
  ["role-assistant", "surface"],
  ["role-user", "surface"],
  ["role-assistant", "sunken"],
  ["role-user", "sunken"],
];

/** A hex colour, a colour function, a variant for dark, or a class of the stock palette. */
const RAW_COLOUR = /#(?:[0-9a-f]{6}|[0-9a-f]{3})\b(?![\w-])|\b(?:rgba?|hsla?|oklch)\(|\bdark:[a-z[]|-(?:red|green|blue|gray|slate|zinc|amber|purple|violet)-\d{2,3}\b/i;

function tooFaint(tokens: Tokens, pairs: readonly (readonly [string, string])[], least: number): readonly string[] {
  return pairs
    .map(([front, ground]) => ({ front, ground, ratio: contrast(colourOf(tokens, front), colourOf(tokens, ground)) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ front, ground, ratio }) => `${front} on ${ground}: ${ratio.toFixed(2)}`);
}

function colourOf(tokens: Tokens, name: string) {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`app/globals.css has no token --${name}`);
  return parseColour(value);
}

describe("the colours of the design", () => {
  it("keep text at 4.5 to 1 and marks at 3 to 1 in both themes", () => {
    const looked = (TEXT.length + MARKS.length) * 2;
    console.log(`contrast: looked at ${looked} token pairs (${TEXT.length} of text and ${MARKS.length} of marks, in each of two themes)`);
    expect(looked).toBeGreaterThanOrEqual(224);
    for (const tokens of [light, dark]) {
      expect(tooFaint(tokens, TEXT, 4.5)).toEqual([]);
      expect(tooFaint(tokens, MARKS, 3)).toEqual([]);
    }
  });

  it("are the same in the dark theme that was chosen and the one that follows the system", () => {
    expect([...darkBySystem]).toEqual([...dark]);
    expect(dark.size).toBe(49);
  });

  it("have a dark value for each light one", () => {
    expect([...dark.keys()]).toEqual([...light.keys()]);
  });

  it("all have a utility, so that nothing needs a raw colour", () => {
    const names = [...light.keys()].filter((name) => name !== "shadow-pop");
    expect(names.filter((name) => !css.includes(`--color-${name}: var(--${name});`))).toEqual([]);
    expect(names.length).toBe(48);
  });
});

describe("the components", () => {
  it("paint with tokens alone: no raw colour, no class for the dark theme", () => {
    const files = readdirSync("components", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx") || file.endsWith(".ts"));
    console.log(`raw colours: looked at ${files.length} files of components`);
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => RAW_COLOUR.test(readFileSync(path.join("components", file), "utf8")))).toEqual([]);
  });

  it("would be caught with a raw colour", () => {
    for (const bad of ['"text-[#fff]"', '"bg-[rgb(0_0_0)]"', '"dark:bg-ink"', 'fill="#0a0a0a"', '"text-red-500"']) expect(RAW_COLOUR.test(bad), bad).toBe(true);
    for (const good of ['"text-ink-2"', 'href="#main"', '"/settings#target"', "`#${count}`"]) expect(RAW_COLOUR.test(good), good).toBe(false);
  });
});

describe("the measure of contrast", () => {
  it("gives 21 for black on white and 4.54 for the grey that just passes", () => {
    expect(contrast(parseColour("#000000"), parseColour("#ffffff"))).toBeCloseTo(21, 5);
    expect(contrast(parseColour("#767676"), parseColour("#ffffff"))).toBeCloseTo(4.54, 2);
  });

  it("finds a pair that is too faint", () => {
    const faint: Tokens = new Map([["a", "#777777"], ["b", "#ffffff"]]);
    expect(tooFaint(faint, [["a", "b"]], 4.5)).toEqual(["a on b: 4.48"]);
  });
});
