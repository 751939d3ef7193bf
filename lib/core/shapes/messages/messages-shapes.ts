import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { ANTHROPIC_MESSAGES } from "./anthropic-messages";
import { INTERCOM_CONVERSATION } from "./intercom-conversation";
import { MESSAGE_NO_CALLS } from "./no-call-messages";
import { OPENAI_MESSAGES } from "./openai-messages";
import { OPENAI_REALTIME } from "./openai-realtime";
import { OPENAI_RESPONSES } from "./openai-responses";
import { TWILIO_MESSAGES } from "./twilio-messages";

/** Shapes of this family that are converted; on a tie the earlier one wins. */
export const MESSAGE_SHAPES: readonly ShapeModule[] = [OPENAI_REALTIME, OPENAI_RESPONSES, ANTHROPIC_MESSAGES, OPENAI_MESSAGES, INTERCOM_CONVERSATION, TWILIO_MESSAGES, MESSAGE_NO_CALLS];
