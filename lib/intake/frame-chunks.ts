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
 * Ours: half of what the server takes. Its records are stored in one transaction, which other requests wait for, and 512 KB of small
 * records take up to 150 ms on a busy machine.
 */
const FULL_BYTES = MAX_CHUNK_BYTES / 2;
/** Of the contract. */
const MAX_PATH = 500;

/** Packs records into chunks of at most 256 KB, in order; it holds the one that is being filled. A larger record goes in one of its own, one over 512 KB in numbered parts. */
export class ChunkPacker {
  private pending: Uint8Array[] = [];
  private size = 0;

  /** Adds a record; answers the chunks that became full by it. */
  *add(record: RecordToSend): Generator<Uint8Array<ArrayBuffer>> {
    for (const frame of framesOf(record)) {
      const length = frame.reduce((sum, piece) => sum + piece.byteLength, 0);
      if (this.size + length > FULL_BYTES) yield* this.rest();
      this.pending.push(...frame);
      this.size += length;
    }
  }

  /** The last chunk, where something is left. */
  *rest(): Generator<Uint8Array<ArrayBuffer>> {
    if (this.size === 0) return;
    const chunk = joined(this.pending, this.size);
    this.pending = [];
    this.size = 0;
    yield chunk;
  }
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
  return { index, source, path: path.slice(0, MAX_PATH), line, ...piece, recordBytes: bytes.byteLength, recordSha256: sha256, provider, notes: [...notes] };
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
