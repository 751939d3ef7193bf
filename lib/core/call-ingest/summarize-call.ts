import type { CallSummary, ShapeId } from "@/lib/core/shapes/shape";
import type { JsonNode } from "@/lib/core/text/json-node";
import { summarizeCanonical } from "./summarize-canonical";

/** What lists and headers show of a call of any shape. Best effort on a broken one, never throws. */
export function summarizeCall(root: JsonNode, shape: ShapeId): CallSummary {
  switch (shape) {
    case "vapi-webhook":
    case "retell-webhook":
    case "canonical":
    case "unknown":
      return summarizeCanonical(root);
  }
}
