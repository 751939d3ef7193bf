import { noCallModule } from "@/lib/core/shapes/build/no-call";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { retellDropReason } from "./convert-retell";
import { convertRetellChat } from "./convert-retell-chat";
import { convertRetellCall, convertRetellItems } from "./convert-retell-source";
import { explainRouting, inspectRetellCall, inspectRetellChat, inspectRetellItems } from "./detect-retell-source";

/** Shapes of this family that are converted; on a tie the earlier one wins. */
export const RETELL_SHAPES: readonly ShapeModule[] = [
  { shape: "retell-call", inspect: inspectRetellCall, convert: convertRetellCall, dropReason: retellDropReason },
  { shape: "retell-chat", inspect: inspectRetellChat, convert: convertRetellChat, dropReason: retellDropReason },
  { shape: "retell-items", inspect: inspectRetellItems, convert: convertRetellItems, dropReason: retellDropReason },
  noCallModule(explainRouting),
];
