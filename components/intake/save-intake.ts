import type { CompleteBatchAnswer, OpenBatchInput } from "@/lib/contracts/intake";
import type { Answers } from "@/lib/core/shapes/answers";
import type { IntakeJob } from "@/lib/intake/intake-reader";
import type { Waiting } from "@/lib/intake/send-intake";
import { intakeTransport } from "@/lib/queries/intake";
import { ApiFailure } from "@/lib/queries/request";

/** Frames and schemas: fetched once the page stands, so that the first intake finds them here. */
export const loadSender = () => import("@/lib/intake/send-intake");

export interface Saving {
  readonly job: IntakeJob;
  readonly batch: Pick<OpenBatchInput, "id" | "kind" | "name">;
  readonly answers: Answers;
  readonly onStored: (stored: number, total: number) => void;
  readonly onWaiting: (waiting: Waiting | null) => void;
  /** Ends a pause at once, or the whole sending. */
  readonly control: SavingControl;
}

/** What a person can do while an intake is being kept. */
export class SavingControl {
  private readonly stopping = new AbortController();
  private readonly wakes = new Set<() => void>();

  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  /** Tries again now. */
  hurry(): void {
    for (const wake of this.wakes) wake();
  }

  /** Ends the sending; what is stored stays. */
  stop(): void {
    this.stopping.abort();
    this.hurry();
  }

  /** Resolves after so many milliseconds, or when a person does not want to wait. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.wakes.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.wakes.add(wake);
    });
  }
}

/** Keeps what a job holds on the server. Rejects as `sendIntake` does. */
export async function saveIntake({ job, batch, answers, onStored, onWaiting, control }: Saving): Promise<CompleteBatchAnswer> {
  const [{ sendIntake }, { sourceCount, recordCount }] = await Promise.all([loadSender(), job.counts()]);
  return sendIntake({
    transport: intakeTransport,
    batch: { ...batch, recordCount, answers: { ...answers } },
    sourceCount,
    sources: (from) => job.announced(from),
    chunks: (stored) => job.chunks(stored),
    onStored: (stored) => onStored(stored, recordCount),
    onWaiting,
    retrySentence,
    pause: (ms) => control.pause(ms),
    signal: control.signal,
  });
}

/** What does not answer, cannot write or got a damaged part may do better in a while; what was refused will be refused again. */
function retrySentence(error: unknown): string | null {
  if (!(error instanceof ApiFailure)) return null;
  const { status, code, detail } = error.problem;
  return status === 0 || status >= 500 || code === "hash_mismatch" ? detail : null;
}
