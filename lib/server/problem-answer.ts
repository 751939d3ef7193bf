import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { ApiProblem } from "@/lib/contracts/api-problem";
import { storeFailure } from "@/lib/server/db/store-error";
import { ERROR_STATUS } from "./error-status";
import { errorName, logger } from "./logger";
import { DATA_HEADERS } from "./security-headers";

/** The header that names a request in answers. */
export const REQUEST_ID_HEADER = "x-request-id";

/** An error as routes and actions answer it. */
export function toProblem(error: AppError, requestId: string): ApiProblem {
  const { status, title } = ERROR_STATUS[error.code];
  const details = (error.details ?? []).slice(0, 500).map(({ path, message }) => ({ path, message }));
  return { type: "about:blank", title, status, detail: error.message, code: error.code, requestId, retryable: error.retryable, details };
}

/** A route's error answer. */
export function problemResponse(error: AppError, requestId: string): Response {
  const problem = toProblem(error, requestId);
  const headers = { ...DATA_HEADERS, "content-type": "application/problem+json", [REQUEST_ID_HEADER]: requestId };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/**
 * What was thrown, as an answer: a store that takes nothing now, or our own fault. Only the name of what was thrown is
 * logged; its message may hold a payload.
 */
export function thrownError(error: unknown, at: { readonly route: string; readonly requestId: string }): AppError {
  const known = storeFailure(error);
  logger().error("request failed", { ...at, errorName: errorName(error), code: known?.code ?? "internal" });
  const sentence = `Something went wrong in Intake itself. Nothing was sent to Zelto by this; try again, and report it with the id ${at.requestId} if it stays.`;
  return known ?? appError("internal", sentence, { retryable: true });
}
