import type { AnnouncedSource, SourcePage } from "@/lib/contracts/intake";
import { failure, success, type Result } from "@/lib/core/result";
import type { Answers } from "@/lib/core/shapes/answers";
import { announcedSources, planAsBefore, planInOrder, type BatchPlan } from "./batch-plan";
import { chunkIntake, type Chunk } from "./chunk-intake";
import { inspectIntake } from "./inspect-intake";
import type { GivenSource } from "./inspected-source";
import type { IntakeIndex } from "./intake-index";
import type { IntakeProgress, IntakeReport } from "./intake-report";
import type { StoredRanges } from "./stored-ranges";

/** How many sources and records an intake would send. */
export interface PlannedCounts {
  readonly sourceCount: number;
  readonly recordCount: number;
}

/** One intake where its sources are read: in the worker, or on the page where there is none. What it keeps of them is small. */
export class IntakeSession {
  private readonly given: GivenSource[] = [];
  private answers: Answers = {};
  private index: IntakeIndex = { sources: [], recordCount: 0 };
  private plan: BatchPlan = { items: [], order: [], recordCount: 0 };
  private stopping = new AbortController();
  private pending: AsyncGenerator<Chunk, undefined> | null = null;

  /** Adds sources in their order; called several times where there are many. */
  add(sources: readonly GivenSource[]): void {
    this.given.push(...sources);
  }

  /** Reads all sources under these answers. A reading that goes on is ended by it. */
  async inspect(answers: Answers, onProgress: (progress: IntakeProgress) => void): Promise<IntakeReport> {
    this.stopping.abort();
    const stopping = new AbortController();
    this.stopping = stopping;
    const { report, index } = await inspectIntake(this.given, { answers, signal: stopping.signal, now: () => performance.now(), onProgress });
    this.answers = answers;
    this.index = index;
    this.plan = planInOrder(index);
    return report;
  }

  /** Ends a reading. */
  cancel(): void {
    this.stopping.abort();
  }

  /** Puts the sources into the order of a batch that was begun before. The failure says what is missing. */
  matchBefore(before: SourcePage["sources"]): Result<PlannedCounts, string> {
    const plan = planAsBefore(this.index, before);
    if (!plan.ok) return failure(plan.error);
    this.plan = plan.value;
    return success(this.counts());
  }

  counts(): PlannedCounts {
    return { sourceCount: this.plan.order.length, recordCount: this.plan.recordCount };
  }

  announced(from: number): readonly AnnouncedSource[] {
    return announcedSources(this.index, this.plan, from);
  }

  /** Begins to send what is not stored yet. */
  begin(stored: StoredRanges): void {
    void this.pending?.return(undefined);
    this.pending = chunkIntake(this.given, { index: this.index, plan: this.plan, answers: this.answers, stored });
  }

  /** The next chunk, or null after the last. */
  async next(): Promise<Chunk | null> {
    const next = await this.pending?.next();
    return next === undefined || next.done === true ? null : next.value;
  }
}
