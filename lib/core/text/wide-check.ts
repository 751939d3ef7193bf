import type { DecodeProblem } from "./decode-problem";
import { nameEncoding, type Encoding } from "./recognise-encoding";

const ADVICE = "Nothing was taken in. Save it as UTF-8 and try again.";

/** Looks through UTF-16 that comes in pieces for what a decoder would replace without a word: lone surrogates and half units. */
export class WideCheck {
  private readonly encoding: Exclude<Encoding, "utf-8">;
  private offset = 0;
  /** First byte of a unit that the next piece completes. */
  private half: number | null = null;
  /** Where a high surrogate stands that waits for its partner. */
  private high: number | null = null;

  constructor(encoding: Exclude<Encoding, "utf-8">) {
    this.encoding = encoding;
  }

  /** The first thing wrong in a further piece; with `more` false the text ends here. */
  check(bytes: Uint8Array, more: boolean): DecodeProblem | null {
    for (const byte of bytes) {
      if (this.half === null) this.half = byte;
      else {
        const unit = this.encoding === "utf-16le" ? this.half | (byte << 8) : (this.half << 8) | byte;
        this.half = null;
        const lone = this.loneAt(unit, this.offset - 1);
        if (lone !== null) return this.problem(`with half of a surrogate pair at offset ${lone}`, lone);
      }
      this.offset += 1;
    }
    if (more) return null;
    if (this.half !== null) return this.problem(`and ends in half a character at offset ${this.offset - 1}`, this.offset - 1);
    return this.high === null ? null : this.problem(`with half of a surrogate pair at offset ${this.high}`, this.high);
  }

  private loneAt(unit: number, at: number): number | null {
    const { high } = this;
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    if (high !== null && !isLow) return high;
    if (high === null && isLow) return at;
    this.high = unit >= 0xd800 && unit <= 0xdbff ? at : null;
    return null;
  }

  private problem(what: string, offset: number): DecodeProblem {
    return { code: "odd-utf16", offset, message: `This is ${nameEncoding(this.encoding)} ${what}. ${ADVICE}` };
  }
}
