/** Ours: the first wait of the schedule, and the longest. */
const FIRST_MS = 1_000;
export const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Milliseconds before the next try. `retry` counts from 0; `random` is from 0 to 1 and spreads calls that failed together over
 * the upper half of the wait.
 */
export function backoffMs(retry: number, random: number): number {
  return spread(doubled(FIRST_MS, retry), random);
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
