import type { OpenBatchInput } from "@/lib/contracts/intake";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import type { Provider } from "@/lib/core/shapes/shape";
import type { InspectedSource } from "@/lib/intake/inspected-source";
import type { IntakeProgress, IntakeReport } from "@/lib/intake/intake-report";
import type { Waiting } from "@/lib/intake/send-intake";
import { verdictSentence } from "@/lib/intake/verdict";

/** What a person gave, before it is read. */
export interface OfferedSource {
  /** A file's path where it came in a folder. */
  readonly name: string;
  readonly provider: Provider | null;
  /** A text or a file as it is, or how it is fetched (a sample). */
  readonly content: string | Blob | (() => Promise<string | Blob>);
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

/** What was looked at, and under which name it would be kept. */
export interface LookedAt {
  readonly report: IntakeReport;
  readonly offer: Pick<Offer, "kind" | "name">;
}

/** How far the keeping of an intake has come, in records. */
export interface Stored {
  readonly stored: number;
  readonly total: number;
}

/** Where an intake stands. */
export type IntakeStep =
  | { readonly step: "idle"; readonly sentence: string; readonly refused: readonly InspectedSource[] }
  | { readonly step: "reading"; readonly name: string; /** Stays on the screen while its mended text is checked. */ readonly over: BrokenText | null; readonly progress: IntakeProgress | null }
  | ({ readonly step: "broken" } & BrokenText)
  /** `isRereading`: an answer was given, and the report is being made anew. */
  | ({ readonly step: "inspected"; readonly isRereading: boolean } & LookedAt)
  /** `waiting`: the server does not answer; it is asked again by itself. */
  | ({ readonly step: "saving"; readonly waiting: Waiting | null } & LookedAt & Stored)
  | ({ readonly step: "unsaved"; readonly failure: string } & LookedAt & Stored);

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
      return verdictSentence(state.report);
  }
}

/** Whether leaving the page would lose something. */
export function isUnsaved(state: IntakeStep): boolean {
  if (state.step === "saving") return state.stored < state.total;
  return state.step === "broken" || state.step === "inspected" || state.step === "unsaved";
}
