import "server-only";
import { afterFault, afterGood, CLOSED_BREAKER, leaveToSend, probeStarted, probeVoid, type Breaker } from "@/lib/core/uploads/breaker";
import type { PauseOrder, Verdict } from "@/lib/core/uploads/classify-outcome";
import { firstPace, quickened, restarted, slowed, type Pace } from "@/lib/core/uploads/pace";
import type { OutcomeClass, PolicyCode } from "@/lib/core/uploads/policy";

/** What an outcome says about Zelto itself: it works, it has trouble, or nothing. */
const SAYS: Readonly<Record<OutcomeClass, "good" | "fault" | "nothing">> = {
  accepted: "good",
  permanent: "good",
  "our-bug": "good",
  transient: "fault",
  unconfirmed: "fault",
  "not-sent": "fault",
  unknown: "fault",
  configuration: "nothing",
  key: "nothing",
  account: "nothing",
  network: "nothing",
  throttle: "nothing",
  local: "nothing",
};
const SLOWS: ReadonlySet<PolicyCode> = new Set<PolicyCode>(["throttled", "timedOut", "noConnection", "slow"]);

/** How fast and whether at all this process sends: one breaker and one pace for its target. Kept in memory; a start begins anew. */
export interface Traffic {
  /** How many uploads may be in flight together now. */
  readonly slots: () => number;
  /**
   * False while Zelto has trouble. Once the pause that was ordered for it is over (`pauseIsOver`: its time, or a person ended it) one
   * call may go.
   */
  readonly mayBegin: (now: number, pauseIsOver: boolean) => boolean;
  readonly begun: () => void;
  /** When a call may be tried again; null while Zelto has no trouble, and where that instant is past. */
  readonly probeAt: (now: number) => number | null;
  /** Notes what came of a send (null: nothing was sent). Answers the pause to order, or null. */
  readonly ended: (verdict: Verdict | null, now: number) => PauseOrder | null;
}

/** Opens the traffic of a worker; `ceiling` is the most uploads that may ever be in flight together. */
export function openTraffic(ceiling: number, now: number): Traffic {
  let breaker: Breaker = CLOSED_BREAKER;
  let pace: Pace = firstPace(ceiling, now);

  const ended = (verdict: Verdict | null, at: number): PauseOrder | null => {
    const says = verdict === null ? "nothing" : SAYS[verdict.class];
    if (verdict !== null && SLOWS.has(verdict.code)) pace = slowed(pace, at);
    if (says === "nothing") {
      breaker = probeVoid(breaker);
      return null;
    }
    if (says === "good") {
      pace = breaker.open === null ? quickened(pace, at) : restarted(pace, at);
      breaker = afterGood(breaker);
      return null;
    }
    const before = breaker.open;
    breaker = afterFault(breaker, at);
    if (verdict === null || breaker.open === null || breaker.open.probeAt === before?.probeAt) return null;
    return outage(verdict, breaker.open.probeAt);
  };

  return {
    slots: () => (breaker.open === null ? pace.slots : 1),
    mayBegin: (at, pauseIsOver) => leaveToSend(breaker, pauseIsOver ? Number.MAX_SAFE_INTEGER : at).kind !== "wait",
    begun: () => {
      breaker = probeStarted(breaker);
    },
    // An instant that is past must wake nobody: with nothing queued the loop would spin.
    probeAt: (at) => (breaker.open !== null && !breaker.open.isProbing && breaker.open.probeAt > at ? breaker.open.probeAt : null),
    ended,
  };
}

function outage(verdict: Verdict, untilMs: number): PauseOrder {
  const clock = new Date(untilMs).toISOString().slice(11, 19);
  const sentence = `Zelto has trouble, so uploads wait and nothing is lost. The last fault: ${verdict.sentence} One call is tried at ${clock} UTC; when it succeeds, the others follow.`;
  return { scope: "queue", code: verdict.code, sentence, untilMs };
}
