import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBytes } from "@/lib/core/text/decode-bytes";
import type { DecodeProblem } from "@/lib/core/text/decode-problem";
import { findBadUtf8 } from "@/lib/core/text/find-bad-utf8";
import { SEED } from "./json-arbitrary";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function utf16(text: string, options: { readonly littleEndian: boolean; readonly mark: boolean }): Uint8Array {
  const units = `${options.mark ? "\uFEFF" : ""}${text}`;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let index = 0; index < units.length; index += 1) view.setUint16(index * 2, units.charCodeAt(index), options.littleEndian);
  return new Uint8Array(view.buffer);
}

function refused(bytes: Uint8Array): DecodeProblem {
  const result = decodeBytes(bytes);
  if (result.ok) throw new Error(`taken for text: ${result.value.text}`);
  return result.error;
}

describe("UTF-8", () => {
  it("gives the text as it is, without a note", () => {
    expect(decodeBytes(utf8('{"é":"日😀"}'))).toEqual({ ok: true, value: { text: '{"é":"日😀"}', encoding: "utf-8", hadByteOrderMark: false, notes: [] } });
  });

  it("takes the byte order mark off and remembers it", () => {
    expect(decodeBytes(utf8("\uFEFF{}"))).toMatchObject({ value: { text: "{}", hadByteOrderMark: true } });
  });

  it("takes off one byte order mark only", () => {
    expect(decodeBytes(utf8("\uFEFF\uFEFF{}"))).toMatchObject({ value: { text: "\uFEFF{}" } });
  });

  it("reads back whatever was encoded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(text.isWellFormed() && !text.includes("\0") && !text.startsWith("\uFEFF") && text !== "" && !/^(?:PK|7z|GIF8|ID3|RIFF|OggS|fLaC)/.test(text) && !text.startsWith("\x1f"));
        expect(decodeBytes(utf8(text))).toMatchObject({ value: { text, encoding: "utf-8" } });
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  it.each([
    ["a lone continuation byte", "ab\x80", 2],
    ["an overlong slash", "{\xc0\xaf", 1],
    ["an overlong form of three bytes", "\xe0\x9f\xbf", 0],
    ["an overlong form of four bytes", "a\xf0\x8f\xbf\xbf", 1],
    ["a surrogate", "abc\xed\xa0\x80", 3],
    ["a point above U+10FFFF", "a\xf4\x90\x80\x80", 1],
    ["a byte that UTF-8 never has", "{\xff", 1],
    ["a cut sequence at the end", '{"a":"\xc3\xa9\xe6\x97', 8],
    ["a broken third byte", "a\xe6\x97x", 1],
    ["Latin-1", '{"n":"Andr\xe9"}', 10],
  ])("names the offset of %s", (_name, text, offset) => {
    const problem = refused(bytesOf(text));
    expect(problem).toMatchObject({ code: "bad-utf8", offset });
    expect(problem.message).toContain(`at offset ${offset} (0x`);
    expect(problem.message).toContain("Nothing was taken in.");
  });

  it("finds a bad byte exactly where the decoder refuses", () => {
    const bytes = fc.array(fc.constantFrom(0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf4, 0xf5), { maxLength: 8 });
    fc.assert(
      fc.property(bytes, (list) => {
        const whole = Uint8Array.from(list);
        const offset = findBadUtf8(whole);
        const decode = (part: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(part);
        if (offset === null) expect(() => decode(whole)).not.toThrow();
        else {
          expect(() => decode(whole)).toThrow();
          expect(() => decode(whole.slice(0, offset))).not.toThrow();
          for (let end = offset + 1; end <= whole.length; end += 1) expect(() => decode(whole.slice(offset, end))).toThrow();
        }
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });
});

describe("UTF-16", () => {
  it.each([
    [true, true, "utf-16le"],
    [true, false, "utf-16le"],
    [false, true, "utf-16be"],
    [false, false, "utf-16be"],
  ] as const)("is converted with a note (little endian %s, mark %s)", (littleEndian, mark, encoding) => {
    const text = '{"turns":[{"content":"日本語でお願いします 😀"}]}';
    const result = decodeBytes(utf16(text, { littleEndian, mark }));
    expect(result).toMatchObject({ ok: true, value: { text, encoding, hadByteOrderMark: mark } });
    expect(result.ok && result.value.notes).toEqual([`The text was in UTF-16 (${littleEndian ? "little" : "big"} endian) and is sent as UTF-8.`]);
  });

  it("is refused where it ends in half a character", () => {
    expect(refused(utf16("{}", { littleEndian: true, mark: true }).slice(0, 5))).toMatchObject({ code: "odd-utf16", offset: 4 });
  });

  it("is refused at a surrogate without its partner, which UTF-8 cannot hold", () => {
    expect(refused(utf16('{"a":"😀\ud800x"}', { littleEndian: true, mark: true }))).toMatchObject({ code: "odd-utf16", offset: 18 });
    expect(refused(utf16('{"a":"x\udc00"}', { littleEndian: false, mark: true }))).toMatchObject({ code: "odd-utf16", offset: 16 });
    expect(refused(utf16('{"a":"x\ud800', { littleEndian: false, mark: true }))).toMatchObject({ code: "odd-utf16", offset: 16 });
  });

  it("is judged by its own bytes when it is a part of a larger buffer", () => {
    const whole = Uint8Array.from([1, 2, 3, ...utf16('"\ud800"', { littleEndian: true, mark: true })]);
    expect(refused(whole.subarray(3))).toMatchObject({ offset: 4 });
  });
});

describe("what is no text", () => {
  it.each([
    ["nothing", new Uint8Array(), 0],
    ["a byte order mark alone", utf8("\uFEFF"), 0],
    ["a UTF-16 mark alone", Uint8Array.from([0xff, 0xfe]), 0],
  ])("calls %s empty", (_name, bytes, offset) => {
    expect(refused(bytes)).toEqual({ code: "empty", offset, message: "This is empty. Nothing was taken in." });
  });

  it.each([
    ["PK\x03\x04rest", "This is a ZIP archive, not text. Nothing was taken in. Unpack it and choose the JSON files inside."],
    ["\x1f\x8b\x08\x00", "This is a gzip file, not text. Nothing was taken in. Unpack it and choose the JSON files inside."],
    ["%PDF-1.7", "This is a PDF document, not text. Nothing was taken in. Choose a JSON file."],
    ["\x89PNG\r\n\x1a\n\0\0", "This is a PNG picture, not text. Nothing was taken in. Choose a JSON file."],
    ["RIFF\x24\x08\0\0WAVEfmt ", "This is a WAV recording, not text. Nothing was taken in. Upload the call's JSON and give the recording's address in it."],
    ["RIFF\x24\x08\0\0AVI ", "This is a RIFF media file, not text. Nothing was taken in. Upload the call's JSON and give the recording's address in it."],
    ["ID3\x04\0", "This is an MP3 recording, not text. Nothing was taken in. Upload the call's JSON and give the recording's address in it."],
    ["\0\0\0\x20ftypM4A ", "This is an MP4 recording, not text. Nothing was taken in. Upload the call's JSON and give the recording's address in it."],
  ])("names %j", (text, message) => {
    expect(refused(bytesOf(text))).toEqual({ code: "binary", offset: 0, message });
  });

  it.each(["OggS\0", "fLaC\0", "\xff\xd8\xff\xe0", "GIF89a", "SQLite format 3\0", "\x1a\x45\xdf\xa3", "\xff\xfe\0\0{\0\0\0"])("refuses %j by its first bytes", (text) => {
    expect(refused(bytesOf(text)).code).toBe("binary");
  });

  it("takes no JSON for a recording because of words at a fixed place", () => {
    expect(decodeBytes(utf8('["..ftyp"]')).ok).toBe(true);
    expect(decodeBytes(utf8('{"name":"WAVE"}')).ok).toBe(true);
    expect(decodeBytes(utf8('["....WAVE"]')).ok).toBe(true);
  });

  it("names the first zero byte", () => {
    expect(refused(bytesOf('{"a":"b\0c"}'))).toEqual({
      code: "binary",
      offset: 7,
      message: "This is not text: there is a zero byte at offset 7. Nothing was taken in. Choose a JSON file.",
    });
  });

  it("does not take zeros on both sides for UTF-16", () => {
    expect(refused(bytesOf("a\0\0b\0c\0d")).code).toBe("binary");
  });
});

describe("speed", () => {
  it("reads 50 MB and finds a bad byte at their end", () => {
    const bytes = new Uint8Array(50 * 1024 * 1024).fill(0x61);
    bytes[bytes.length - 1] = 0xff;
    expect(refused(bytes).offset).toBe(bytes.length - 1);
  });
});
