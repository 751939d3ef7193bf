import { backoffMs } from "./backoff";
import { POLICY, type PolicyCode, type PolicyRow } from "./policy";

/** From the first attempt on; past it a person decides (ours: longer than a night's outage). */
export const BUDGET_MS = 24 * 60 * 60_000;

/** What the decision needs beyond the verdict. Instants in milliseconds since the epoch. */
export interface TryFacts {
  readonly code: PolicyCode;
  /** Attempts so far, this one included, that count: waiting when asked to slow down uses none up. */
  readonly tries: number;
  readonly firstAttemptAt: number;
  readonly now: number;
  /** 0 to 1. */
  readonly random: number;
}

/** `again`: the same bytes at an instant. `given-up`: they might have gone again and the budget is used up. `over`: they may not. */
export type NextTry = { readonly kind: "again"; readonly at: number } | { readonly kind: "given-up" } | { readonly kind: "over" };

/** Whether and when the same bytes go again by themselves, by the policy table. */
export function nextTry({ code, tries, firstAttemptAt, now, random }: TryFacts): NextTry {
  const { retry }: PolicyRow = POLICY[code];
  if (retry.kind === "never") return { kind: "over" };
  // The pause that the answer orders tells when; the upload itself is ready at once.
  if (retry.kind === "as-asked") return { kind: "again", at: now };
  if (tries >= retry.tries) return { kind: "given-up" };
  // Nothing failed but this process: the bytes go again as soon as it runs.
  if (code === "interrupted") return { kind: "again", at: now };
  const at = now + backoffMs(Math.max(0, tries - 1), random);
  return at - firstAttemptAt > BUDGET_MS ? { kind: "given-up" } : { kind: "again", at };
}
