import type { JsonNode } from "@/lib/core/text/json-node";

/** Digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/**
 * The double that a JSON number text stands for; Infinity where it is too large. Short decimals, which times and costs are, are
 * read in a loop: digits and power of ten are both exact then, so their quotient is the nearest double, as `Number` gives it,
 * in a quarter of the time.
 */
export function numberOf(source: string): number {
  if (source.length > EXACT_DIGITS) return Number(source);
  let digits = 0;
  let point = -1;
  for (let at = source.charCodeAt(0) === MINUS ? 1 : 0; at < source.length; at += 1) {
    const digit = source.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === POINT - ZERO) point = at;
    else return Number(source);
  }
  const value = point < 0 ? digits : digits / (POWERS_OF_TEN[source.length - point - 1] ?? 1);
  return source.charCodeAt(0) === MINUS ? -value : value;
}

/** The number of a number node as a double; null for anything else and for what a double cannot hold (1e400). */
export function readNumber(node: JsonNode | undefined): number | null {
  if (node?.type !== "number") return null;
  const value = numberOf(node.source);
  return Number.isFinite(value) ? value : null;
}

/** The text of a string node; null for anything else. */
export function readText(node: JsonNode | undefined): string | null {
  return node?.type === "string" ? node.value : null;
}
