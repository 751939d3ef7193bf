import { NO_ANSWERS, type Answers } from "@/lib/core/shapes/answers";
import { writeJson } from "@/lib/core/shapes/build/write-json";
import { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Question } from "@/lib/core/shapes/question";
import type { Remark } from "@/lib/core/shapes/remark";
import type { Receipt, SourceDetection } from "@/lib/core/shapes/shape";
import type { JsonNode, JsonObjectNode } from "@/lib/core/text/json-node";
import { moduleFor } from "./registry";
import { shapeQuestion } from "./shape-question";

/** A canonical call made of a record of another shape. */
export interface SourceConversion {
  readonly root: JsonObjectNode;
  /** The canonical body, 2 blanks of indentation. */
  readonly text: string;
  readonly receipt: Receipt;
  /** What only a person can tell; what was assumed meanwhile is among the remarks. */
  readonly questions: readonly Question[];
  readonly remarks: readonly Remark[];
}

/**
 * Converts a record into the canonical shape, with a receipt for every leaf of the source. Null where the record is sent as it is
 * (canonical, native webhooks) or its shape is unknown. The same record and answers give the same call.
 */
export function convertSource(root: JsonNode, detection: SourceDetection, answers: Answers = NO_ANSWERS): SourceConversion | null {
  const reader = moduleFor(detection.shape, root);
  if (!reader) return null;
  const context = new ConversionContext(answers);
  if (detection.rivals.length > 0) context.ask(shapeQuestion([detection.shape, ...detection.rivals], detection.reasons));
  const canonical = reader.convert(root, context);
  return { root: canonical, text: writeJson(canonical), receipt: context.receipt.finish(root, reader.dropReason), questions: context.questions, remarks: context.remarks };
}
