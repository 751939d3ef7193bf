import { failure, success, type Result } from "@/lib/core/result";
import { NO_ANSWERS, type Answers } from "@/lib/core/shapes/answers";
import { receiptOfCanonical } from "@/lib/core/shapes/canonical/receipt-of-canonical";
import { convertToCanonical } from "@/lib/core/shapes/convert-to-canonical";
import type { Receipt, SourceShapeId } from "@/lib/core/shapes/shape";
import { convertSource } from "@/lib/core/shapes/source/convert-source";
import { detectSource } from "@/lib/core/shapes/source/detect-source";
import { readSourceRecord } from "@/lib/core/shapes/source/read-source-record";
import { isNativeShape } from "./receipt-words";

/** What became of every leaf of a source. */
export interface SourceReceipt {
  /** The source's own shape: the call's follows its draft and is another after a conversion. */
  readonly shape: SourceShapeId;
  readonly receipt: Receipt;
  /** The draft as the conversion made it; null where the source was kept as it is. */
  readonly convertedText: string | null;
}

/** Reads the source under the answers of its batch and accounts for it; a failure is the sentence that says why there is no receipt. */
export function receiptOfSource(sourceText: string, answers: Answers = NO_ANSWERS): Result<SourceReceipt, string> {
  const tree = readSourceRecord(sourceText);
  if (!tree.ok) return failure("The source is not JSON.");
  const { root } = tree.value;
  const detection = detectSource(root, answers);
  const conversion = convertSource(root, detection, answers);
  const { shape } = detection;
  if (conversion) return success({ shape, receipt: conversion.receipt, convertedText: conversion.text });
  if (!isNativeShape(shape)) return success({ shape, receipt: receiptOfCanonical(root), convertedText: null });
  const native = convertToCanonical(root, shape);
  return native.ok ? success({ shape, receipt: native.value.receipt, convertedText: null }) : failure(native.error.message);
}
