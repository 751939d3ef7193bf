import type { CallSummary, Provider } from "@/lib/core/shapes/shape";
import type { Problem } from "./problem";

export interface Readiness {
  readonly state: "ready" | "ready-with-loss" | "refused" | "creates-nothing" | "not-json";
  readonly headline: string;
  readonly sentence: string;
}

export interface ReadinessContext {
  readonly provider: Provider;
  /** A call of this external id was uploaded from here before. */
  readonly willUpdate: boolean;
}

/** What would happen if the call were sent now, in a headline and a sentence. */
export function readiness(summary: CallSummary, problems: readonly Problem[], context: ReadinessContext): Readiness {
  const verb = context.willUpdate ? "Updates" : "Creates";
  return { state: problems.length === 0 ? "ready" : "refused", headline: "Ready.", sentence: `${verb} a conversation, ${summary.turnCount} turns.` };
}
