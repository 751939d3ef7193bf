import { BLAND_SHAPES } from "@/lib/core/shapes/bland/bland-shapes";
import { ELEVENLABS_SHAPES } from "@/lib/core/shapes/elevenlabs/elevenlabs-shapes";
import { GENERIC_SHAPES } from "@/lib/core/shapes/generic/generic-shapes";
import { LIVEKIT_SHAPES } from "@/lib/core/shapes/livekit/livekit-shapes";
import { MESSAGE_SHAPES } from "@/lib/core/shapes/messages/messages-shapes";
import { RETELL_SHAPES } from "@/lib/core/shapes/retell/retell-shapes";
import type { SourceShapeId } from "@/lib/core/shapes/shape";
import { SPEECH_SHAPES } from "@/lib/core/shapes/speech/speech-shapes";
import { TEXT_SHAPES } from "@/lib/core/shapes/text/text-shapes";
import { VAPI_SHAPES } from "@/lib/core/shapes/vapi/vapi-shapes";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { ShapeModule } from "./shape-module";

/** Every shape that is converted, the more telling ones first: on a tie the earlier one wins. The generic mapper is the last resort. */
export const CONVERTED_SHAPES: readonly ShapeModule[] = [
  ...VAPI_SHAPES, ...RETELL_SHAPES, ...ELEVENLABS_SHAPES, ...BLAND_SHAPES, ...LIVEKIT_SHAPES, ...MESSAGE_SHAPES, ...SPEECH_SHAPES, ...TEXT_SHAPES, ...GENERIC_SHAPES,
];

const BY_ID: ReadonlyMap<string, ShapeModule> = new Map(CONVERTED_SHAPES.map((module) => [module.shape, module]));

const NO_CALLS = CONVERTED_SHAPES.filter(({ shape }) => shape === "no-call");

/**
 * The module that reads a record of a shape; undefined for the shapes that are sent as they are and for `unknown`. What holds no
 * call is explained by the family that recognises it best.
 */
export function moduleFor(shape: SourceShapeId, root: JsonNode): ShapeModule | undefined {
  if (shape !== "no-call") return BY_ID.get(shape);
  const score = (module: ShapeModule): number => module.inspect(root)?.score ?? 0;
  return [...NO_CALLS].sort((left, right) => score(right) - score(left))[0];
}
