import type { OpenBatchInput } from "@/lib/contracts/intake";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import type { Provider } from "@/lib/core/shapes/shape";
import type { BatchPlan } from "@/lib/intake/batch-plan";
import type { InspectedSource } from "@/lib/intake/inspected-source";
import { verdictSentence } from "@/lib/intake/verdict";

/** What a person gave, before it is read. */
export interface OfferedSource {
  readonly name: string;
  readonly byteLength: number | null;
  readonly provider: Provider | null;
  readonly read: () => Promise<string | Uint8Array<ArrayBuffer>>;
}

export interface Offer {
  readonly kind: OpenBatchInput["kind"];
  /** The batch's name. */
  readonly name: string;
  readonly sources: readonly OfferedSource[];
}

/** A text that is no JSON, on the screen to be mended. */
export interface BrokenText {
  readonly source: InspectedSource;
  readonly problem: JsonSyntaxProblem;
  /** Null where the text is too long for a field. */
  readonly text: string | null;
  readonly offer: Pick<Offer, "kind" | "name">;
}

/** Where an intake stands. */
export type IntakeStep =
  | { readonly step: "idle"; readonly sentence: string; readonly refused: readonly InspectedSource[] }
  | { readonly step: "reading"; readonly name: string; /** Stays on the screen while its mended text is checked. */ readonly over: BrokenText | null }
  | ({ readonly step: "broken" } & BrokenText)
  | { readonly step: "inspected"; readonly sources: readonly InspectedSource[]; readonly offer: Pick<Offer, "kind" | "name"> }
  | { readonly step: "saving"; readonly sources: readonly InspectedSource[]; readonly plan: BatchPlan; readonly stored: number }
  | { readonly step: "unsaved"; readonly sources: readonly InspectedSource[]; readonly plan: BatchPlan; readonly stored: number; readonly failure: string };

export const IDLE: IntakeStep = { step: "idle", sentence: "", refused: [] };

/** What the status region says. */
export function verdictOf(state: IntakeStep): string {
  switch (state.step) {
    case "idle":
      return state.sentence;
    case "reading":
      return `Reading ${state.name}…`;
    case "broken":
      return state.source.failure?.message ?? "";
    case "inspected":
    case "saving":
    case "unsaved":
      return verdictSentence(state.sources);
  }
}

/** Whether leaving the page would lose something. */
export function isUnsaved(state: IntakeStep): boolean {
  if (state.step === "saving") return state.stored < state.plan.records.length;
  return state.step === "broken" || state.step === "inspected" || state.step === "unsaved";
}
