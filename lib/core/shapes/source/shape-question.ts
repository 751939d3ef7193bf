import type { Question } from "@/lib/core/shapes/question";
import type { SourceShapeId } from "@/lib/core/shapes/shape";
import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";

/** The id of "is this A or B?": the same for every record that hesitates between the same shapes. */
export function shapeQuestionId(shapes: readonly SourceShapeId[]): string {
  return `shape:${[...shapes].sort().join("|")}`;
}

/** Asks which shape it is where two look alike; the likelier stands first and is assumed meanwhile. */
export function shapeQuestion(shapes: readonly [SourceShapeId, ...SourceShapeId[]], reasons: readonly string[]): Question {
  return {
    id: shapeQuestionId(shapes),
    kind: "shape",
    prompt: "What is this?",
    why: "More than one shape fits about as well, and they are read differently.",
    example: reasons.slice(0, 4).map((text) => ({ label: "", text: text.slice(0, 200) })),
    choices: shapes.map((shape) => ({ value: shape, label: SHAPE_NAMES[shape].name })),
    proposed: shapes[0],
  };
}
