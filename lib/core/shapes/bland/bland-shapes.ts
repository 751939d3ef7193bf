import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { blandDropReason, convertBland } from "./convert-bland";
import { inspectBland } from "./detect-bland";

/** Shapes of this family that are converted; on a tie the earlier one wins. */
export const BLAND_SHAPES: readonly ShapeModule[] = [{ shape: "bland-call", inspect: inspectBland, convert: convertBland, dropReason: blandDropReason }];
