/** Ours: large enough that asking costs little, small enough that a hundred of them are no memory. */
const PIECE_BYTES = 512 * 1024;

/** A file's bytes in pieces of 512 KB, the next one read when it is asked for. */
export async function* readPieces(blob: Blob, from = 0, to = blob.size): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = from; at < to; at += PIECE_BYTES) yield await readRange(blob, at, Math.min(to, at + PIECE_BYTES));
}

/** Bytes of files that were asked for before their turn. */
const ahead = new WeakMap<Blob, Promise<Uint8Array<ArrayBuffer>>>();

/** Ours: files up to this size are read whole, and ahead of their turn: asking takes longer than reading. */
export const SMALL_BYTES = 256 * 1024;

/** Begins to read a small file whose turn comes soon. What fails is told when it is read. */
export function readAhead(blob: Blob): void {
  if (blob.size > SMALL_BYTES || ahead.has(blob)) return;
  const bytes = bytesOf(blob);
  bytes.catch(() => undefined);
  ahead.set(blob, bytes);
}

/** Some bytes of a file. */
export async function readRange(blob: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  const begun = from === 0 && to === blob.size ? ahead.get(blob) : undefined;
  if (begun === undefined) return bytesOf(blob.slice(from, to));
  ahead.delete(blob);
  return begun;
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
