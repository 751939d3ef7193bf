"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { success } from "@/lib/core/result";
import type { Answers } from "@/lib/core/shapes/answers";
import type { GivenSource } from "@/lib/intake/inspected-source";
import type { IntakeReport } from "@/lib/intake/intake-report";
import { createIntakeReader, type IntakeJob, type IntakeReader } from "@/lib/intake/intake-reader";
import { needsDecision } from "@/lib/intake/needs-decision";
import { newUuid } from "@/lib/intake/new-uuid";
import { Cancelled, ReadingFailed } from "@/lib/intake/reading-errors";
import { readRememberedAnswers } from "@/lib/queries/intake-memory";
import { ApiFailure } from "@/lib/queries/request";
import { whenIdle } from "@/components/ui/when-idle";
import { IDLE, type BrokenText, type IntakeStep, type LookedAt, type Offer } from "./intake-step";
import { loadLookedAt } from "./looked-at";
import { readOffered } from "./read-offer";
import { loadSender, saveIntake, SavingControl } from "./save-intake";
import type { PendingIntake } from "./use-pending";

export interface Intake {
  readonly state: IntakeStep;
  /** What holds for this intake: what was remembered, and what was answered here. */
  readonly answers: Answers;
  /** Reads an offer; keeps it at once unless it has to be looked at first. */
  readonly offer: (offer: Offer, options: { readonly keep: boolean; readonly over?: BrokenText | undefined }) => Promise<void>;
  /** Goes on with an intake that broke off: with the sources that this browser kept, or with the same files chosen again. */
  readonly resume: (begun: Pick<PendingIntake, "id" | "kind" | "name">, files: readonly File[] | null) => Promise<void>;
  /** Gives answers, or takes them back (null); the report is made anew. */
  readonly answer: (changes: Readonly<Record<string, string | null>>) => void;
  /** Says why nothing was read. */
  readonly refuse: (sentence: string) => void;
  /** Keeps what was inspected. */
  readonly keep: () => Promise<void>;
  /** Ends a reading; ends a sending, of which what is stored stays. */
  readonly cancel: () => void;
  /** Goes on with a sending, at once. */
  readonly tryAgain: () => Promise<void>;
  readonly startOver: () => void;
}

/** What an intake is made of besides what is shown. */
interface Running {
  readonly id: string;
  readonly job: IntakeJob;
  readonly control: SavingControl;
  given: readonly GivenSource[];
  answers: Answers;
}

/** Ours: a verdict does not wait longer for a server that hangs. */
const MEMORY_MS = 1_500;

/** Best effort, and not before something is kept. */
const loadPending = () => import("@/lib/intake/pending-store");
/** Only an intake that broke off needs it, and it brings the schemas along. */
const loadBegun = () => import("./read-begun");

