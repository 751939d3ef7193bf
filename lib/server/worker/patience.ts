import "server-only";
import type { Clock } from "@/lib/server/clock";
import { errorName, type Logger } from "@/lib/server/logger";

/** Ours: a full disk is looked at again every 5 s, so work goes on within half a minute of its being freed. */
const RETRY_MS = 5_000;

export interface Patience {
  readonly clock: Clock;
  readonly log: Logger;
  /** True once the process is ending: then nothing more is waited for, and the next start finds what is open. */
  readonly ending: () => boolean;
}

/**
 * Writes something down that has happened and cannot be taken back, as often as it takes: while the store is full or read-only
 * the write fails, and forgetting what Zelto answered would be worse than waiting.
 */
export async function patiently(patience: Patience, event: string, write: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await write();
      return;
    } catch (error) {
      patience.log.error(event, { errorName: errorName(error) });
      if (patience.ending()) return;
      await new Promise<void>((proceed) => {
        patience.clock.after(RETRY_MS, proceed);
      });
    }
  }
}
