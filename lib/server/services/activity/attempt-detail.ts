import "server-only";
import type { AttemptDetail } from "@/lib/contracts/activity";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import { findAttempt } from "@/lib/server/repositories/attempts";
import { findUpload } from "@/lib/server/repositories/uploads";
import { findVersion } from "@/lib/server/repositories/versions";
import type { DeliveryContext } from "../delivery-context";
import { toAttemptSummary } from "./call-activity";

/** One exchange whole, as it was sent and answered; the key stands in it masked. @returns `not_found`. */
export async function readAttempt(context: DeliveryContext, attemptId: string): Promise<Result<AttemptDetail, AppError>> {
  const attempt = await findAttempt(context.db, attemptId);
  const upload = attempt === null ? null : await findUpload(context.db, attempt.uploadId);
  const version = upload === null ? null : await findVersion(context.db, upload.versionId);
  if (attempt === null || version === null) return failure(appError("not_found", "This attempt is not here any more."));
  const { method, url, bodyBytes, bodySha256, status, truncated, durationMs, requestId, uploadId } = attempt;
  const pairs = (headers: readonly (readonly [string, string])[], max: number): [string, string][] => headers.slice(0, max).map(([name, value]) => [name, value]);
  return success({
    summary: toAttemptSummary(attempt),
    uploadId,
    requestId,
    request: { method, url, headers: pairs(attempt.requestHeaders, 50), bodyBytes, bodySha256, body: new TextDecoder().decode(version.body) },
    response:
      status === null
        ? null
        : { status, headers: pairs(attempt.responseHeaders ?? [], 100), body: new TextDecoder().decode(attempt.responseBody ?? new Uint8Array()), truncated, durationMs: durationMs ?? 0 },
  });
}
