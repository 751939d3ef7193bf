const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * When an accepted call is looked for, counted from its acceptance. The vendor says "within a few seconds", so the looks are
 * close at first; ten minutes is where waiting longer stops telling anything.
 */
const LOOK_DELAYS_MS: readonly number[] = [2 * SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE];

/** The next look after `looksDone` looks, or null when the watch is over and the call counts as missing. */
export function nextLookAt(acceptedAtMs: number, looksDone: number, nowMs: number): number | null {
  const delay = LOOK_DELAYS_MS[looksDone];
  if (delay === undefined) return null;
  // After a long sleep of the machine the looks that were slept through are made one by one, a second apart, not all at once.
  return Math.max(acceptedAtMs + delay, nowMs + SECOND);
}

/** The first look after an acceptance. */
export function firstLookAt(acceptedAtMs: number): number {
  return acceptedAtMs + (LOOK_DELAYS_MS[0] ?? 0);
}
