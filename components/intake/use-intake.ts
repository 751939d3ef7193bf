"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { MAX_SOURCE_BYTES } from "@/lib/core/records/limits";
import { planBatch, type BatchPlan } from "@/lib/intake/batch-plan";
import { refusedSource, tooLargeSentence } from "@/lib/intake/refused-source";
import type { InspectedSource } from "@/lib/intake/inspected-source";
import { createInspector, type Inspector } from "@/lib/intake/inspector";
import { newUuid } from "@/lib/intake/new-uuid";
import { intakeTransport } from "@/lib/queries/intake";
import { ApiFailure } from "@/lib/queries/request";
import { whenIdle } from "@/components/ui/when-idle";
import { IDLE, type BrokenText, type IntakeStep, type Offer, type OfferedSource } from "./intake-step";
import { loadLookedAt } from "./looked-at";

export interface Intake {
  readonly state: IntakeStep;
  /** Reads an offer; keeps it at once unless it has to be looked at first. */
  readonly offer: (offer: Offer, options: { readonly keep: boolean; readonly over?: BrokenText | undefined }) => Promise<void>;
  /** Says why nothing was read. */
  readonly refuse: (sentence: string) => void;
  /** Keeps what was inspected. */
  readonly keep: (sources: readonly InspectedSource[], offer: Pick<Offer, "kind" | "name">) => Promise<void>;
  readonly tryAgain: () => Promise<void>;
  readonly startOver: () => void;
}

/** Hashes, frames and schemas: fetched once the page stands, so that the first intake finds them here. */
const loadSender = () => import("@/lib/intake/send-batch");

/** One intake from the door to its page: read, judged, kept, opened. What fails stays here to be tried again. */
export function useIntake(): Intake {
  const router = useRouter();
  const [state, setState] = useState<IntakeStep>(IDLE);
  const inspector = useInspector();
  // Counts intakes: an answer that comes after "Start over" or a newer paste is nobody's.
  const turn = useRef(0);

  const save = async (plan: BatchPlan, sources: readonly InspectedSource[]) => {
    const mine = (turn.current += 1);
    let stored = 0;
    setState({ step: "saving", sources, plan, stored });
    try {
      const { sendBatch } = await loadSender();
      const { batchId, firstCallId } = await sendBatch(plan, intakeTransport, (count) => {
        stored = count;
        if (turn.current === mine) setState({ step: "saving", sources, plan, stored });
      });
      const isSingle = plan.records.length === 1 && sources.every(({ badLines, oversized, failure }) => badLines.length + oversized.length === 0 && failure === null);
      if (turn.current === mine) router.push(isSingle ? `/calls/${firstCallId}` : `/batches/${batchId}`);
    } catch (error) {
      const failure = error instanceof ApiFailure ? error.problem.detail : "This page stumbled while it handed the calls over.";
      if (turn.current === mine) setState({ step: "unsaved", sources, plan, stored, failure });
    }
  };

  const keep: Intake["keep"] = async (sources, { kind, name }) => {
    const plan = planBatch(sources, { id: newUuid(), kind, name });
    if (plan.ok) await save(plan.value, sources);
    else setState({ step: "idle", sentence: plan.error, refused: [] });
  };

  const offer: Intake["offer"] = async ({ kind, name, sources: offered }, options) => {
    const mine = (turn.current += 1);
    setState({ step: "reading", name, over: options.over ?? null });
    const sources: InspectedSource[] = [];
    for (const source of offered) sources.push(await inspectOffered(source, inspector()));
    if (turn.current !== mine) return;
    const looked = judgeOffer(sources, { kind, name }, options.keep);
    if (looked === null) await keep(sources, { kind, name });
    else setState(looked);
  };

  return {
    state,
    offer,
    keep,
    refuse: (sentence) => setState({ step: "idle", sentence, refused: [] }),
    tryAgain: async () => {
      if (state.step === "unsaved") await save(state.plan, state.sources);
    },
    startOver: () => {
      turn.current += 1;
      setState(IDLE);
    },
  };
}

/** Null where it can be kept without a further look; else what the person sees first. */
function judgeOffer(sources: readonly InspectedSource[], offer: Pick<Offer, "kind" | "name">, keep: boolean): IntakeStep | null {
  const failed = sources.filter(({ failure }) => failure !== null);
  const [only] = failed;
  if (sources.length === 1 && only?.failure?.problem) return { step: "broken", source: only, problem: only.failure.problem, text: only.failure.text, offer };
  if (failed.length === sources.length) return { step: "idle", sentence: sentenceOf(failed), refused: failed.length > 1 ? failed : [] };
  return failed.length > 0 || !keep ? { step: "inspected", sources, offer } : null;
}

function sentenceOf(failed: readonly InspectedSource[]): string {
  const [only] = failed;
  return failed.length === 1 ? (only?.failure?.message ?? "") : `None of these ${failed.length} files can be read. Nothing was taken in.`;
}

async function inspectOffered({ name, byteLength, provider, read }: OfferedSource, inspector: Inspector): Promise<InspectedSource> {
  const known = { name, byteLength: byteLength ?? 0, provider };
  if (known.byteLength > MAX_SOURCE_BYTES) return refusedSource(known, tooLargeSentence(name, known.byteLength));
  try {
    const inspected = await inspector.inspect({ name, content: await read(), provider });
    return named(inspected);
  } catch {
    // A file that was moved, a sample that the server did not hand out: the sentence below is all that can be done.
    return refusedSource(known, `${name} could not be read. Nothing was taken in. Check that it is still there, then try again.`);
  }
}

/** The decoder speaks of "this"; on the page a file has a name. */
function named(source: InspectedSource): InspectedSource {
  const { failure, name } = source;
  if (failure === null || failure.message.startsWith(name)) return source;
  return { ...source, failure: { ...failure, message: `${name}: ${failure.message}` } };
}

/** The worker starts with the page, so that the first paste does not wait for it. */
function useInspector(): () => Inspector {
  const current = useRef<Inspector | null>(null);
  // Syncs with a worker, which has to be ended with the page.
  useEffect(() => {
    current.current ??= createInspector();
    const idle = whenIdle(() => void Promise.all([loadSender(), loadLookedAt()]).catch(() => undefined));
    return () => {
      idle.cancel();
      current.current?.close();
      current.current = null;
    };
  }, []);
  return () => (current.current ??= createInspector());
}
