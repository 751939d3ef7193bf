import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createEntryHash } from "@/lib/intake/sources/entry-hash";

const PIECE = 512 * 1024;
const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 255);
}

async function hashInPieces(bytes: Uint8Array<ArrayBuffer>, cuts: readonly number[]): Promise<string> {
  const hash = createEntryHash();
  let from = 0;
  for (const to of [...cuts.map((cut) => cut % (bytes.length + 1)).sort((left, right) => left - right), bytes.length]) {
    hash.update(bytes.subarray(from, to));
    from = to;
  }
  return hash.finish();
}

test.each([0, 1, 300_000, PIECE])("of %d bytes it is their SHA-256", async (length) => {
  expect(await hashInPieces(bytesOf(length), [])).toBe(sha256(bytesOf(length)).toString("hex"));
});

test("of more than a piece it is the SHA-256 of the pieces' own, however the bytes come cut", async () => {
  const bytes = bytesOf(2 * PIECE + 5);
  const expected = sha256(Buffer.concat([sha256(bytes.subarray(0, PIECE)), sha256(bytes.subarray(PIECE, 2 * PIECE)), sha256(bytes.subarray(2 * PIECE))])).toString("hex");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { maxLength: 5 }), async (cuts) => {
      expect(await hashInPieces(bytes, cuts)).toBe(expected);
    }),
    { seed: 20_261_121, numRuns: 20 },
  );
});
