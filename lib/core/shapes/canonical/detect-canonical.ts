import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { Detector, Finding } from "@/lib/core/shapes/detector";
import { isVapiMessageType } from "@/lib/core/shapes/vapi/vapi-events";

/** Zelto's own shape. It is recognised even where a field is wrong: then the field is what a person needs to hear of. */
export const CANONICAL_DETECTOR: Detector = { shape: "canonical", provider: "zelto", inspect };

/** Keys of `call` that no provider's call object of the same name has in this spelling. */
const CALL_KEYS = ["startedAt", "endedAt", "durationSeconds", "endedReason", "cost", "recordingUrl", "customer"] as const;

function inspect(root: JsonNode): Finding | null {
  const call = member(root, "call");
  const hasId = member(call, "externalId") !== undefined;
  const hasTurns = nodeAt(root, ["transcript", "turns"])?.type === "array";
  if (hasId || hasTurns) {
    const reasons = [...(hasId ? ["call.externalId is given"] : []), ...(hasTurns ? ["transcript.turns is a list"] : [])];
    return { score: hasId && hasTurns ? 1 : 0.97, reasons };
  }
  const known = CALL_KEYS.filter((key) => member(call, key) !== undefined);
  if (known.length === 0 || isUnwrappedVapi(root)) return null;
  return { score: 0.5, reasons: [`call has ${known.slice(0, 3).join(", ")}`] };
}

/** A Vapi report whose envelope was taken off has a `call` with the same key names. */
export function isUnwrappedVapi(root: JsonNode): boolean {
  const type = member(root, "type");
  if (type?.type !== "string" || !isVapiMessageType(type.value)) return false;
  return member(root, "call")?.type === "object" || member(root, "artifact")?.type === "object";
}
