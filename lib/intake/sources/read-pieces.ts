/** Ours: large enough that asking costs little, small enough that a hundred of them are no memory. */
const PIECE_BYTES = 512 * 1024;

/** A file's bytes in pieces of 512 KB, the next one read when it is asked for. */
export async function* readPieces(blob: Blob, from = 0, to = blob.size): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = from; at < to; at += PIECE_BYTES) yield await readRange(blob, at, Math.min(to, at + PIECE_BYTES));
}

/** Some bytes of a file. */
export async function readRange(blob: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.slice(from, to).arrayBuffer());
}
