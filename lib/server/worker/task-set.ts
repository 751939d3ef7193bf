import "server-only";

/** Pieces of work of one kind that run beside each other, at most so many. */
export interface TaskSet {
  readonly hasRoom: () => boolean;
  readonly start: (task: Promise<unknown>) => void;
  /** Resolves when all that runs now has ended. */
  readonly ended: () => Promise<void>;
}

/** A set that tells the loop when a piece ends, well or by a fault. */
export function openTaskSet(limit: () => number, loop: { readonly wake: () => void; readonly fault: (error: unknown) => void }): TaskSet {
  const running = new Set<Promise<void>>();
  return {
    hasRoom: () => running.size < limit(),
    start: (task) => {
      const tracked = task
        .then(() => undefined, loop.fault)
        .finally(() => {
          running.delete(tracked);
          loop.wake();
        });
      running.add(tracked);
    },
    ended: async () => {
      await Promise.all(running);
    },
  };
}
