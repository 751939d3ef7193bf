import { MAX_CHUNK_BYTES, type FrameHeader } from "@/lib/contracts/intake";
import type { Provider } from "@/lib/core/shapes/shape";

/** A record on its way to the server. */
export interface RecordToSend {
  /** From 0, through all sources of the batch. */
  readonly index: number;
  /** Which of the batch's sources, from 0. */
  readonly source: number;
  readonly path: string;
  readonly line: number | null;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly provider: Provider | null;
  readonly notes: readonly string[];
}

const LENGTH_BYTES = 4;
/** The server takes headers up to 16 KB; a part with the largest header still fits into a chunk. */
const MAX_PART_BYTES = MAX_CHUNK_BYTES - 16 * 1024 - LENGTH_BYTES;

/**
 * Packs records into chunks of at most 512 KB, in order, made one at a time so that memory holds one. A record that is larger
 * goes in numbered parts. No records, no chunks.
 */
export function* frameChunks(records: readonly RecordToSend[]): Generator<Uint8Array<ArrayBuffer>> {
  let pending: Uint8Array[] = [];
  let size = 0;
  for (const record of records) {
    for (const frame of framesOf(record)) {
      const length = frame.reduce((sum, piece) => sum + piece.byteLength, 0);
      if (size + length > MAX_CHUNK_BYTES) {
        yield joined(pending, size);
        pending = [];
        size = 0;
      }
      pending.push(...frame);
      size += length;
    }
  }
  if (size > 0) yield joined(pending, size);
}

function* framesOf(record: RecordToSend): Generator<readonly Uint8Array[]> {
  const parts = Math.max(1, Math.ceil(record.bytes.byteLength / MAX_PART_BYTES));
  for (let part = 0; part < parts; part += 1) {
    const bytes = record.bytes.subarray(part * MAX_PART_BYTES, (part + 1) * MAX_PART_BYTES);
    const header = new TextEncoder().encode(JSON.stringify(headerOf(record, { part, parts, byteLength: bytes.byteLength })));
    const length = new Uint8Array(LENGTH_BYTES);
    new DataView(length.buffer).setUint32(0, header.byteLength);
    yield [length, header, bytes];
  }
}

function headerOf(record: RecordToSend, piece: Pick<FrameHeader, "part" | "parts" | "byteLength">): FrameHeader {
  const { index, source, path, line, bytes, sha256, provider, notes } = record;
  return { index, source, path, line, ...piece, recordBytes: bytes.byteLength, recordSha256: sha256, provider, notes: [...notes] };
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    chunk.set(piece, at);
    at += piece.byteLength;
  }
  return chunk;
}
