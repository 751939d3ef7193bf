import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { isHighSurrogate, isLowSurrogate } from "./surrogates";

/** SHA-256 of bytes, 64 lower-case hexadecimal digits. Synchronous and the same in browser, worker and server. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** The UTF-8 bytes of a text, without byte order mark. UTF-8 cannot hold a lone surrogate: it becomes U+FFFD, so escape it before. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Length in bytes that `utf8` would give, without making them. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    bytes += code < 0x800 ? 1 : 2;
    // A pair is two units and four bytes; both units were counted, and the first has just added two.
    if (isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(at + 1))) at += 1;
  }
  return bytes;
}
