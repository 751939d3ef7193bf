import { failure, success, type Result } from "@/lib/core/result";
import { findBadUtf8 } from "./find-bad-utf8";
import { nameBinary } from "./name-binary";

export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  readonly hadByteOrderMark: boolean;
  /** What was done to the bytes that a person should know, as sentences. */
  readonly notes: readonly string[];
}

export interface DecodeProblem {
  readonly code: "empty" | "binary" | "bad-utf8" | "odd-utf16";
  /** Bytes from the start, 0 for the first. */
  readonly offset: number;
  /** What is wrong, that nothing was taken in, and what to do. */
  readonly message: string;
}

/**
 * Turns bytes into text. UTF-8 is judged strictly (RFC 3629); UTF-16 is recognised by its byte order mark or by the pattern of
 * its zero bytes. Nothing is ever replaced by U+FFFD: what cannot be read exactly is refused with its place.
 */
export function decodeBytes(bytes: Uint8Array): Result<DecodedText, DecodeProblem> {
  const utf8Mark = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  if (bytes.length === (utf8Mark ? 3 : 0)) return refuse("empty", 0, "This is empty. Nothing was taken in.");
  const kind = nameBinary(bytes);
  if (kind !== null) return refuse("binary", 0, `This is ${kind.name}, not text. Nothing was taken in. ${kind.advice}`);
  const wide = recogniseUtf16(bytes);
  if (wide !== null) return decodeUtf16(bytes, wide);
  const zero = bytes.indexOf(0);
  if (zero >= 0) return refuse("binary", zero, `This is not text: there is a zero byte at offset ${zero}. Nothing was taken in. Choose a JSON file.`);
  return decodeUtf8(bytes, utf8Mark);
}

function decodeUtf8(bytes: Uint8Array, hadByteOrderMark: boolean): Result<DecodedText, DecodeProblem> {
  try {
    return success({ text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", hadByteOrderMark, notes: [] });
  } catch (error) {
    // The decoder says that, not where: only a refused text is read a second time.
    const offset = findBadUtf8(bytes);
    if (offset === null) throw error;
    const first = `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
    return refuse("bad-utf8", offset, `This is not valid UTF-8: the byte at offset ${offset} (${first}) does not belong there. Nothing was taken in. Save it as UTF-8 and try again.`);
  }
}

interface WideText {
  readonly encoding: "utf-16le" | "utf-16be";
  readonly hadByteOrderMark: boolean;
}

/** Enough to see a pattern, little enough to cost nothing. */
const SAMPLE_BYTES = 1_024;
/** Share of units whose high byte is zero, one in eight: even a Chinese call has its keys and punctuation in ASCII. */
const MIN_ZERO_SHARE = 1 / 8;
/** Zeros on the other side are rare: the ideographic blank U+3000 has one, an emoji may. */
const MAX_STRAY_SHARE = 1 / 4;

function recogniseUtf16(bytes: Uint8Array): WideText | null {
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: "utf-16le", hadByteOrderMark: true };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: "utf-16be", hadByteOrderMark: true };
  const end = Math.min(bytes.length, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = (end / 2) * MIN_ZERO_SHARE;
  if (bytes[1] === 0 && odd >= enough && even <= odd * MAX_STRAY_SHARE) return { encoding: "utf-16le", hadByteOrderMark: false };
  if (bytes[0] === 0 && even >= enough && odd <= even * MAX_STRAY_SHARE) return { encoding: "utf-16be", hadByteOrderMark: false };
  return null;
}

function decodeUtf16(bytes: Uint8Array, { encoding, hadByteOrderMark }: WideText): Result<DecodedText, DecodeProblem> {
  const name = encoding === "utf-16le" ? "UTF-16 (little endian)" : "UTF-16 (big endian)";
  const advice = "Nothing was taken in. Save it as UTF-8 and try again.";
  if (bytes.length % 2 === 1) return refuse("odd-utf16", bytes.length - 1, `This is ${name} and ends in half a character at offset ${bytes.length - 1}. ${advice}`);
  if (hadByteOrderMark && bytes.length === 2) return refuse("empty", 0, "This is empty. Nothing was taken in.");
  const text = new TextDecoder(encoding).decode(bytes);
  const lone = findLoneUnit(bytes, encoding === "utf-16le");
  if (lone !== null) return refuse("odd-utf16", lone, `This is ${name} with half of a surrogate pair at offset ${lone}. ${advice}`);
  return success({ text, encoding, hadByteOrderMark, notes: [`The text was in ${name} and is sent as UTF-8.`] });
}

/** Byte offset of the first surrogate without its partner. */
function findLoneUnit(bytes: Uint8Array, littleEndian: boolean): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += 2) {
    const unit = view.getUint16(at, littleEndian);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = at + 2 < bytes.length ? view.getUint16(at + 2, littleEndian) : 0;
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return at;
    at += 2;
  }
  return null;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function refuse(code: DecodeProblem["code"], offset: number, message: string): Result<never, DecodeProblem> {
  return failure({ code, offset, message });
}
