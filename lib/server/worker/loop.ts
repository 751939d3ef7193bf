import "server-only";
import type { Clock } from "@/lib/server/clock";
import { errorName, type Logger } from "@/lib/server/logger";

export interface LoopOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** Begins whatever can be begun now and answers when something falls due, or null. */
  readonly round: () => Promise<number | null>;
}

export interface Loop {
  /** There may be something to do. Cheap, and safe to call from anywhere at any time. */
  readonly wake: () => void;
  /** Notes a fault: nothing is begun for a while, so that a store that fails every statement makes no hot loop. */
  readonly fault: (error: unknown) => void;
  /** True once `stop` was called. */
  readonly ending: () => boolean;
  /** Begins no further round; the one that runs ends first. */
  readonly stop: () => Promise<void>;
}

/** Ours: long enough for the log to stay readable while a disk is full, short enough that nobody waits for it. */
const AFTER_FAULT_MS = 5_000;

/** Runs rounds one after the other: as long as it is woken, else when something falls due. Sleeps in between. */
export function runLoop({ clock, log, round }: LoopOptions): Loop {
  let running: Promise<void> | null = null;
  let wanted = false;
  let ending = false;
  let restUntil = 0;
  let cancelTimer: (() => void) | null = null;

  const sleepUntil = (at: number): void => {
    cancelTimer?.();
    cancelTimer = clock.after(Math.max(at - clock.now(), 0), wake);
  };

  const fault = (error: unknown): void => {
    log.error("worker fault", { errorName: errorName(error) });
    restUntil = clock.now() + AFTER_FAULT_MS;
  };

  const runRounds = async (): Promise<void> => {
    while (wanted && !ending) {
      wanted = false;
      if (clock.now() < restUntil) {
        sleepUntil(restUntil);
        return;
      }
      try {
        const due = await round();
        if (due !== null) sleepUntil(due);
      } catch (error) {
        fault(error);
        sleepUntil(restUntil);
      }
    }
  };

  const wake = (): void => {
    wanted = true;
    if (running !== null || ending) return;
    cancelTimer?.();
    running = runRounds().finally(() => {
      running = null;
      if (wanted) wake();
    });
  };

  const stop = async (): Promise<void> => {
    ending = true;
    cancelTimer?.();
    await running;
  };

  return { wake, fault, ending: () => ending, stop };
}
