/** The one Vapi message that Zelto makes a conversation of (vendor's page on Vapi). */
export const VAPI_TERMINAL_EVENT = "end-of-call-report";

/**
 * Vapi messages met so far besides the report. The list grows with each release of Vapi, so it only adds to confidence:
 * a message of any other type is not terminal either.
 */
const KNOWN = new Set([
  "assistant-request", "conversation-update", "status-update", "speech-update", "transcript", "hang", "function-call", "tool-calls",
  "transfer-update", "transfer-destination-request", "handoff-destination-request", "user-interrupted", "language-change-detected",
  "language-changed", "model-output", "voice-input", "voice-request", "assistant.started", "assistant.speechStarted", "call.endpointing.request",
  "knowledge-base-request", "phone-call-control", "call.deleted", "call.delete.failed", "chat.created", "chat.deleted", "session.created",
  "session.updated", "session.deleted", VAPI_TERMINAL_EVENT,
]);

/** Whether a word is a type of Vapi message; a transcript names its own type behind it. */
export function isVapiMessageType(type: string): boolean {
  return KNOWN.has(type) || type.startsWith("transcript[");
}
