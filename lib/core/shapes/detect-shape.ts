import type { JsonNode } from "@/lib/core/text/json-node";
import { CANONICAL_DETECTOR } from "@/lib/core/shapes/canonical/detect-canonical";
import { RETELL_DETECTOR } from "@/lib/core/shapes/retell/detect-retell";
import { VAPI_DETECTOR } from "@/lib/core/shapes/vapi/detect-vapi";
import type { Detector } from "./detector";
import { missingForCanonical } from "@/lib/core/shapes/canonical/missing-for-canonical";
import type { Detection } from "./shape";

/** Every shape that Intake recognises; on a tie the earlier one wins. */
const DETECTORS: readonly Detector[] = [CANONICAL_DETECTOR, VAPI_DETECTOR, RETELL_DETECTOR];

/** Ours: below this lead over the next shape, confidence is lowered and the other shape is named. */
const MARGIN = 0.2;

/**
 * Recognises what a record is and says why. All detectors are asked and the highest score wins; a record in which the
 * canonical shape shows at all is never unknown, so that a wrong field is reported and not the whole record. Never throws.
 */
export function detectShape(root: JsonNode): Detection {
  const ranked = DETECTORS.flatMap((detector) => {
    const finding = detector.inspect(root);
    return finding ? [{ detector, finding }] : [];
  }).sort((left, right) => right.finding.score - left.finding.score);
  const [best, next] = ranked;
  if (!best) return { shape: "unknown", confidence: 0, reasons: missingForCanonical(root), provider: "zelto" };
  const { detector, finding } = best;
  const lead = finding.score - (next?.finding.score ?? 0);
  const close = next !== undefined && lead < MARGIN;
  return {
    shape: detector.shape,
    confidence: close ? Math.min(finding.score, 0.5 + lead) : finding.score,
    reasons: close ? [...finding.reasons, `It also looks like ${SHAPE_NAMES[next.detector.shape]}: ${next.finding.reasons.join(", ")}`] : finding.reasons,
    provider: detector.provider,
    ...(finding.event ? { event: finding.event } : {}),
  };
}

const SHAPE_NAMES = { canonical: "a canonical call", "vapi-webhook": "a Vapi webhook", "retell-webhook": "a Retell webhook" } as const;
