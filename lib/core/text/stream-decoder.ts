import { failure, success, type Result } from "@/lib/core/result";
import type { DecodeProblem } from "./decode-bytes";
import { findBadUtf8 } from "./find-bad-utf8";
import { nameBinary } from "./name-binary";
import { nameEncoding, recogniseEncoding, SAMPLE_BYTES, type Encoding } from "./recognise-encoding";
import { WideCheck } from "./wide-check";

/** The longest UTF-8 sequence less one: so much of a piece may belong to a character that the next piece completes. */
const MAX_TAIL = 3;

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
    this.decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
    this.wide = encoding === "utf-8" ? null : new WideCheck(encoding);
    return this.decode(start, this.decoder, more);
  }

  private decode(bytes: Uint8Array, decoder: TextDecoder, more: boolean): Result<string, DecodeProblem> {
    const problem = this.wide === null ? this.zeroByte(bytes) : this.wide.check(bytes, more);
    if (problem !== null) return failure(problem);
    try {
      const text = decoder.decode(bytes, { stream: more });
      this.characters += text.length;
      this.keepTail(bytes);
      return success(text);
    } catch (error) {
      // The decoder says that, not where: only a refused piece is read a second time.
      return failure(this.badByte(bytes, error));
    }
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
