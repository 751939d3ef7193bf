import { failure, success, type Result } from "@/lib/core/result";
import type { DecodeProblem } from "./decode-problem";
import { findBadUtf8 } from "./find-bad-utf8";
import { nameBinary } from "./name-binary";
import { nameEncoding, recogniseEncoding, SAMPLE_BYTES, type Encoding } from "./recognise-encoding";
import { WideCheck } from "./wide-check";

/** The longest UTF-8 sequence less one: so much of a piece may belong to a character that the next piece completes. */
const MAX_TAIL = 3;
const BYTE_ORDER_MARK_BYTES = 3;

/**
 * Turns bytes that come in pieces into text, as strictly as `decodeBytes` does with all of them. The encoding is told by the first
 * kilobyte. Offsets in problems count from the first byte. After a problem nothing more may be pushed.
 */
export class StreamDecoder {
  encoding: Encoding = "utf-8";
  hadByteOrderMark = false;
  private decoder: TextDecoder | null = null;
  private wide: WideCheck | null = null;
  /** Before the encoding is known: the bytes so far. After: the last few, of which the next piece may need to know. */
  private held = new Uint8Array(0);
  /** The first bytes of a character that the next piece completes. */
  private cut = new Uint8Array(0);
  private seen = 0;
  private characters = 0;

  /** What a person should know of how the bytes were read, as sentences. */
  get notes(): readonly string[] {
    return this.encoding === "utf-8" ? [] : [`The text was in ${nameEncoding(this.encoding)} and is sent as UTF-8.`];
  }

  /** The text of a further piece, as far as it is whole. */
  push(bytes: Uint8Array): Result<string, DecodeProblem> {
    if (this.decoder !== null) return this.decode(bytes, this.decoder, true);
    const start = this.held.length === 0 ? bytes : joined(this.held, bytes);
    if (start.length < SAMPLE_BYTES) {
      this.held = start.slice();
      return success("");
    }
    return this.begin(start, true);
  }

  /** The rest of the text, or why the bytes as a whole are none. */
  end(): Result<string, DecodeProblem> {
    if (this.decoder === null) {
      const begun = this.begin(this.held, false);
      return begun.ok && this.characters === 0 ? refuse("empty", 0, "This is empty. Nothing was taken in.") : begun;
    }
    const rest = this.decode(new Uint8Array(0), this.decoder, false);
    return rest.ok && this.characters === 0 ? refuse("empty", 0, "This is empty. Nothing was taken in.") : rest;
  }

  private begin(start: Uint8Array, more: boolean): Result<string, DecodeProblem> {
    this.held = new Uint8Array(0);
    if (start.length === 0) return success("");
    const kind = nameBinary(start);
    if (kind !== null) return refuse("binary", 0, `This is ${kind.name}, not text. Nothing was taken in. ${kind.advice}`);
    const { encoding, hadByteOrderMark } = recogniseEncoding(start);
    this.encoding = encoding;
    this.hadByteOrderMark = hadByteOrderMark;
    this.wide = encoding === "utf-8" ? null : new WideCheck(encoding);
    // The mark is taken off here: the decoder begins anew with each piece, and one inside the text is a character like any other.
    this.decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8", ignoreBOM: encoding === "utf-8" });
    if (encoding !== "utf-8" || !hadByteOrderMark) return this.decode(start, this.decoder, more);
    this.seen = BYTE_ORDER_MARK_BYTES;
    return this.decode(start.subarray(BYTE_ORDER_MARK_BYTES), this.decoder, more);
  }

  private decode(bytes: Uint8Array, decoder: TextDecoder, more: boolean): Result<string, DecodeProblem> {
    const problem = this.wide === null ? this.zeroByte(bytes) : this.wide.check(bytes, more);
    if (problem !== null) return failure(problem);
    try {
      const text = this.wide === null ? this.decodeUtf8(bytes, decoder, more) : decoder.decode(bytes, { stream: more });
      this.characters += text.length;
      this.keepTail(bytes);
      return success(text);
    } catch (error) {
      // The decoder says that, not where: only a refused piece is read a second time.
      return failure(this.badByte(bytes, error));
    }
  }

  /**
   * Each piece is decoded by itself, up to its last whole character: an engine's decoder that has to remember where it was answers with
   * two bytes a character, and all reading of its text is slower (a third of an intake under Node).
   */
  private decodeUtf8(bytes: Uint8Array, decoder: TextDecoder, more: boolean): string {
    const ready = this.cut.length === 0 ? bytes : joined(this.cut, bytes);
    const end = more ? wholeCharacters(ready) : ready.length;
    const text = decoder.decode(ready.subarray(0, end));
    this.cut = ready.slice(end);
    return text;
  }

  private zeroByte(bytes: Uint8Array): DecodeProblem | null {
    const zero = bytes.indexOf(0);
    if (zero < 0) return null;
    const offset = this.seen + zero;
    return { code: "binary", offset, message: `This is not text: there is a zero byte at offset ${offset}. Nothing was taken in. Choose a JSON file.` };
  }

  private badByte(bytes: Uint8Array, cause: unknown): DecodeProblem {
    const read = joined(this.held, bytes);
    // What is held begins inside a character at times: those bytes belong to one that was whole before.
    const from = continuationBytes(read, this.held.length);
    const at = findBadUtf8(read.subarray(from));
    if (at === null) throw cause;
    const offset = this.seen - this.held.length + from + at;
    const first = `0x${(read[from + at] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
    const message = `This is not valid UTF-8: the byte at offset ${offset} (${first}) does not belong there. Nothing was taken in. Save it as UTF-8 and try again.`;
    return { code: "bad-utf8", offset, message };
  }

  private keepTail(bytes: Uint8Array): void {
    this.seen += bytes.length;
    if (this.wide === null) this.held = bytes.length >= MAX_TAIL ? bytes.slice(-MAX_TAIL) : joined(this.held, bytes).slice(-MAX_TAIL);
  }
}

/** How many bytes stand before a character that is cut off at the end. Of what is no UTF-8 nothing is kept back: the decoder refuses it. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(MAX_TAIL, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** How many of the first bytes only continue a character. */
function continuationBytes(bytes: Uint8Array, limit: number): number {
  let count = 0;
  while (count < limit && ((bytes[count] ?? 0) & 0xc0) === 0x80) count += 1;
  return count;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function refuse(code: DecodeProblem["code"], offset: number, message: string): Result<never, DecodeProblem> {
  return failure({ code, offset, message });
}
