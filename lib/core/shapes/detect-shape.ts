import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { Detection } from "./shape";

/** Recognises what a record is and says why. Pure, never throws. */
export function detectShape(root: JsonNode): Detection {
  if (nodeAt(root, ["call", "externalId"])) return { shape: "canonical", confidence: 1, reasons: ["call.externalId is given"], provider: "zelto" };
  return { shape: "unknown", confidence: 0, reasons: ["No call.externalId"], provider: "zelto" };
}
