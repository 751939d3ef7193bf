import type { AnswerOutcome, AttemptOutcome, LocalCause, NotSentCause, UnknownCause } from "./attempt-outcome";
import { parseAnswerObject, readReason } from "./answer-reason";
import { POLICY } from "./policy";
import type { OutcomeClass, PolicyCode, PolicyFacts, PolicyRow } from "./policy";
import { parseRetryAfter } from "./retry-after";

/** What the table is asked with, besides the outcome itself. */
export interface ClassifyContext {
  readonly nowMs: number;
  readonly host: string;
  readonly provider: string;
  /** After a 403: whether the same key was good for a cheap read. Null where that was not tried; then the key is doubted. */
  readonly keyWorksElsewhere: boolean | null;
}

/** A standstill that follows from one attempt. A timed one ends by itself. */
export interface PauseOrder {
  /** `queue`, or `provider:vapi`. */
  readonly scope: string;
  readonly code: PolicyCode;
  readonly sentence: string;
  readonly untilMs: number | null;
}

/** The table's answer for one attempt. */
export interface Verdict {
  readonly code: PolicyCode;
  readonly class: OutcomeClass;
  readonly fate: PolicyRow["fate"];
  readonly sentence: string;
  readonly pause: PauseOrder | null;
}

/** Wait after a 429 that names none. Ours; a first step of 5 s. */
const THROTTLE_DEFAULT_MS = 5_000;

const NOT_SENT: Readonly<Record<NotSentCause, PolicyCode>> = {
  dns: "noSuchHost",
  refused: "connectionRefused",
  unreachable: "noRoute",
  "connect-timeout": "noConnection",
  tls: "certificate",
};
const UNKNOWN: Readonly<Record<UnknownCause, PolicyCode>> = {
  timeout: "timedOut",
  reset: "reset",
  cut: "cut",
  garbled: "senselessAnswer",
  interrupted: "interrupted",
};
const LOCAL: Readonly<Record<LocalCause, PolicyCode>> = { "key-missing": "keyMissing", store: "storeFailed" };

const BY_STATUS: readonly (readonly [PolicyCode, readonly number[]])[] = [
  ["keyRefused", [401]],
  ["accountClosed", [402]],
  ["wrongAddress", [404, 405, 406, 410, 415, 426, 501, 505]],
  ["proxySignIn", [407]],
  ["slow", [408, 421, 425]],
  ["busy", [409, 423]],
  ["unusualRequest", [411, 414, 428, 431]],
  ["tooLarge", [413]],
  ["validationFailed", [422]],
  ["throttled", [429]],
  ["failing", [500]],
];

/** Judges one attempt by the policy table. Total: every status and every fault has a row. */
export function classifyOutcome(outcome: AttemptOutcome, context: ClassifyContext): Verdict {
  const code = codeOf(outcome, context);
  const row: PolicyRow = POLICY[code];
  const untilMs = code === "throttled" ? context.nowMs + throttleMs(outcome, context.nowMs) : null;
  const facts: PolicyFacts = {
    host: context.host,
    status: outcome.kind === "answer" ? outcome.status : 0,
    provider: context.provider,
    reason: outcome.kind === "answer" ? readReason(outcome.body) : null,
    wait: untilMs === null ? "" : waitText(untilMs, context.nowMs, outcome),
  };
  const sentence = row.sentence(facts);
  const scope = row.scope === "provider" ? `provider:${context.provider}` : row.scope;
  return { code, class: row.class, fate: row.fate, sentence, pause: scope === "item" ? null : { scope, code, sentence, untilMs } };
}

/** Whether a 403 has to be followed by a cheap read with the same key before it can be judged. */
export function needsKeyProbe(outcome: AttemptOutcome): boolean {
  return outcome.kind === "answer" && outcome.status === 403;
}

function codeOf(outcome: AttemptOutcome, context: ClassifyContext): PolicyCode {
  switch (outcome.kind) {
    case "not-sent":
      return NOT_SENT[outcome.cause];
    case "unknown":
      return UNKNOWN[outcome.cause];
    case "local":
      return LOCAL[outcome.cause];
    case "answer":
      return codeOfAnswer(outcome, context);
  }
}

function codeOfAnswer(answer: AnswerOutcome, context: ClassifyContext): PolicyCode {
  const { status } = answer;
  if (status < 200 || status >= 600) return "senselessAnswer";
  if (status < 300) return codeOfSuccess(answer);
  if (status < 400) return "redirect";
  if (status === 400) return codeOfBadRequest(answer);
  if (status === 403) return context.keyWorksElsewhere === true ? "forbiddenCall" : "forbiddenKey";
  const listed = BY_STATUS.find(([, statuses]) => statuses.includes(status));
  if (listed) return listed[0];
  return status < 500 ? "refused" : "unavailable";
}

/** Accepted only where a JSON object says so in as many words (vendor's guide: `{ "received": true }`). */
function codeOfSuccess(answer: AnswerOutcome): PolicyCode {
  if (answer.truncated) return "answerTooLong";
  if (answer.status === 204 || answer.status === 205 || answer.body.trim() === "") return "emptyAnswer";
  if (!isJsonType(answer.contentType)) return "notTheAnswer";
  const value = parseAnswerObject(answer.body);
  if (value?.["received"] !== true) return "notTheAnswer";
  return answer.status === 200 ? "accepted" : "acceptedOddly";
}

function codeOfBadRequest(answer: AnswerOutcome): PolicyCode {
  const error = parseAnswerObject(answer.body)?.["error"];
  if (error === "Invalid JSON") return "invalidJson";
  if (error === "Unsupported provider") return "unsupportedProvider";
  return error === "Validation failed" ? "validationFailed" : "refused";
}

/** JSON by its declared type, and UTF-8 where a charset is named: JSON in another charset was not written by Zelto. */
function isJsonType(contentType: string | null): boolean {
  const [type = "", ...parameters] = (contentType ?? "").toLowerCase().split(";");
  if (!/^(application|text)\/([a-z0-9.+-]+\+)?json$/.test(type.trim())) return false;
  return parameters.every((parameter) => !/^\s*charset\s*=/.test(parameter) || /=\s*"?utf-?8"?\s*$/.test(parameter));
}

function throttleMs(outcome: AttemptOutcome, nowMs: number): number {
  const header = outcome.kind === "answer" ? outcome.retryAfter : null;
  return parseRetryAfter(header, nowMs)?.waitMs ?? THROTTLE_DEFAULT_MS;
}

function waitText(untilMs: number, nowMs: number, outcome: AttemptOutcome): string {
  const seconds = Math.ceil((untilMs - nowMs) / 1_000);
  const minutes = Math.ceil(seconds / 60);
  const length = seconds < 120 ? `${seconds} s` : minutes < 120 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
  const until = new Date(untilMs).toISOString();
  const clock = seconds < 43_200 ? until.slice(11, 19) : `${until.slice(0, 10)} ${until.slice(11, 19)}`;
  const capped = outcome.kind === "answer" && parseRetryAfter(outcome.retryAfter, nowMs)?.capped === true;
  return `${length} (until ${clock} UTC${capped ? "; Zelto asked for longer, Intake waits a day at most" : ""})`;
}
