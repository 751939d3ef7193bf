import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { MAX_CHUNK_BYTES } from "@/lib/contracts/intake";
import { ChunkPacker, type RecordToSend } from "@/lib/intake/frame-chunks";
import { newUuid } from "@/lib/intake/new-uuid";
import { readFrames } from "@/tests/support/inspect-given";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function record(index: number, bytes: Uint8Array): RecordToSend {
  return { index, source: 0, path: `[${index}]`, line: index + 1, bytes, sha256: sha256(bytes), provider: null, notes: [] };
}

const packed = (records: readonly RecordToSend[]): readonly Uint8Array[] => {
  const packer = new ChunkPacker();
  return [...records.flatMap((one) => [...packer.add(one)]), ...packer.rest()];
};

/** Bytes that differ from place to place, so that a part in the wrong place is seen. */
const patterned = (length: number): Uint8Array => Uint8Array.from({ length }, (_, place) => (place * 31 + (place >> 8)) % 251);

describe("chunks", () => {
  it("hold small records together, in order", () => {
    const chunks = packed([record(0, Buffer.from('{"a":1}')), record(1, Buffer.from('{"b":2}'))]);
    expect(chunks.length).toBe(1);
    const frames = chunks.flatMap(readFrames);
    expect(frames.map(({ header, bytes }) => [header.index, Buffer.from(bytes).toString()])).toEqual([[0, '{"a":1}'], [1, '{"b":2}']]);
    expect(frames[0]?.header).toEqual({
      index: 0, source: 0, path: "[0]", line: 1, part: 0, parts: 1, byteLength: 7, recordBytes: 7,
      recordSha256: "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862", provider: null, notes: [],
    });
  });

  it("are of 256 KB, larger only for a record that is, and no record is cut that fits into one", () => {
    const chunks = packed([150, 150, 100, 400].map((size, index) => record(index, patterned(size * 1024))));
    expect(chunks.map(({ length }) => length <= MAX_CHUNK_BYTES)).toEqual([true, true, true]);
    expect(chunks.map((chunk) => readFrames(chunk).map(({ header }) => header.index))).toEqual([[0], [1, 2], [3]]);
    expect(chunks.flatMap(readFrames).every(({ header }) => header.parts === 1)).toBe(true);
  });

  it("carry a larger record in numbered parts that add up to its bytes and its hash", () => {
    const bytes = patterned(1_300_000);
    const chunks = packed([record(0, bytes)]);
    const frames = chunks.flatMap(readFrames);
    expect(chunks.every(({ length }) => length <= MAX_CHUNK_BYTES)).toBe(true);
    expect(frames.map(({ header }) => `${header.part} of ${header.parts}`)).toEqual(["0 of 3", "1 of 3", "2 of 3"]);
    const joined = Buffer.concat(frames.map((frame) => frame.bytes));
    expect(joined.equals(bytes)).toBe(true);
    expect(frames.map(({ header }) => [header.recordBytes, header.recordSha256])).toEqual(Array.from({ length: 3 }, () => [1_300_000, sha256(joined)]));
  });

  it("stay under the limit with the longest header there may be", () => {
    const notes = Array.from({ length: 20 }, () => "ü".repeat(300));
    const chunks = packed([{ ...record(0, patterned(900_000)), path: "p".repeat(500), notes }]);
    expect(chunks.every(({ length }) => length <= MAX_CHUNK_BYTES)).toBe(true);
    expect(chunks.flatMap(readFrames).length).toBe(2);
  });

  it("are none where there is no record", () => {
    expect(packed([])).toEqual([]);
  });
});

describe("an intake's id", () => {
  it("is a UUID of version 4, and another each time", () => {
    const ids = Array.from({ length: 50 }, newUuid);
    expect(ids.filter((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)).length).toBe(50);
    expect(new Set(ids).size).toBe(50);
  });
});
