import { CANONICAL_DETECTOR } from "@/lib/core/shapes/canonical/detect-canonical";
import { isPlainlyCanonical } from "@/lib/core/shapes/canonical/is-plainly-canonical";
import { missingForCanonical } from "@/lib/core/shapes/canonical/missing-for-canonical";
import { answerTo, NO_ANSWERS, type Answers } from "@/lib/core/shapes/answers";
import type { Finding } from "@/lib/core/shapes/detector";
import { RETELL_DETECTOR } from "@/lib/core/shapes/retell/detect-retell";
import type { Provider, SourceDetection, SourceShapeId } from "@/lib/core/shapes/shape";
import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";
import { VAPI_DETECTOR } from "@/lib/core/shapes/vapi/detect-vapi";
import type { JsonNode } from "@/lib/core/text/json-node";
import { GENERIC_MAPPER } from "@/lib/core/shapes/generic/generic-mapper";
import { ownTemplate, taughtTemplate } from "@/lib/core/shapes/generic/choose-template";
import { CONVERTED_SHAPES } from "./registry";
import { shapeQuestionId } from "./shape-question";

interface Candidate {
  readonly shape: Exclude<SourceShapeId, "unknown">;
  readonly provider: Provider;
  readonly finding: Finding;
}

/** Ours: with less of a lead over the next shape a person is asked which of the two it is. */
const MARGIN = 0.15;

/** Ours: with a score like this another shape is read as what it is, whatever lists it holds. */
const SURE = 0.5;

/** A person has pointed out where the turns stand, and that counts before every guess. */
const TAUGHT: SourceDetection = { shape: "generic", confidence: 1, reasons: ["A template says where its turns stand"], provider: "zelto", rivals: [] };

const SENDABLE = [CANONICAL_DETECTOR, VAPI_DETECTOR, RETELL_DETECTOR];

/**
 * Recognises what a record is, of all shapes, and says why. Every detector is asked and the highest score wins; a record in which
 * the canonical shape shows at all is never unknown. An answer to "which of the two is it?" counts before the scores. Never throws.
 */
export function detectSource(root: JsonNode, answers: Answers = NO_ANSWERS): SourceDetection {
  if (ownTemplate(root, answers)) return TAUGHT;
  const plain = isPlainlyCanonical(root) ? CANONICAL_DETECTOR.inspect(root) : null;
  if (plain) return { shape: "canonical", provider: "zelto", confidence: plain.score, reasons: plain.reasons, rivals: [] };
  const ranked = candidates(root).sort((left, right) => right.finding.score - left.finding.score);
  const [best] = ranked;
  if (!best && taughtTemplate(root, answers)) return TAUGHT;
  if (!best) return { shape: "unknown", confidence: 0, reasons: missingForCanonical(root), provider: "zelto", rivals: [] };
  const rivals = ranked.slice(1).filter(({ shape, finding }) => shape !== best.shape && best.finding.score - finding.score < MARGIN);
  const said = rivals.length === 0 ? undefined : answerTo(answers, shapeQuestionId([best.shape, ...rivals.map(({ shape }) => shape)]));
  const chosen = ranked.find(({ shape }) => shape === said) ?? best;
  const [next] = rivals;
  const isClose = said === undefined && next !== undefined;
  const { shape, provider, finding } = chosen;
  return {
    shape,
    provider,
    confidence: isClose ? Math.min(finding.score, 0.5 + finding.score - next.finding.score) : finding.score,
    reasons: isClose ? [...finding.reasons, `It also looks like ${SHAPE_NAMES[next.shape].article}: ${next.finding.reasons.join(", ")}`] : finding.reasons,
    rivals: isClose ? rivals.map((rival) => rival.shape) : [],
    ...(finding.event ? { event: finding.event } : {}),
  };
}

function candidates(root: JsonNode): Candidate[] {
  const found: Candidate[] = [];
  for (const { shape, provider, inspect } of SENDABLE) add(found, { shape, provider, finding: inspect(root) });
  for (const { shape, inspect } of CONVERTED_SHAPES) if (shape !== "generic") add(found, { shape, provider: "zelto", finding: inspect(root) });
  // The mapper finds a list in nearly everything, so it is asked last and rivals nobody.
  if (found.some(({ finding }) => finding.score >= SURE)) return found;
  const finding = GENERIC_MAPPER.inspect(root);
  const isBest = finding !== null && found.every((other) => other.finding.score < finding.score);
  return isBest ? [{ shape: "generic", provider: "zelto", finding }] : found;
}

function add(found: Candidate[], { shape, provider, finding }: { readonly shape: SourceShapeId; readonly provider: Provider; readonly finding: Finding | null }): void {
  if (finding && finding.score > 0 && shape !== "unknown") found.push({ shape, provider, finding });
}
