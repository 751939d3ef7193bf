import { parseAnswerObject, readReason } from "@/lib/core/uploads/answer-reason";
import type { AttemptOutcome } from "@/lib/core/uploads/attempt-outcome";
import { classifyOutcome } from "@/lib/core/uploads/classify-outcome";
import type { ClassifyContext, PauseOrder, Verdict } from "@/lib/core/uploads/classify-outcome";

/** What an answer to "add this conversation to that bucket" means. `waiting` goes together with a pause. */
export interface AddVerdict {
  readonly state: "added" | "already-there" | "refused" | "unknown" | "waiting";
  readonly sentence: string;
  readonly pause: PauseOrder | null;
}

/**
 * Judges one answer of `POST /v1/buckets/{id}/conversations` (vendor's document: 200 also for a repeat, with `alreadyExisted`;
 * 400, 401, 404). An unclear end is no harm: adding again changes nothing. All that would stop uploads stops adding too.
 */
export function classifyAdd(outcome: AttemptOutcome, context: ClassifyContext): AddVerdict {
  if (outcome.kind === "answer" && (outcome.status === 200 || outcome.status === 201)) return addedVerdict(outcome.body);
  if (outcome.kind === "answer" && outcome.status === 404) {
    return { state: "refused", sentence: "Refused: Zelto does not find the bucket or the conversation in this organization (404). Nothing was added.", pause: null };
  }
  if (outcome.kind === "answer" && (outcome.status === 405 || outcome.status === 501)) {
    return { state: "refused", sentence: `Refused: this Zelto does not take conversations into buckets (${outcome.status}). Nothing was added; add it in Zelto.`, pause: null };
  }
  const verdict = classifyOutcome(outcome, context);
  if (verdict.pause !== null) return { state: "waiting", sentence: `Waits: ${verdict.sentence}`, pause: verdict.pause };
  if (verdict.class === "not-sent") return unreached(verdict, context.nowMs);
  if (verdict.fate === "rejected") return { state: "refused", sentence: refusal(outcome), pause: null };
  return { state: "unknown", sentence: "Whether it was added is not known. Adding again is safe: a conversation stands in a bucket only once.", pause: null };
}

/** Ours: a Zelto that cannot be reached is asked again after half a minute, with all else that waits for it. */
const UNREACHED_MS = 30_000;

function unreached({ code, sentence }: Verdict, nowMs: number): AddVerdict {
  const pause = { scope: "queue", code, sentence: `${sentence} It is tried again in 30 s.`, untilMs: nowMs + UNREACHED_MS };
  return { state: "waiting", sentence: `Waits: ${sentence}`, pause };
}

function addedVerdict(body: string): AddVerdict {
  const existed = readAlreadyExisted(body);
  if (existed === undefined) {
    return { state: "unknown", sentence: "The answer was not the one Zelto documents, so whether it was added is not known. Adding again is safe.", pause: null };
  }
  return existed
    ? { state: "already-there", sentence: "Was in the bucket already.", pause: null }
    : { state: "added", sentence: "Added to the bucket.", pause: null };
}

/** `alreadyExisted`; false where a JSON object does not say (the field is not required); undefined where it is no such object. */
function readAlreadyExisted(body: string): boolean | undefined {
  const answer = parseAnswerObject(body);
  return answer === null ? undefined : answer["alreadyExisted"] === true;
}

function refusal(outcome: AttemptOutcome): string {
  if (outcome.kind !== "answer") return "Refused. Nothing was added.";
  const reason = readReason(outcome.body);
  const words = reason === null ? "" : `: ${reason}`;
  if (outcome.status !== 400 && outcome.status !== 422) return `Refused by Zelto (${outcome.status}${words}). Nothing was added.`;
  return `Refused by Zelto (${outcome.status}${words}), most likely because the conversation belongs to another agent than the bucket. Nothing was added; choose a bucket of its agent.`;
}
