import { Gunzip, Inflate } from "fflate";
import { whyTooLarge } from "./archive-limits";
import { SourceRefused } from "./source-item";

/** Deflate makes at most 1,032 bytes of one (RFC 1951), so a piece of 16 KB makes at most 16 MB at once, also of a bomb. */
const STEP_BYTES = 16 * 1024;

/** Counts what an archive has unpacked to; all entries of a zip share one. */
export class UnpackBudget {
  private readonly name: string;
  private readonly packedBytes: number;
  private unpackedBytes = 0;

  constructor(name: string, packedBytes: number) {
    this.name = name;
    this.packedBytes = packedBytes;
  }

  /** @throws SourceRefused past the limits. */
  spend(bytes: number): void {
    this.unpackedBytes += bytes;
    const why = whyTooLarge(this.name, this.packedBytes, this.unpackedBytes);
    if (why !== null) throw new SourceRefused(why);
  }
}

export interface UnpackOptions {
  readonly name: string;
  readonly budget: UnpackBudget;
  /** Hears of each further gzip member in a row. */
  readonly onMember?: () => void;
}

/** Unpacks gzip (several members in a row too) or bare deflate, piece by piece. @throws SourceRefused where it is damaged or past the limits. */
export async function* unpack(format: "gzip" | "deflate", packed: AsyncIterable<Uint8Array<ArrayBuffer>>, { name, budget, onMember }: UnpackOptions): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let ready: Uint8Array[] = [];
  const take = (piece: Uint8Array) => {
    budget.spend(piece.byteLength);
    if (piece.byteLength > 0) ready.push(piece);
  };
  const stream = format === "gzip" ? new Gunzip(take) : new Inflate(take);
  if (stream instanceof Gunzip && onMember) stream.onmember = onMember;
  for await (const piece of packed) {
    for (let at = 0; at < piece.byteLength; at += STEP_BYTES) {
      push(stream, piece.subarray(at, at + STEP_BYTES), { name, last: false });
      // What fflate hands out are views of buffers of its own making, never shared ones.
      for (const out of ready) yield out as Uint8Array<ArrayBuffer>;
      ready = [];
    }
  }
  push(stream, new Uint8Array(0), { name, last: true });
  for (const out of ready) yield out as Uint8Array<ArrayBuffer>;
}

function push(stream: Gunzip | Inflate, piece: Uint8Array, { name, last }: { readonly name: string; readonly last: boolean }): void {
  try {
    stream.push(piece, last);
  } catch (error) {
    if (error instanceof SourceRefused) throw error;
    throw new SourceRefused(damagedSentence(name), { cause: error });
  }
}

/** An archive, or an entry of one, whose bytes do not unpack to what was packed. */
export function damagedSentence(name: string): string {
  return `${name} is damaged or was cut off: it cannot be unpacked to its end. Nothing was taken in of it. Fetch it again and try again.`;
}
