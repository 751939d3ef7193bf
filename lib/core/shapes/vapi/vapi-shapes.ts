import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { vapiDropReason } from "./convert-vapi";
import { convertVapiChat } from "./convert-vapi-chat";
import { convertVapiCall, convertVapiMessages, convertVapiUpdate } from "./convert-vapi-source";
import { inspectVapiCall, inspectVapiChat, inspectVapiMessages, inspectVapiUpdate } from "./detect-vapi-source";

/** Shapes of this family that are converted; on a tie the earlier one wins. */
export const VAPI_SHAPES: readonly ShapeModule[] = [
  { shape: "vapi-call", inspect: inspectVapiCall, convert: convertVapiCall, dropReason: vapiDropReason },
  { shape: "vapi-chat", inspect: inspectVapiChat, convert: convertVapiChat, dropReason: vapiDropReason },
  { shape: "vapi-messages", inspect: inspectVapiMessages, convert: convertVapiMessages, dropReason: vapiDropReason },
  { shape: "vapi-update", inspect: inspectVapiUpdate, convert: convertVapiUpdate, dropReason: vapiDropReason },
];
