import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";
import type { ShapeId, SourceShapeId } from "@/lib/core/shapes/shape";

/** A webhook body that is sent as it is under its provider's header. */
export function isNativeShape(shape: SourceShapeId): shape is Extract<ShapeId, "vapi-webhook" | "retell-webhook"> {
  return shape === "vapi-webhook" || shape === "retell-webhook";
}

/** Where the draft stands beside its source. */
export interface DraftBesideSource {
  readonly source: SourceShapeId;
  readonly draft: ShapeId;
  /** The header is the native body's own. */
  readonly isNative: boolean;
  /** The draft is still what taking it in made of it. */
  readonly isUntouched: boolean;
}

/** What the receipt is about, in a sentence or two. */
export function receiptIntroduction({ source, draft, isNative, isUntouched }: DraftBesideSource): string {
  const same = isUntouched ? "Sent as it was taken in: the same bytes." : "Taken in as it stood and edited here since; the edits are in the timeline and can be undone.";
  if (source === "canonical" || source === "unknown" || source === "no-call") return same;
  const later = isUntouched ? "" : " Later edits are in the timeline and can be undone.";
  if (!isNativeShape(source)) return `What converting ${SHAPE_NAMES[source].article} to the canonical shape did.${later}`;
  if (draft !== source) return "What converting the native body to the canonical shape did. Later edits are in the timeline and can be undone.";
  return `${isNative ? same : "Not converted: the body is still the native one."} Below is what converting it to the canonical shape would do.`;
}
