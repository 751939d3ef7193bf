import "server-only";
import { FrameHeaderSchema, type FrameHeader } from "@/lib/contracts/intake";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";

/** One record, or one part of it, as it stood in a chunk. */
export interface Frame {
  readonly header: FrameHeader;
  readonly bytes: Uint8Array;
}

const LENGTH_BYTES = 4;
/** A header is a few hundred bytes; a larger length is no header. */
const MAX_HEADER_BYTES = 16 * 1024;

/** Takes a chunk apart. @returns `invalid_input` when it is not a run of whole frames; nothing is kept then. */
export function parseFrames(chunk: Uint8Array): Result<readonly Frame[], AppError> {
  const frames: Frame[] = [];
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  let offset = 0;
  while (offset < chunk.byteLength) {
    const headerStart = offset + LENGTH_BYTES;
    if (headerStart > chunk.byteLength) return failure(notFrames());
    const headerLength = view.getUint32(offset);
    const header = headerLength <= MAX_HEADER_BYTES ? parseHeader(chunk.subarray(headerStart, headerStart + headerLength)) : null;
    if (!header) return failure(notFrames());
    const start = headerStart + headerLength;
    const end = start + header.byteLength;
    if (end > chunk.byteLength) return failure(notFrames());
    frames.push({ header, bytes: chunk.subarray(start, end) });
    offset = end;
  }
  return frames.length > 0 ? success(frames) : failure(notFrames());
}

function parseHeader(bytes: Uint8Array): FrameHeader | null {
  try {
    const parsed = FrameHeaderSchema.safeParse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not UTF-8 or not JSON: no header either way; a test covers both.
    return null;
  }
}

function notFrames(): AppError {
  return appError("invalid_input", "A part of this intake arrived in a form that Intake does not understand. Nothing of it was saved; reload the page and try again.");
}
