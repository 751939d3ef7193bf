import type { IntakeProgress } from "./intake-report";
import { Cancelled, ReadingFailed } from "./reading-errors";
import type { WorkerAnswer, WorkerCall, WorkerRequest } from "./worker-messages";

/** A line to the worker: questions out, answers back. */
export interface WorkerLine {
  ask<Answer>(session: number, call: WorkerCall, onProgress?: (progress: IntakeProgress) => void): Promise<Answer>;
  close(): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: IntakeProgress) => void) | undefined;
}

const STUMBLED = "This page stumbled while it read what you gave. Nothing was lost on the server; reload the page and try again.";

/** Null where a policy or an old browser does not let a worker run. */
export function startWorker(): WorkerLine | null {
  const worker = newWorker();
  if (worker === null) return null;
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isBroken = false;
  const giveUp = () => {
    isBroken = true;
    for (const { reject } of waiting.values()) reject(new ReadingFailed(STUMBLED));
    waiting.clear();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => {
    const one = waiting.get(data.id);
    if (data.type === "progress") return one?.onProgress?.(data.progress);
    waiting.delete(data.id);
    if (data.type === "done") return one?.resolve(data.value);
    one?.reject(data.cancelled ? new Cancelled("cancelled") : new ReadingFailed(data.message ?? STUMBLED));
  });
  worker.addEventListener("error", giveUp);
  worker.addEventListener("messageerror", giveUp);
  return {
    ask<Answer>(session: number, call: WorkerCall, onProgress?: (progress: IntakeProgress) => void) {
      if (isBroken) return Promise.reject(new ReadingFailed(STUMBLED));
      lastId += 1;
      const request: WorkerRequest = { id: lastId, session, call };
      // The worker answers each call with what its session's method gives; both sides are built from one source.
      return new Promise<Answer>((resolve, reject) => {
        waiting.set(request.id, { resolve: (value) => resolve(value as Answer), reject, onProgress });
        worker.postMessage(request);
      });
    },
    close() {
      worker.terminate();
      for (const { reject } of waiting.values()) reject(new Cancelled("closed"));
      waiting.clear();
    },
  };
}

function newWorker(): Worker | null {
  try {
    return new Worker(new URL("./intake-worker.ts", import.meta.url), { type: "module" });
  } catch {
    // A policy or an old browser: the page reads by itself.
    return null;
  }
}
