import { failure, type Result } from "@/lib/core/result";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { Receipt, ShapeId } from "./shape";

export interface Conversion {
  /** The canonical body, 2 blanks of indentation. */
  readonly text: string;
  readonly receipt: Receipt;
}

export interface ConversionProblem {
  readonly message: string;
}

/** Converts a native webhook body into the canonical shape, with a receipt for every leaf of the source. */
export function convertToCanonical(root: JsonNode, shape: ShapeId): Result<Conversion, ConversionProblem> {
  return failure({ message: `A ${root.type} of shape ${shape} cannot be converted` });
}
