import { formatCount } from "@/lib/core/format/count";
import type { Verdict } from "./classify-outcome";
import type { Fate } from "./fate";
import { nextTry } from "./next-try";
import { POLICY, type PolicyRow } from "./policy";

/** How an upload stood when the attempt was made. Instants in milliseconds since the epoch. */
export interface TriedSoFar {
  /** Attempts that counted before this one. */
  readonly tries: number;
  readonly firstAttemptAt: number | null;
  readonly now: number;
  /** 0 to 1: spreads calls that failed together. */
  readonly random: number;
}

/** Where an upload stands after an attempt. */
export interface Settlement {
  readonly fate: Fate;
  /** What happened, whether anything was sent, what comes next. */
  readonly sentence: string;
  /** When the same bytes go again by themselves; null where they do not. */
  readonly dueAt: number | null;
  readonly tries: number;
}

/** From a verdict on one attempt to what becomes of the upload: over, again by itself, or a person's. */
export function settleAttempt(verdict: Verdict, { tries, firstAttemptAt, now, random }: TriedSoFar): Settlement {
  const { retry }: PolicyRow = POLICY[verdict.code];
  // What waits for a pause to end has not failed: it is due at once and uses no try up.
  if (verdict.fate === "queued") return { fate: "queued", sentence: verdict.sentence, dueAt: now, tries };
  const counted = tries + 1;
  const next = nextTry({ code: verdict.code, tries: counted, firstAttemptAt: firstAttemptAt ?? now, now, random });
  if (next.kind === "over") return { fate: verdict.fate, sentence: verdict.sentence, dueAt: null, tries: counted };
  if (next.kind === "given-up") {
    const often = counted === 1 ? "once" : `${formatCount(counted)} times`;
    return { fate: "held", sentence: `${verdict.sentence} It was tried ${often}; send it again when you think it can succeed, the same bytes are safe.`, dueAt: null, tries: counted };
  }
  const most = retry.kind === "identical" ? retry.tries : counted;
  const clock = new Date(next.at).toISOString().slice(11, 19);
  const sentence = `${verdict.sentence} The same bytes go again by themselves at ${clock} UTC (try ${formatCount(counted + 1)} of ${formatCount(most)}), which is safe.`;
  return { fate: verdict.fate === "unknown" ? "unknown" : "queued", sentence, dueAt: next.at, tries: counted };
}
