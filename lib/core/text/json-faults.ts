import { describeCharacter } from "./describe-character";
import type { Fault } from "./json-syntax-problem";

/*
 * What is wrong with a token that the scanner refused. Told apart only here, after the fact: the scanner itself just has to be
 * quick at seeing that something is.
 */

type TokenFault = Omit<Fault, "kind">;

const MINUS_ALONE = /-(?!\d)/y;
const LEADING_ZERO = /-?0\d/y;
const POINT_ALONE = /-?\d+\.(?!\d)/y;
const EXPONENT_ALONE = /-?\d+(?:\.\d+)?[eE][+-]?/y;

/** Why what starts here with a digit or a minus sign is no JSON number. */
export function numberFault(text: string, start: number): TokenFault {
  if (matchEnd(LEADING_ZERO, text, start) !== null) {
    return { offset: start, situation: "", expected: "a number without leading zeros", sentence: "A number must not begin with a zero that other digits follow." };
  }
  const minus = matchEnd(MINUS_ALONE, text, start);
  if (minus !== null) return { offset: minus, situation: "After a minus sign", expected: "a digit" };
  const point = matchEnd(POINT_ALONE, text, start);
  if (point !== null) return { offset: point, situation: "After the decimal point of a number", expected: "a digit" };
  return { offset: matchEnd(EXPONENT_ALONE, text, start) ?? start, situation: "In the exponent of a number", expected: "a digit" };
}

/** Why a string that starts at `start` cannot go on at `at`: a control character, or the end of the text. */
export function stringFault(text: string, start: number, at: number): TokenFault {
  const fault = { offset: at, situation: "In a string", inside: { what: "a string", start } } as const;
  const found = text[at];
  if (found === undefined) return { ...fault, expected: "a double quote" };
  if (found !== "\n" && found !== "\r") {
    const sentence = `In a string a control character must be written as an escape such as \\t, and there is ${describeCharacter(text, at)}.`;
    return { ...fault, expected: "an escape such as \\t", sentence };
  }
  const column = start - Math.max(text.lastIndexOf("\n", start), text.lastIndexOf("\r", start));
  const sentence = `The string that begins at column ${column} is not closed on its line: a double quote was expected, and there is a line break.`;
  return { ...fault, expected: "a double quote", sentence };
}

/** Why the backslash at `at` begins no escape. */
export function escapeFault(text: string, start: number, at: number): TokenFault {
  const inside = { what: "a string", start } as const;
  if (text[at + 1] !== "u") return { offset: at + 1, situation: "After a backslash in a string", expected: 'one of " \\ / b f n r t u', inside };
  const digits = /^[0-9a-fA-F]*/.exec(text.slice(at + 2, at + 6))?.[0] ?? "";
  return { offset: at + 2 + digits.length, situation: "After \\u in a string", expected: "a code of four hexadecimal digits", inside };
}

function matchEnd(pattern: RegExp, text: string, start: number): number | null {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : null;
}
