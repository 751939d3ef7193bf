import type { TextShapeModule } from "@/lib/core/shapes/source/shape-module";
import { LABELLED_TEXT } from "./labelled/labelled-text";

/** Shapes whose sources are no JSON; on a tie the earlier one wins. */
export const TEXT_SHAPES: readonly TextShapeModule[] = [LABELLED_TEXT];
