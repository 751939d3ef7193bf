import type { SourcePage } from "@/lib/contracts/intake";
import type { Answers } from "@/lib/core/shapes/answers";
import type { GivenSource } from "./inspected-source";
import type { IntakeProgress } from "./intake-report";
import type { StoredRanges } from "./stored-ranges";

/** What the page asks of a session in the worker. */
export type WorkerCall =
  | { readonly type: "add"; readonly sources: readonly GivenSource[] }
  | { readonly type: "inspect"; readonly answers: Answers }
  | { readonly type: "cancel" }
  | { readonly type: "match"; readonly before: SourcePage["sources"] }
  | { readonly type: "counts" }
  | { readonly type: "announced"; readonly from: number }
  | { readonly type: "begin"; readonly stored: StoredRanges }
  | { readonly type: "next" }
  | { readonly type: "close" };

export interface WorkerRequest {
  /** Pairs the answer with it. */
  readonly id: number;
  readonly session: number;
  readonly call: WorkerCall;
}

export type WorkerAnswer =
  | { readonly type: "progress"; readonly id: number; readonly progress: IntakeProgress }
  | { readonly type: "done"; readonly id: number; readonly value: unknown }
  /** `message` is for the person; null for what should not happen. */
  | { readonly type: "failed"; readonly id: number; readonly cancelled: boolean; readonly message: string | null };
