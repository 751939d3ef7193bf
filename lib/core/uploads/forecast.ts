import type { Problem } from "@/lib/core/problems/problem";

/**
 * Whether Zelto, by its own rules, would answer 200 to this call and make no conversation of it (vendor's guide: unknown
 * agentId, neither transcript nor recording, an event that is not terminal).
 */
export function expectsNothing(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.losesAll === true);
}
