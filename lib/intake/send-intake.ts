import type { AnnouncedSource, AnnounceSourcesAnswer, AnnounceSourcesInput, ChunkAnswer, CompleteBatchAnswer, OpenBatchAnswer, OpenBatchInput } from "@/lib/contracts/intake";
import type { Chunk } from "./chunk-intake";
import { StoredPlaces, type StoredRanges } from "./stored-ranges";

/** The requests of an intake. Each throws when it fails; what was acknowledged before stays on disk. */
export interface BatchTransport {
  open(batch: OpenBatchInput): Promise<OpenBatchAnswer>;
  announce(batchId: string, input: AnnounceSourcesInput): Promise<AnnounceSourcesAnswer>;
  sendChunk(batchId: string, bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<ChunkAnswer>;
  complete(batchId: string): Promise<CompleteBatchAnswer>;
}

/** A sending that waits for a server that does not answer. */
export interface Waiting {
  readonly sentence: string;
  /** Until it is tried again. */
  readonly seconds: number;
}

export interface SendOptions {
  readonly transport: BatchTransport;
  readonly batch: Omit<OpenBatchInput, "sources" | "sourceCount">;
  readonly sourceCount: number;
  /** A page of the sources, from a place on. */
  readonly sources: (from: number) => Promise<readonly AnnouncedSource[]>;
  /** The chunks of what is not stored yet. */
  readonly chunks: (stored: StoredRanges) => AsyncIterable<Chunk>;
  /** Counts the records that are safe. */
  readonly onStored: (count: number) => void;
  /** Null once the server answers again. */
  readonly onWaiting: (waiting: Waiting | null) => void;
  /** Whether the same request may succeed later; null for what only a person can mend. */
  readonly retrySentence: (error: unknown) => string | null;
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/** The server works on one while the other is on its way; more would only fill memory. */
const IN_FLIGHT = 2;
/** Ours: a restart takes some seconds, and nobody should wait more than half a minute for nothing. */
const PAUSES_SECONDS = [1, 2, 4, 8, 16, 30] as const;

/**
 * Sends an intake: opens the batch, announces its sources, sends the chunks that are not on disk yet, completes it. A server that does
 * not answer is asked again until it does. Called again after a failure it goes on where it stood: nothing is stored twice.
 * @throws what the transport threw where trying again would not help, and the signal's reason.
 */
export async function sendIntake(options: SendOptions): Promise<CompleteBatchAnswer> {
  const { transport, batch, sourceCount } = options;
  const id = batch.id;
  const first = await options.sources(0);
  const { stored, announced } = await untilAnswered(options, () => transport.open({ ...batch, sources: [...first], sourceCount }));
  let safe = new StoredPlaces(stored).count;
  options.onStored(safe);
  for (let from = first.length; announced < sourceCount && from < sourceCount; ) {
    const sources = await options.sources(from);
    if (sources.length === 0) break;
    const input = { first: from, sources: [...sources] };
    await untilAnswered(options, () => transport.announce(id, input));
    from += sources.length;
  }
  await sendChunks(options, stored, (count) => {
    safe += count;
    options.onStored(safe);
  });
  return untilAnswered(options, () => transport.complete(id));
}

async function sendChunks(options: SendOptions, stored: StoredRanges, onSafe: (count: number) => void): Promise<void> {
  const { transport, batch, signal } = options;
  const flying = new Set<Promise<void>>();
  try {
    for await (const chunk of options.chunks(stored)) {
      signal.throwIfAborted();
      const flight = untilAnswered(options, () => transport.sendChunk(batch.id, chunk.bytes, chunk.sha256)).then((answer) => {
        flying.delete(flight);
        onSafe(answer.stored.length);
      });
      // A failure is met where it is waited for; until then it must not count as unhandled.
      flight.catch(() => undefined);
      flying.add(flight);
      if (flying.size >= IN_FLIGHT) await Promise.race(flying);
    }
    await Promise.all(flying);
  } catch (error) {
    // What is still on its way when a person ends the sending is let arrive: whoever goes on asks first what is stored.
    if (signal.aborted) await Promise.allSettled(flying);
    throw error;
  }
}

async function untilAnswered<Answer>({ retrySentence, onWaiting, pause, signal }: SendOptions, request: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      const answer = await request();
      if (attempt > 0) onWaiting(null);
      return answer;
    } catch (error) {
      const sentence = retrySentence(error);
      if (sentence === null) throw error;
      const seconds = PAUSES_SECONDS[Math.min(attempt, PAUSES_SECONDS.length - 1)] ?? 30;
      onWaiting({ sentence, seconds });
      await pause(seconds * 1_000);
    }
  }
}
