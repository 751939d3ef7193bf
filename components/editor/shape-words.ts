import { formatDuration } from "@/lib/core/format/duration";
import type { CallSummary, Detection } from "@/lib/core/shapes/shape";

const SHAPES: Readonly<Record<Detection["shape"], string>> = { canonical: "Zelto", "vapi-webhook": "Vapi webhook", "retell-webhook": "Retell webhook", unknown: "Unknown shape" };

/** "Zelto voice call, 3:12", "Retell webhook call_analyzed", "Unknown shape". */
export function describeShape({ shape, event }: Detection, { durationSeconds, hasRecording }: CallSummary): string {
  if (shape === "canonical") {
    const kind = durationSeconds === null && !hasRecording ? "chat or call" : "voice call";
    return `${SHAPES.canonical} ${kind}${durationSeconds === null ? "" : `, ${formatDuration(durationSeconds)}`}`;
  }
  return event === undefined ? SHAPES[shape] : `${SHAPES[shape]} ${event.name}`;
}

/** Why transcript and form take no edits, or null where they do. */
export function readOnlyReason(detection: Detection, state: { readonly isNative: boolean; readonly brokenLine: number | null }): string | null {
  if (state.brokenLine !== null) return `The JSON is broken in line ${state.brokenLine}. Transcript and form stand still on the last whole state until it is mended.`;
  if (state.isNative) return `${SHAPES[detection.shape]} body: sent unchanged, byte for byte. To edit it, it is converted to the canonical shape first.`;
  if (detection.shape === "unknown") return `Unknown shape. To be a call it lacks: ${detection.reasons.join("; ")}. It can be edited as JSON.`;
  return null;
}
