/** Longest wait that is obeyed: a longer wish is capped and the screen says so. Ours; a day is what a person can oversee. */
const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1_000;
/** Shortest wait after a 429, so that "Retry-After: 0" does not become a hot loop. */
const MIN_RETRY_AFTER_MS = 1_000;

export interface RetryAfter {
  readonly waitMs: number;
  /** True where more than 24 h was asked for. */
  readonly capped: boolean;
}

const HTTP_DATE = /^[A-Za-z]{3,9},? \d{1,2}[ -][A-Za-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads a Retry-After header (RFC 9110, section 10.2.3: whole seconds or an HTTP date) against the given time.
 * Answers null for an absent header and for anything that is neither: the caller then waits by its own rule.
 */
export function parseRetryAfter(header: string | null, nowMs: number): RetryAfter | null {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return bounded(Number(text) * 1_000);
  if (!HTTP_DATE.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : bounded(at - nowMs);
}

function bounded(waitMs: number): RetryAfter {
  if (waitMs > MAX_RETRY_AFTER_MS) return { waitMs: MAX_RETRY_AFTER_MS, capped: true };
  return { waitMs: Math.max(waitMs, MIN_RETRY_AFTER_MS), capped: false };
}
