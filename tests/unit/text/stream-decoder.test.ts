import fc from "fast-check";
import { expect, test } from "vitest";
import { findBadUtf8 } from "@/lib/core/text/find-bad-utf8";
import { StreamDecoder } from "@/lib/core/text/stream-decoder";

/** Text, or the code and offset of the problem. */
function decodeInPieces(bytes: Uint8Array, cuts: readonly number[]): string | readonly [string, number] {
  const decoder = new StreamDecoder();
  let text = "";
  let from = 0;
  for (const to of [...[...cuts].map((cut) => cut % (bytes.length + 1)).sort((left, right) => left - right), bytes.length]) {
    const pushed = decoder.push(bytes.subarray(from, to));
    if (!pushed.ok) return [pushed.error.code, pushed.error.offset];
    text += pushed.value;
    from = to;
  }
  const rest = decoder.end();
  return rest.ok ? text + rest.value : [rest.error.code, rest.error.offset];
}

const CUTS = fc.array(fc.nat({ max: 5_000 }), { maxLength: 6 });

test("a text cut anywhere is the same text, in UTF-8 and both kinds of UTF-16", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 2_000 }), CUTS, fc.constantFrom("utf-8", "utf-16le", "utf-16be"), (inner, cuts, encoding) => {
      const text = `{"text":"${inner.replaceAll("\0", " ")}"}`;
      expect(decodeInPieces(encode(text, encoding), cuts)).toBe(text);
    }),
    { seed: 20_261_121, numRuns: 300 },
  );
});

test("a bad byte is told at its offset, wherever the pieces are cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1_100, maxLength: 3_000 }), fc.nat(), fc.integer({ min: 0x80, max: 0xff }), CUTS, (inner, place, byte, cuts) => {
      const bytes = new TextEncoder().encode(`"${inner.replaceAll("\0", " ")}"`);
      bytes[1 + (place % (bytes.length - 1))] = byte;
      const bad = findBadUtf8(bytes);
      if (bad !== null) expect(decodeInPieces(bytes, cuts)).toEqual(["bad-utf8", bad]);
      else expect(decodeInPieces(bytes, cuts)).toBe(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    }),
    { seed: 20_261_121, numRuns: 300 },
  );
});

test("a lone surrogate in UTF-16 is told across a cut", () => {
  const bytes = encode(`{"text":"${"a".repeat(1_200)}\ud83d!"}`, "utf-16le");
  const at = 2 * (9 + 1_200);
  expect(decodeInPieces(bytes, [at + 1, at + 2])).toEqual(["odd-utf16", at]);
});

test("a zero byte past the first kilobyte is told at its offset", () => {
  const bytes = new TextEncoder().encode(`"${"a".repeat(5_000)}\0"`);
  expect(decodeInPieces(bytes, [100, 4_000])).toEqual(["binary", 5_001]);
});

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), encoding === "utf-16le");
  return new Uint8Array(view.buffer);
}
