import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { OPENAI_MESSAGES } from "./openai-messages";

/** Shapes of this family that are converted; on a tie the earlier one wins. */
export const MESSAGE_SHAPES: readonly ShapeModule[] = [OPENAI_MESSAGES];
