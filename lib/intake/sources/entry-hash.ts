import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** Ours: from this size on the browser's own hash, which works beside the reading, is worth its round trip; past the other it would hold too much. */
const MIN_NATIVE_BYTES = 256 * 1024;
const MAX_NATIVE_BYTES = 64 * 1024 * 1024;

/** The SHA-256 of an entry, made while it is being read. */
export interface EntryHash {
  update(bytes: Uint8Array<ArrayBuffer>): void;
  /** 64 hexadecimal digits. */
  finish(): Promise<string>;
}

/**
 * Where all bytes are known to be few enough they are collected and hashed by the browser in one go, which is ten times as fast;
 * else in script. `crypto.subtle` is missing where the page is served over plain HTTP to another machine.
 */
export function createEntryHash(size: number | null): EntryHash {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle !== undefined && size !== null && size >= MIN_NATIVE_BYTES && size <= MAX_NATIVE_BYTES) return nativeHash(subtle, size);
  const hash = sha256.create();
  return { update: (bytes) => void hash.update(bytes), finish: () => Promise.resolve(bytesToHex(hash.digest())) };
}

function nativeHash(subtle: SubtleCrypto, size: number): EntryHash {
  const all = new Uint8Array(size);
  let length = 0;
  let running: Promise<string> | null = null;
  const digest = () => subtle.digest("SHA-256", all.subarray(0, length)).then((buffer) => bytesToHex(new Uint8Array(buffer)));
  return {
    update: (bytes) => {
      // An archive may say of an entry that it is shorter than it is; such an entry is refused when it has been read.
      all.set(bytes.subarray(0, size - length), length);
      length = Math.min(size, length + bytes.length);
      if (length === size) running ??= digest();
    },
    finish: () => (running ??= digest()),
  };
}
