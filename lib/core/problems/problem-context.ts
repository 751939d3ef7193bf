import type { Remark } from "@/lib/core/shapes/remark";
import type { Detection, Provider, ShapeId } from "@/lib/core/shapes/shape";

export interface KnownAgent {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string | null;
}

/** What a report needs beyond the document. */
export interface ProblemContext {
  readonly shape: ShapeId;
  readonly detection: Detection;
  /** The header the call would be sent under. */
  readonly provider: Provider;
  /** Null where it cannot be known now; then nothing is said about agents. */
  readonly knownAgents: readonly KnownAgent[] | null;
  /** `at` is a date as the viewer reads it: "12 Nov". */
  readonly alreadyUploaded: { readonly at: string; readonly conversationId: string | null } | null;
  /** What the conversion of the source left to say; absent for calls that were not converted. */
  readonly remarks?: readonly Remark[];
}
