import { failure, success, type Result } from "@/lib/core/result";
import { convertToCanonical } from "@/lib/core/shapes/convert-to-canonical";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import { receiptOfCanonical } from "@/lib/core/shapes/canonical/receipt-of-canonical";
import type { Receipt, ShapeId } from "@/lib/core/shapes/shape";
import { parseJson } from "@/lib/core/text/scan-json";

/** What became of every leaf of a source. `shape` is the source's own: the call's follows its draft and is another after a conversion. */
export interface SourceReceipt {
  readonly shape: ShapeId;
  readonly receipt: Receipt;
}

/** Reads the source and accounts for it; a failure is the sentence that says why there is no receipt. */
export function receiptOfSource(sourceText: string): Result<SourceReceipt, string> {
  const parsed = parseJson(sourceText);
  if (!parsed.ok) return failure("The source is not JSON.");
  const { root } = parsed.value;
  const { shape } = detectShape(root);
  if (shape === "canonical" || shape === "unknown") return success({ shape, receipt: receiptOfCanonical(root) });
  const converted = convertToCanonical(root, shape);
  return converted.ok ? success({ shape, receipt: converted.value.receipt }) : failure(converted.error.message);
}

/** Where the draft stands beside its source. */
export interface DraftBesideSource {
  readonly source: ShapeId;
  readonly draft: ShapeId;
  /** The header is the native body's own. */
  readonly isNative: boolean;
  readonly isUntouched: boolean;
}

/** What the receipt is about, in a sentence or two. */
export function receiptIntroduction({ source, draft, isNative, isUntouched }: DraftBesideSource): string {
  const same = isUntouched ? "Sent as it was taken in: the same bytes." : "Taken in as it stood and edited here since; the edits are in the timeline and can be undone.";
  if (source === "canonical" || source === "unknown") return same;
  if (draft !== source) return "What converting the native body to the canonical shape did. Later edits are in the timeline and can be undone.";
  return `${isNative ? same : "Not converted: the body is still the native one."} Below is what converting it to the canonical shape would do.`;
}
