export type Tokens = ReadonlyMap<string, string>;

export interface ThemeTokens {
  readonly light: Tokens;
  readonly dark: Tokens;
  readonly darkBySystem: Tokens;
}

/** Reads the three blocks of custom properties from the style sheet. */
export function readTokens(css: string): ThemeTokens {
  return {
    light: block(css, ":root {"),
    dark: block(css, '[data-theme="dark"] {'),
    darkBySystem: block(css, ':root:not([data-theme="light"], [data-theme="dark"]) {'),
  };
}

function block(css: string, opening: string): Tokens {
  const start = css.indexOf(opening);
  if (start < 0) throw new Error(`app/globals.css has no block ${opening}`);
  const body = css.slice(start + opening.length, css.indexOf("}", start));
  return new Map([...body.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]));
}

export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** Reads "#rrggbb" into parts between 0 and 1. */
export function parseColour(hex: string): Colour {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (digits === null) throw new Error(`not a colour: ${hex}`);
  const [, red = "", green = "", blue = ""] = digits;
  return { red: Number.parseInt(red, 16) / 255, green: Number.parseInt(green, 16) / 255, blue: Number.parseInt(blue, 16) / 255 };
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance({ red, green, blue }: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
