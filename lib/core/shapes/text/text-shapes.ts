import type { TextShapeModule } from "@/lib/core/shapes/source/shape-module";

/** Shapes whose sources are no JSON; on a tie the earlier one wins. */
export const TEXT_SHAPES: readonly TextShapeModule[] = [];
