import { convertNative } from "@/lib/core/shapes/convert-native";
import type { CallSummary, ShapeId } from "@/lib/core/shapes/shape";
import type { JsonNode } from "@/lib/core/text/json-node";
import { summarizeCanonical } from "./summarize-canonical";

/**
 * What lists and headers show of a call of any shape; a native body is read as its conversion would be. Best effort on a
 * broken one, never throws.
 */
export function summarizeCall(root: JsonNode, shape: ShapeId): CallSummary {
  switch (shape) {
    case "vapi-webhook":
    case "retell-webhook": {
      const native = convertNative(root, shape);
      return summarizeCanonical(native.ok ? native.value.root : root);
    }
    case "canonical":
    case "unknown":
      return summarizeCanonical(root);
  }
}
