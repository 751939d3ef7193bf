/** First wait of the schedule, and the longest (ours: a tenth of a second less hurried than people, never slower than five minutes). */
const FIRST_MS = 1_000;
export const LONGEST_WAIT_MS = 5 * 60_000;
/** First wait after a 429 that names none. */
const THROTTLE_FIRST_MS = 5_000;

/**
 * Milliseconds before the next try. `retry` counts from 0; `random` is from 0 to 1 and spreads calls that failed together over
 * the upper half of the wait.
 */
export function backoffMs(retry: number, random: number): number {
  return spread(doubled(FIRST_MS, retry), random);
}

/** Milliseconds before anything is sent again after a 429 without Retry-After; `inRow` such answers came before this one. */
export function throttleBackoffMs(inRow: number): number {
  return doubled(THROTTLE_FIRST_MS, inRow);
}

/** The wait that a server asked for, up to a tenth longer so that not all come back at once, and at least a second. */
export function askedWaitMs(askedMs: number, random: number): number {
  return Math.max(1_000, Math.round(askedMs * (1 + 0.1 * clamped(random))));
}

function doubled(firstMs: number, times: number): number {
  // Past 2^20 the cap has long been reached, and 2 to a large power is Infinity.
  return Math.min(LONGEST_WAIT_MS, firstMs * 2 ** Math.min(Math.max(0, times), 20));
}

function spread(longestMs: number, random: number): number {
  return Math.round(longestMs * (0.5 + 0.5 * clamped(random)));
}

function clamped(random: number): number {
  return Math.min(1, Math.max(0, random));
}