/** One intake from the door to its page: read, judged, kept, opened. What fails stays here to be tried again. */
export function useIntake(): Intake {
  const router = useRouter();
  const [state, setState] = useState<IntakeStep>(IDLE);
  const [answers, setAnswers] = useState<Answers>({});
  const reader = useReader();
  const running = useRef<Running | null>(null);

  /** Only the newest intake may speak: an answer that comes after "Start over" or a newer paste is nobody's. */
  const show = (mine: Running, next: IntakeStep) => {
    if (running.current === mine) setState(next);
  };

  const save = async (mine: Running, looked: LookedAt) => {
    let [stored, total] = [0, looked.report.recordCount];
    const showSaving = (waiting: Extract<IntakeStep, { step: "saving" }>["waiting"]) => show(mine, { step: "saving", ...looked, stored, total, waiting });
    showSaving(null);
    void loadPending().then(({ keepPending }) => keepPending({ id: mine.id, sources: mine.given }), () => undefined);
    try {
      const batch = { id: mine.id, kind: looked.offer.kind, name: looked.offer.name.slice(0, 200) };
      const onStored = (count: number, all: number) => {
        [stored, total] = [count, all];
        showSaving(null);
      };
      const { batchId, firstCallId } = await saveIntake({ job: mine.job, batch, answers: mine.answers, onStored, onWaiting: showSaving, control: mine.control });
      void loadPending().then(({ forgetPending }) => forgetPending(mine.id), () => undefined);
      mine.job.close();
      if (running.current === mine) router.push(isSingle(looked.report) ? `/calls/${firstCallId}` : `/batches/${batchId}`);
    } catch (error) {
      show(mine, { step: "unsaved", ...looked, stored, total, failure: failureOf(error) });
    }
  };

  const offer: Intake["offer"] = async ({ kind, name, sources }, options) => {
    endOf(running.current);
    const mine: Running = { id: newUuid(), job: reader().open(), control: new SavingControl(), given: [], answers: {} };
    running.current = mine;
    const over = options.over ?? null;
    setState({ step: "reading", name, over, progress: null });
    try {
      const [remembered, given] = await Promise.all([rememberedOrNone(), readOffered(sources)]);
      mine.answers = remembered;
      mine.given = given;
      setAnswers(remembered);
      await mine.job.add(given);
      const report = await mine.job.inspect(mine.answers, (progress) => show(mine, { step: "reading", name, over, progress }));
      const looked = judgeOffer({ report, offer: { kind, name } }, options.keep);
      if (looked !== null) { show(mine, looked); return; }
      if (running.current !== mine) return;
      await save(mine, { report, offer: { kind, name } });
    } catch (error) {
      if (!(error instanceof Cancelled)) show(mine, { step: "idle", sentence: failureOf(error), refused: [] });
    }
  };

  const resume: Intake["resume"] = async ({ id, kind, name }, files) => {
    endOf(running.current);
    const mine: Running = { id, job: reader().open(), control: new SavingControl(), given: [], answers: {} };
    running.current = mine;
    setState({ step: "reading", name, over: null, progress: null });
    try {
      const { readBegun } = await loadBegun();
      const begun = await readBegun(id, files);
      mine.answers = begun.answers;
      mine.given = begun.given;
      setAnswers(begun.answers);
      await mine.job.add(begun.given);
      const report = await mine.job.inspect(mine.answers, (progress) => show(mine, { step: "reading", name, over: null, progress }));
      const matched = begun.sources === null ? success(null) : await mine.job.matchBefore(begun.sources);
      if (!matched.ok) show(mine, { step: "idle", sentence: matched.error, refused: [] });
      else if (running.current === mine) await save(mine, { report, offer: { kind, name } });
    } catch (error) {
      if (!(error instanceof Cancelled)) show(mine, { step: "idle", sentence: failureOf(error), refused: [] });
    }
  };

  const answer: Intake["answer"] = (changes) => {
    const mine = running.current;
    if (mine === null || state.step !== "inspected") return;
    mine.answers = changed(mine.answers, changes);
    setAnswers(mine.answers);
    const looked = state;
    setState({ ...looked, isRereading: true });
    mine.job.inspect(mine.answers, () => undefined).then(
      (report) => show(mine, { ...looked, report, isRereading: false }),
      (error: unknown) => {
        if (!(error instanceof Cancelled)) show(mine, { step: "idle", sentence: failureOf(error), refused: [] });
      },
    );
  };

  return {
    state,
    answers,
    offer,
    resume,
    answer,
    keep: async () => {
      if (running.current !== null && state.step === "inspected" && !state.isRereading) await save(running.current, state);
    },
    refuse: (sentence) => setState({ step: "idle", sentence, refused: [] }),
    cancel: () => {
      if (state.step === "saving") running.current?.control.stop();
      else if (state.step === "reading") {
        endOf(running.current);
        running.current = null;
        setState({ step: "idle", sentence: `Reading ${state.name} was ended. Nothing was taken in.`, refused: [] });
      }
    },
    tryAgain: async () => {
      const mine = running.current;
      if (mine === null) return;
      if (state.step === "saving") { mine.control.hurry(); return; }
      if (state.step !== "unsaved") return;
      const again: Running = { ...mine, control: new SavingControl() };
      running.current = again;
      await save(again, state);
    },
    startOver: () => {
      endOf(running.current);
      running.current = null;
      setState(IDLE);
    },
  };
}

function endOf(running: Running | null): void {
  running?.control.stop();
  running?.job.close();
}

/** Null where it can be kept without a further look; else what the person sees first. */
function judgeOffer(looked: LookedAt, keep: boolean): IntakeStep | null {
  const { report, offer } = looked;
  const [only] = report.failures;
  if (report.sourceCount === 1 && only?.failure?.problem) return { step: "broken", source: only, problem: only.failure.problem, text: only.failure.text, offer };
  if (report.recordCount === 0 && report.failedCount > 0) {
    const sentence = report.failedCount === 1 ? (only?.failure?.message ?? "") : `None of these ${report.failedCount} files can be read. Nothing was taken in.`;
    return { step: "idle", sentence, refused: report.failedCount > 1 ? report.failures : [] };
  }
  return !keep || needsDecision(report) ? { step: "inspected", ...looked, isRereading: false } : null;
}

function isSingle({ recordCount, unreadableCount, failedCount }: IntakeReport): boolean {
  return recordCount === 1 && unreadableCount + failedCount === 0;
}

/** Answers are many, and one without a value is none. */
function changed(answers: Answers, changes: Readonly<Record<string, string | null>>): Answers {
  const next = new Map(Object.entries(answers));
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return Object.fromEntries(next);
}

/** What was answered earlier makes an intake easier; without it everything can be asked again. */
async function rememberedOrNone(): Promise<Answers> {
  const none = new Promise<Answers>((resolve) => setTimeout(() => resolve({}), MEMORY_MS));
  try {
    return await Promise.race([readRememberedAnswers(), none]);
  } catch {
    // A server that does not answer says so when the intake is kept.
    return {};
  }
}

function failureOf(error: unknown): string {
  if (error instanceof ApiFailure) return error.problem.detail;
  if (error instanceof ReadingFailed && error.message !== "") return error.message;
  if (error instanceof DOMException && error.name === "AbortError") return "You ended it.";
  return "This page stumbled while it handed the calls over.";
}

/** The worker starts with the page, so that the first paste does not wait for it. */
function useReader(): () => IntakeReader {
  const current = useRef<IntakeReader | null>(null);
  // Syncs with a worker, which has to be ended with the page.
  useEffect(() => {
    current.current ??= createIntakeReader();
    const idle = whenIdle(() => {
      loadLookedAt();
      void loadSender().catch(() => undefined);
    });
    return () => {
      idle.cancel();
      current.current?.close();
      current.current = null;
    };
  }, []);
  return () => (current.current ??= createIntakeReader());
}
