import { createHash } from "node:crypto";

/** Bodies above this are refused with 413. The vendor names no limit; 10 MB is the sandbox's. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** A refused body is still read to this point, so that the refusal arrives before the connection closes. */
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;

export interface RequestBody {
  /** At most `MAX_BODY_BYTES`; cut there when `isTooLarge`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What was read, kept or not. */
  readonly byteCount: number;
  /** Of all that was read, in hex; null when the end was never reached. */
  readonly sha256: string | null;
  readonly isTooLarge: boolean;
}

function join(chunks: readonly Uint8Array[], byteCount: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteCount);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, byteCount - offset), offset);
    offset += chunk.byteLength;
    if (offset >= byteCount) break;
  }
  return bytes;
}

/** Reads a request's body, keeping no more of it than the limit. Rejects when the sender breaks off. */
export async function readRequestBody(request: Request): Promise<RequestBody> {
  const hash = createHash("sha256");
  const kept: Uint8Array[] = [];
  let byteCount = 0;
  const reader = request.body?.getReader();
  let isComplete = reader === undefined;
  while (reader !== undefined && !isComplete && byteCount <= MAX_DRAINED_BYTES) {
    const { done, value } = await reader.read();
    isComplete = done;
    if (value === undefined) continue;
    hash.update(value);
    if (byteCount < MAX_BODY_BYTES) kept.push(value);
    byteCount += value.byteLength;
  }
  if (!isComplete) await reader?.cancel();
  return {
    bytes: join(kept, Math.min(byteCount, MAX_BODY_BYTES)),
    byteCount,
    sha256: isComplete ? hash.digest("hex") : null,
    isTooLarge: byteCount > MAX_BODY_BYTES,
  };
}

/** Parses JSON from bytes as strictly as RFC 8259 writes it: UTF-8 without errors and without a byte order mark. */
export function parseJson(bytes: Uint8Array): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)) };
  } catch {
    // Not UTF-8 or not JSON: to the sender both are one refusal.
    return { ok: false };
  }
}
