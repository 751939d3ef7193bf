import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteLength, sha256Hex, utf8 } from "@/lib/core/text/fingerprint";
import { SEED } from "./json-arbitrary";

describe("fingerprint", () => {
  it("gives the digests of FIPS 180-4's examples", () => {
    expect(sha256Hex(utf8(""))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256Hex(utf8("abc"))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("counts the bytes of every length of character", () => {
    expect(byteLength("aé日😀")).toBe(10);
    expect(byteLength("\u007f\u0080\u07ff\u0800\uffff")).toBe(11);
    expect(byteLength("\ud800x\udc00")).toBe(7);
  });

  it("counts the bytes that encoding makes", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "é", "日", "😀", "\ud83d", "\ude00")), (parts) => {
        const text = parts.join("");
        expect(byteLength(text)).toBe(utf8(text).length);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
