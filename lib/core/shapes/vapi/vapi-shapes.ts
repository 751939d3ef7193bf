import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";

/** Shapes of this family that are converted; on a tie the earlier one wins. */
export const VAPI_SHAPES: readonly ShapeModule[] = [];
