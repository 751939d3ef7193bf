import type { TextShapeModule } from "@/lib/core/shapes/source/shape-module";
import { LABELLED_TEXT } from "./labelled/labelled-text";
import { CSV_CALLS, CSV_TURNS } from "./table/table-shapes";

/** Shapes whose sources are no JSON; on a tie the earlier one wins. */
export const TEXT_SHAPES: readonly TextShapeModule[] = [CSV_TURNS, CSV_CALLS, LABELLED_TEXT];
