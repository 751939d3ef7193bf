import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { GENERIC_MAPPER } from "./generic-mapper";

/** Shapes of this family that are converted; on a tie the earlier one wins. */
export const GENERIC_SHAPES: readonly ShapeModule[] = [GENERIC_MAPPER];
