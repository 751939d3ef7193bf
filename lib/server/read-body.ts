import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";

/**
 * Reads a body up to a limit, and notices one that was cut: what arrived must be as long as was announced.
 * @returns `too_large`, or `invalid_input` for a body that ended early.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Result<Uint8Array, AppError>> {
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > maxBytes) return failure(tooLarge(maxBytes));
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel();
      return failure(tooLarge(maxBytes));
    }
    chunks.push(value);
  }
  if (announced !== null && Number(announced) !== length) {
    return failure(appError("invalid_input", "The request was cut on its way. Nothing was saved; try again.", { retryable: true }));
  }
  return success(joined(chunks, length));
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

function tooLarge(maxBytes: number): AppError {
  return appError("too_large", `This is larger than Intake takes in one go (${Math.floor(maxBytes / 1024)} KB). Nothing was saved.`);
}
