import type { AnnouncedSource, SourcePage } from "@/lib/contracts/intake";
import type { Result } from "@/lib/core/result";
import type { Answers } from "@/lib/core/shapes/answers";
import type { Chunk } from "./chunk-intake";
import type { GivenSource } from "./inspected-source";
import type { IntakeProgress, IntakeReport } from "./intake-report";
import type { IntakeSession, PlannedCounts } from "./intake-session";
import { Cancelled, ReadingFailed } from "./reading-errors";
import type { StoredRanges } from "./stored-ranges";
import { startWorker, type WorkerLine } from "./worker-line";

/** One intake as the page holds it: its sources are read off the page's own thread. */
export interface IntakeJob {
  /** Adds sources in their order. Many are handed over in slices. */
  add(sources: readonly GivenSource[]): Promise<void>;
  /** Reads all sources under these answers. Rejects with `Cancelled` after `cancel`, and when it is asked again meanwhile. */
  inspect(answers: Answers, onProgress: (progress: IntakeProgress) => void): Promise<IntakeReport>;
  cancel(): void;
  /** Puts the sources into the order of a batch that was begun before. The failure says what is missing. */
  matchBefore(before: SourcePage["sources"]): Promise<Result<PlannedCounts, string>>;
  counts(): Promise<PlannedCounts>;
  announced(from: number): Promise<readonly AnnouncedSource[]>;
  chunks(stored: StoredRanges): AsyncIterable<Chunk>;
  close(): void;
}

/** Makes jobs. */
export interface IntakeReader {
  open(): IntakeJob;
  close(): void;
}

/** Ours: a file costs 0.2 ms to hand over (measured in Chromium on a busy machine), so the page answers every 20 ms; its budget is 100. */
const SLICE = 100;

/** Starts the worker. Where a browser does not run it, sources are read on the page instead: slower, and the same answer. */
export function createIntakeReader(): IntakeReader {
  const line = startWorker();
  let last = 0;
  return {
    open: () => (line === null ? pageJob() : workerJob(line, (last += 1))),
    close: () => line?.close(),
  };
}

function workerJob(line: WorkerLine, session: number): IntakeJob {
  const ask = <Answer>(call: Parameters<WorkerLine["ask"]>[1], onProgress?: (progress: IntakeProgress) => void) => line.ask<Answer>(session, call, onProgress);
  return {
    async add(sources) {
      for (let from = 0; from < sources.length; from += SLICE) await ask({ type: "add", sources: sources.slice(from, from + SLICE) });
    },
    inspect: (answers, onProgress) => ask({ type: "inspect", answers }, onProgress),
    cancel: () => void ask({ type: "cancel" }).catch(() => undefined),
    matchBefore: (before) => ask({ type: "match", before }),
    counts: () => ask({ type: "counts" }),
    announced: (from) => ask({ type: "announced", from }),
    chunks: async function* (stored) {
      await ask({ type: "begin", stored });
      for (let chunk = await ask<Chunk | null>({ type: "next" }); chunk !== null; chunk = await ask<Chunk | null>({ type: "next" })) yield chunk;
    },
    close: () => void ask({ type: "close" }).catch(() => undefined),
  };
}

/** Loaded only where it is needed: the page's first load does without the judges that the worker has. */
function pageJob(): IntakeJob {
  let made: Promise<IntakeSession> | null = null;
  const session = () => (made ??= import("./intake-session").then(({ IntakeSession: Session }) => new Session()));
  return {
    add: async (sources) => (await session()).add(sources),
    inspect: async (answers, onProgress) => {
      try {
        return await (await session()).inspect(answers, onProgress);
      } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") throw new Cancelled("cancelled", { cause: error });
        throw error;
      }
    },
    cancel: () => void session().then((one) => one.cancel()),
    matchBefore: async (before) => (await session()).matchBefore(before),
    counts: async () => (await session()).counts(),
    announced: async (from) => (await session()).announced(from),
    chunks: async function* (stored) {
      const one = await session();
      one.begin(stored);
      try {
        for (let chunk = await one.next(); chunk !== null; chunk = await one.next()) yield chunk;
      } catch (error) {
        throw new ReadingFailed(error instanceof Error ? error.message : "", { cause: error });
      }
    },
    close: () => void made?.then((one) => one.cancel()),
  };
}
