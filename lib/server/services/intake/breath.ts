import "server-only";
import { setImmediate } from "node:timers/promises";

/** Ours: a chunk's records take up to 100 ms; other requests are let in between them once this much time has gone by. */
const BREATH_MS = 15;

/** Lets other work in between the steps of a long one. */
export class Breath {
  private last = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.last < BREATH_MS) return;
    await setImmediate();
    this.last = performance.now();
  }
}
