import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** Ours: as much as is read of a file at a time (`readPieces`), so that most pieces need no copy. Part of what a fingerprint is: another size makes others. */
const PIECE_BYTES = 512 * 1024;
/** Ours: from this size on the engine's own hash, which works beside the reading, is worth its round trip. */
const MIN_NATIVE_BYTES = 256 * 1024;

/** The fingerprint of an entry, made while it is being read. */
export interface EntryHash {
  update(bytes: Uint8Array<ArrayBuffer>): void;
  /** 64 hexadecimal digits. */
  finish(): Promise<string>;
}

/**
 * The SHA-256 of an entry of up to 512 KiB; of a longer one the SHA-256 of the SHA-256s of its pieces of 512 KiB, one behind the other.
 * The engine hashes only what is whole, ten times as fast as script does and on a thread of its own: with pieces a source of
 * any size is read at its speed. However the bytes come cut, the fingerprint is the same.
 */
export function createEntryHash(): EntryHash {
  const pieces: Promise<Uint8Array>[] = [];
  let open: Uint8Array<ArrayBuffer> | null = null;
  let length = 0;
  const take = (bytes: Uint8Array<ArrayBuffer>): void => {
    if (open === null && bytes.length === PIECE_BYTES) {
      pieces.push(digest(bytes));
      return;
    }
    open = withRoom(open, length, length + bytes.length);
    open.set(bytes, length);
    length += bytes.length;
    if (length < PIECE_BYTES) return;
    pieces.push(digest(open));
    open = null;
    length = 0;
  };
  return {
    update(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const end = Math.min(bytes.length, at + PIECE_BYTES - length);
        take(bytes.subarray(at, end));
        at = end;
      }
    },
    async finish() {
      if (open !== null || pieces.length === 0) pieces.push(digest(open === null ? new Uint8Array(0) : open.subarray(0, length)));
      const digests = await Promise.all(pieces);
      const [only] = digests;
      return bytesToHex(digests.length === 1 && only ? only : sha256(joined(digests)));
    },
  };
}

/** `crypto.subtle` copies the bytes before it answers; it is missing where the page is served over plain HTTP to another machine. */
function digest(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (subtle === undefined || bytes.length < MIN_NATIVE_BYTES) return Promise.resolve(sha256(bytes));
  return subtle.digest("SHA-256", bytes).then((buffer) => new Uint8Array(buffer));
}

/** A small entry takes no whole piece: the buffer grows as it fills. */
function withRoom(buffer: Uint8Array<ArrayBuffer> | null, filled: number, needed: number): Uint8Array<ArrayBuffer> {
  if (buffer !== null && buffer.length >= needed) return buffer;
  const larger = new Uint8Array(Math.min(PIECE_BYTES, Math.max(needed, 2 * (buffer?.length ?? 0))));
  if (buffer !== null) larger.set(buffer.subarray(0, filled));
  return larger;
}

function joined(digests: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(digests.length * 32);
  for (const [place, bytes] of digests.entries()) all.set(bytes, place * 32);
  return all;
}
