import fc from "fast-check";

/** One seed for all properties, so that a failing run is the same everywhere. */
export const SEED = 20_261_121;

const white = fc.constantFrom("", "", " ", "\n", "\r\n  ", "\t");
const piece = fc.constantFrom("a", "b", "é", "日", "😀", "\\n", "\\u0041", "\\ud83d\\ude00", "\\ud800", "\ud800", '\\"', "\\\\", "/", "\\/", "\u2028", "\u007f", "<b>");
const stringToken = fc.array(piece, { maxLength: 5 }).map((pieces) => `"${pieces.join("")}"`);
const keyToken = fc.oneof(fc.constantFrom('"a"', '"b"', '"call"', '"__proto__"', '"constructor"', '""', '"0"'), stringToken);
const numberToken = fc.oneof(
  fc.constantFrom("0", "-0", "1e400", "9007199254740993", "1.50", "-1E-2", "123456789012345678901234567890"),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
);
const scalar = fc.oneof(stringToken, numberToken, fc.constantFrom("true", "false", "null"));

/** Texts of JSON values as untidy as files are: white space, escapes, repeated and hostile keys, numbers that no double holds. */
export const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => {
  const padded = fc.tuple(white, tie("value"), white).map((parts) => parts.join(""));
  const items = fc.array(padded, { maxLength: 4 });
  const members = fc.array(fc.tuple(white, keyToken, white, padded), { maxLength: 4 });
  return {
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.tuple(white, items).map(([blank, list]) => `[${list.length === 0 ? blank : list.join(",")}]`),
      fc.tuple(white, members).map(([blank, list]) => `{${list.length === 0 ? blank : list.map(([before, key, gap, value]) => `${before}${key}${gap}:${value}`).join(",")}}`),
    ),
  };
}).value;

/** A text with one character taken away, doubled or replaced. */
export const mutated: fc.Arbitrary<string> = fc
  .tuple(jsonText, fc.nat(), fc.constantFrom("", ",", ":", "{", "}", "[", "]", '"', "\\", "0", "-", ".", "e", "\n", "\u0000", "'", "t"))
  .map(([text, place, other]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + other + text.slice(at + (place % 2));
  });
