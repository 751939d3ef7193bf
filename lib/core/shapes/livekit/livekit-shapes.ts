import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { convertLivekit, livekitDropReason } from "./convert-livekit";
import { inspectHistory, inspectReport } from "./detect-livekit";

/** Shapes of this family that are converted; on a tie the earlier one wins. */
export const LIVEKIT_SHAPES: readonly ShapeModule[] = [
  { shape: "livekit-report", inspect: inspectReport, convert: convertLivekit, dropReason: livekitDropReason },
  { shape: "livekit-history", inspect: inspectHistory, convert: convertLivekit, dropReason: livekitDropReason },
];
