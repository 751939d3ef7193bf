export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

export interface RecognisedEncoding {
  readonly encoding: Encoding;
  readonly hadByteOrderMark: boolean;
}

/** As many bytes tell the encoding of a text; fewer do where the text is shorter. */
export const SAMPLE_BYTES = 1_024;
/** Share of units whose high byte is zero, one in eight: even a Chinese call has its keys and punctuation in ASCII. */
const MIN_ZERO_SHARE = 1 / 8;
/** Zeros on the other side are rare: the ideographic blank U+3000 has one, an emoji may. */
const MAX_STRAY_SHARE = 1 / 4;

/** UTF-16 is recognised by its byte order mark or by the pattern of its zero bytes; all else is taken for UTF-8. */
export function recogniseEncoding(bytes: Uint8Array): RecognisedEncoding {
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: "utf-16le", hadByteOrderMark: true };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: "utf-16be", hadByteOrderMark: true };
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: "utf-8", hadByteOrderMark: true };
  const end = Math.min(bytes.length, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = (end / 2) * MIN_ZERO_SHARE;
  if (bytes[1] === 0 && odd >= enough && even <= odd * MAX_STRAY_SHARE) return { encoding: "utf-16le", hadByteOrderMark: false };
  if (bytes[0] === 0 && even >= enough && odd <= even * MAX_STRAY_SHARE) return { encoding: "utf-16be", hadByteOrderMark: false };
  return { encoding: "utf-8", hadByteOrderMark: false };
}

/** "UTF-16 (little endian)". */
export function nameEncoding(encoding: Exclude<Encoding, "utf-8">): string {
  return encoding === "utf-16le" ? "UTF-16 (little endian)" : "UTF-16 (big endian)";
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
