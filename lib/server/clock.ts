import "server-only";

/** Time as the worker sees it; tests turn one by hand. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs something once after a delay. What it answers takes it back. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** The longest delay of a timer (2^31 − 1 ms): a longer one would fire at once. */
const MAX_DELAY_MS = 2_147_483_647;

/** The machine's own time. Its timers do not keep the process alive. */
export function systemClock(now: () => number): Clock {
  return {
    now,
    after: (delayMs, run) => {
      const timer = setTimeout(run, Math.min(Math.max(delayMs, 0), MAX_DELAY_MS));
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
