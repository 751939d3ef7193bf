import type { Clock } from "@/lib/server/clock";

export interface FakeClock extends Clock {
  /** Moves the time on and runs what has fallen due, in order. */
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is moved. Starts at 12 November 2024, 08:26:40 UTC. */
export function fakeClock(startAt = 1_731_400_000_000): FakeClock {
  let time = startAt;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => time,
    after: (delayMs, run) => {
      const timer = { at: time + Math.max(delayMs, 0), run };
      timers.push(timer);
      // A timer of no delay fires without anybody moving the time, as a real one would.
      if (delayMs <= 0) queueMicrotask(fireDue);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: (milliseconds) => {
      time += milliseconds;
      fireDue();
    },
  };

  function fireDue(): void {
    const due = timers.filter(({ at }) => at <= time).sort((left, right) => left.at - right.at);
    timers = timers.filter(({ at }) => at > time);
    for (const { run } of due) run();
  }
}
