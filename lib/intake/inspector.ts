import type { GivenSource, InspectedSource } from "./inspected-source";
import type { InspectAnswer, InspectRequest } from "./intake-worker";

/** Reads sources off the page's own thread. */
export interface Inspector {
  inspect(source: GivenSource): Promise<InspectedSource>;
  close(): void;
}

interface Waiting {
  readonly source: GivenSource;
  readonly answer: (inspected: InspectedSource) => void;
}

/** Starts the worker. Where a browser does not run it, sources are read on the page instead: slower, and the same answer. */
export function createInspector(): Inspector {
  const waiting = new Map<number, Waiting>();
  let worker = startWorker();
  let lastId = 0;
  const giveUp = () => {
    worker?.terminate();
    worker = null;
    for (const { source, answer } of waiting.values()) void inspectOnPage(source).then(answer);
    waiting.clear();
  };
  worker?.addEventListener("message", ({ data }: MessageEvent<InspectAnswer>) => {
    waiting.get(data.id)?.answer(data.inspected);
    waiting.delete(data.id);
  });
  worker?.addEventListener("error", giveUp);
  worker?.addEventListener("messageerror", giveUp);
  return {
    inspect(source) {
      if (worker === null) return inspectOnPage(source);
      const target = worker;
      lastId += 1;
      const request: InspectRequest = { id: lastId, source };
      return new Promise((answer) => {
        waiting.set(request.id, { source, answer });
        target.postMessage(request);
      });
    },
    close() {
      worker?.terminate();
      waiting.clear();
    },
  };
}

/** Loaded only where it is needed: the page's first load does without the judges that the worker has. */
async function inspectOnPage(source: GivenSource): Promise<InspectedSource> {
  const { inspectSource } = await import("./inspect-source");
  return inspectSource(source);
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL("./intake-worker.ts", import.meta.url), { type: "module" });
  } catch {
    // A policy or an old browser: the page reads by itself.
    return null;
  }
}
