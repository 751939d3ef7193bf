import { setTimeout as pause } from "node:timers/promises";

/** Asks again every 5 ms until the answer is neither null, undefined nor false; fails with `what` after the deadline. */
export async function waitFor<Value>(what: string, probe: () => Promise<Value | null | undefined | false> | Value | null | undefined | false, deadlineMs = 10_000): Promise<Value> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const value = await probe();
    if (value !== null && value !== undefined && value !== false) return value;
    if (performance.now() > end) throw new Error(`Waited ${deadlineMs} ms in vain for: ${what}`);
    await pause(5);
  }
}
