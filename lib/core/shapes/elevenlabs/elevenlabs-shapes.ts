import { noCallModule } from "@/lib/core/shapes/build/no-call";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { convertElevenlabs, convertTestChat, elevenlabsDropReason } from "./convert-elevenlabs";
import { explainSibling, inspectConversation, inspectHistory } from "./detect-elevenlabs";

/** Shapes of this family that are converted; on a tie the earlier one wins. */
export const ELEVENLABS_SHAPES: readonly ShapeModule[] = [
  { shape: "elevenlabs-conversation", inspect: inspectConversation, convert: convertElevenlabs, dropReason: elevenlabsDropReason },
  { shape: "elevenlabs-history", inspect: inspectHistory, convert: convertTestChat, dropReason: elevenlabsDropReason },
  noCallModule(explainSibling),
];
