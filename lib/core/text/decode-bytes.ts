import { failure, success, type Result } from "@/lib/core/result";
import type { DecodeProblem } from "./decode-problem";
import type { Encoding } from "./recognise-encoding";
import { StreamDecoder } from "./stream-decoder";

export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly hadByteOrderMark: boolean;
  /** What was done to the bytes that a person should know, as sentences. */
  readonly notes: readonly string[];
}

/**
 * Turns bytes into text. UTF-8 is judged strictly (RFC 3629); UTF-16 is recognised by its byte order mark or by the pattern of
 * its zero bytes. Nothing is ever replaced by U+FFFD: what cannot be read exactly is refused with its place.
 */
export function decodeBytes(bytes: Uint8Array): Result<DecodedText, DecodeProblem> {
  const decoder = new StreamDecoder();
  const start = decoder.push(bytes);
  if (!start.ok) return start;
  const rest = decoder.end();
  if (!rest.ok) return failure(rest.error);
  const { encoding, hadByteOrderMark, notes } = decoder;
  return success({ text: start.value + rest.value, encoding, hadByteOrderMark, notes });
}
