import { success, type Result } from "@/lib/core/result";
import type { JsonNode } from "@/lib/core/text/json-node";
import { convertNative, type ConversionProblem } from "./convert-native";
import type { ConversionOptions } from "./convert-options";
import type { Receipt, ShapeId } from "./shape";
import { writeJson } from "@/lib/core/shapes/build/write-json";

export interface Conversion {
  /** The canonical body, 2 blanks of indentation. */
  readonly text: string;
  readonly receipt: Receipt;
}

/**
 * Converts a native webhook body into the canonical shape, with a receipt for every leaf of the source. What the source lacks
 * stays out (an id, an agent): the problems of the new text name it. A failure says why a record cannot be converted.
 */
export function convertToCanonical(root: JsonNode, shape: ShapeId, options: ConversionOptions = {}): Result<Conversion, ConversionProblem> {
  const native = convertNative(root, shape, options);
  if (!native.ok) return native;
  const { root: canonical, receipt, dropReason } = native.value;
  return success({ text: writeJson(canonical), receipt: receipt.finish(root, dropReason) });
}
