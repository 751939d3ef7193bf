import { LONGEST_WAIT_MS } from "./backoff";

/** Ours: five faults in a row, or half of the last twenty answers, mean that Zelto itself has trouble and not a single call. */
const IN_A_ROW = 5;
const WINDOW = 20;
const FIRST_PROBE_MS = 30_000;

/** Whether Zelto seems able to take calls at all. A value: each step answers the next one. */
export interface Breaker {
  /** The newest answers, newest last; true for a good one. At most 20. */
  readonly recent: readonly boolean[];
  /** Null while it is closed. */
  readonly open: OpenBreaker | null;
}

interface OpenBreaker {
  readonly since: number;
  /** Probes that failed since it opened. */
  readonly probes: number;
  /** When the next probe may go. */
  readonly probeAt: number;
  readonly isProbing: boolean;
}

export const CLOSED_BREAKER: Breaker = { recent: [], open: null };

/** What may be sent now: anything, one call to see whether Zelto is back, or nothing until an instant (null: until the probe that is out ends). */
export type Leave = { readonly kind: "go" } | { readonly kind: "probe" } | { readonly kind: "wait"; readonly until: number | null };

/** Answers what may be sent at an instant (milliseconds since the epoch). */
export function leaveToSend({ open }: Breaker, now: number): Leave {
  if (open === null) return { kind: "go" };
  if (open.isProbing) return { kind: "wait", until: null };
  return now >= open.probeAt ? { kind: "probe" } : { kind: "wait", until: open.probeAt };
}

/** The one call that may go while it is open is on its way. */
export function probeStarted(breaker: Breaker): Breaker {
  return breaker.open === null ? breaker : { ...breaker, open: { ...breaker.open, isProbing: true } };
}

/** A probe ended without telling anything (it was not sent, or was answered about the call alone by a proxy): another may go at once. */
export function probeVoid(breaker: Breaker): Breaker {
  return breaker.open === null ? breaker : { ...breaker, open: { ...breaker.open, isProbing: false } };
}

/** Zelto answered as it should: whatever was wrong is over. */
export function afterGood(breaker: Breaker): Breaker {
  return breaker.open === null ? { recent: [...breaker.recent, true].slice(-WINDOW), open: null } : CLOSED_BREAKER;
}

/** A fault that is Zelto's or the way's, not the call's. Faults of calls that were under way when it opened change nothing. */
export function afterFault(breaker: Breaker, now: number): Breaker {
  const recent = [...breaker.recent, false].slice(-WINDOW);
  const { open } = breaker;
  if (open?.isProbing) {
    const probes = open.probes + 1;
    return { recent, open: { ...open, probes, probeAt: now + probeWaitMs(probes), isProbing: false } };
  }
  if (open !== null) return breaker;
  return opens(recent) ? { recent, open: { since: now, probes: 0, probeAt: now + FIRST_PROBE_MS, isProbing: false } } : { recent, open: null };
}

function opens(recent: readonly boolean[]): boolean {
  const newest = recent.slice(-IN_A_ROW);
  if (newest.length === IN_A_ROW && newest.every((isGood) => !isGood)) return true;
  return recent.length === WINDOW && recent.filter((isGood) => !isGood).length * 2 >= WINDOW;
}

/** 30 s, then 1, 2, 4, 5, 5 … minutes. */
function probeWaitMs(failedProbes: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_PROBE_MS * 2 ** Math.min(failedProbes, 10));
}
