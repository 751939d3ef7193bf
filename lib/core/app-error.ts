/**
 * Every code that an action, a route or a service may answer with. Machine-stable: texts may be reworded, codes may not.
 * The HTTP status of each stands in `lib/server/error-status.ts`, the only such table.
 */
export const APP_ERROR_CODES = [
  "invalid_input",
  "not_found",
  "conflict",
  "too_large",
  "unauthenticated",
  "forbidden_host",
  "forbidden_origin",
  "too_many_guesses",
  "method_not_allowed",
  "hash_mismatch",
  "store_unavailable",
  "store_full",
  "blocked_by_problems",
  "needs_confirmation",
  "already_running",
  "zelto_unreachable",
  "zelto_unauthorized",
  "zelto_refused",
  "zelto_unavailable",
  "zelto_unexpected_answer",
  "zelto_timeout",
  "capability_missing",
  "wrong_agent",
  "sandbox_off",
  "internal",
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** One place in the input that was refused: a JSON path in dotted form and a sentence. */
export interface AppErrorDetail {
  readonly path: string;
  readonly message: string;
}

/**
 * A failure as a value. `message` is safe to show: it says what happened, whether anything was sent, and what to do next.
 * It never holds the key, a payload, a name or a number of a call.
 */
export interface AppError {
  readonly code: AppErrorCode;
  readonly message: string;
  readonly retryable: boolean;
  readonly details?: readonly AppErrorDetail[];
}

/** Builds an `AppError`; not retryable unless said. */
export function appError(code: AppErrorCode, message: string, options: { readonly retryable?: boolean; readonly details?: readonly AppErrorDetail[] } = {}): AppError {
  return { code, message, retryable: options.retryable ?? false, ...(options.details ? { details: options.details } : {}) };
}
