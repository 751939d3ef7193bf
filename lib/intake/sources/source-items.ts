import type { GivenSource } from "@/lib/intake/inspected-source";
import { crc32 } from "./crc32";
import type { GivenBlob } from "./given-blob";
import { readPieces, readRange, SMALL_BYTES } from "./read-pieces";
import { SourceRefused, type SourceItem } from "./source-item";
import { damagedSentence, unpack, UnpackBudget } from "./unpack";
import { zipItems } from "./zip-items";

/** What stands in a given source. Its first bytes decide whether it is an archive, never its name. */
export async function* sourceItems({ name, content, provider }: GivenSource): AsyncGenerator<SourceItem> {
  if (typeof content === "string") {
    yield { kind: "entry", name, provider, notes: [], givenBytes: content.length, content: { text: content } };
    return;
  }
  const given: GivenBlob = { name, blob: content, provider };
  try {
    // A small file is asked for once: with 20,000 of them asking is what takes the time.
    const start = await readRange(content, 0, Math.min(content.size, content.size <= SMALL_BYTES ? content.size : 4));
    if (startsWith(start, [0x50, 0x4b, 0x03, 0x04]) || startsWith(start, [0x50, 0x4b, 0x05, 0x06])) yield* zipItems(given);
    else if (startsWith(start, [0x1f, 0x8b])) yield gzipItem(given);
    else if (start.length === content.size) yield { kind: "entry", name, provider, notes: [], givenBytes: content.size, content: { bytes: () => atHand(start), size: content.size } };
    else yield { kind: "entry", name, provider, notes: [], givenBytes: content.size, content: { bytes: () => readPieces(content), size: content.size } };
  } catch (error) {
    // A file that was moved or changed since it was chosen: the browser says no more than that.
    if (!(error instanceof DOMException)) throw error;
    yield { kind: "refused", name, provider, givenBytes: content.size, message: unreadableSentence(name) };
  }
}

async function* atHand(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield await Promise.resolve(bytes);
}

/** A file that the browser could not read. */
export function unreadableSentence(name: string): string {
  return `${name} could not be read. Nothing was taken in of it. Check that it is still there and unchanged, then try again.`;
}

function gzipItem({ name, blob, provider }: GivenBlob): SourceItem {
  return { kind: "entry", name, provider, notes: ["It was unpacked from gzip."], givenBytes: blob.size, content: { bytes: () => gzipBytes(name, blob), size: null } };
}

async function* gzipBytes(name: string, blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let [crc, length, further] = [0, 0, 0];
  const budget = new UnpackBudget(name, blob.size);
  for await (const piece of unpack("gzip", readPieces(blob), { name, budget, onMember: () => (further += 1) })) {
    crc = crc32(piece, crc);
    length += piece.byteLength;
    yield piece;
  }
  const end = new DataView((await readRange(blob, Math.max(0, blob.size - 8), blob.size)).buffer);
  // The last 8 bytes name the sum and length of the last member. Where there are several, they say nothing of the whole.
  const isWhole = end.byteLength === 8 && end.getUint32(0, true) === crc && end.getUint32(4, true) === length % 2 ** 32;
  if (further === 0 && !isWhole) throw new SourceRefused(damagedSentence(name));
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
