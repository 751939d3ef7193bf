import { readText } from "@/lib/core/call-ingest/read-number";
import { atEither, memberEither } from "@/lib/core/shapes/build/either-case";
import type { Finding } from "@/lib/core/shapes/detector";
import { member, type JsonNode } from "@/lib/core/text/json-node";

/** The webhook that holds a conversation; its siblings hold a recording or a call that never began. */
const TRANSCRIPTION = "post_call_transcription";
const SIBLINGS: ReadonlyMap<string, string> = new Map([
  ["post_call_audio", "It is ElevenLabs' webhook with a call's recording as data; the words are in the one named post_call_transcription"],
  ["call_initiation_failure", "It is ElevenLabs' webhook about a call that never began; there is nothing to import"],
]);
/** What a summary in a list of conversations has beside the two ids. */
const SUMMARY_KEYS = ["start_time_unix_secs", "call_duration_secs", "message_count", "call_successful"] as const;

/** The conversation inside a record: the record itself, or what its webhook wraps. */
export function elevenlabsSubject(root: JsonNode): JsonNode {
  const data = member(root, "data");
  return readText(member(root, "type")) === TRANSCRIPTION && data?.type === "object" ? data : root;
}

/** A conversation's turns; a simulation has them under a name of its own. */
export function elevenlabsTranscript(subject: JsonNode): readonly JsonNode[] | null {
  const list = memberEither(subject, "transcript") ?? memberEither(subject, "simulated_conversation");
  return list?.type === "array" ? list.items : null;
}

export function inspectConversation(root: JsonNode): Finding | null {
  if (root.type !== "object") return null;
  const subject = elevenlabsSubject(root);
  const items = elevenlabsTranscript(subject) ?? [];
  const isTimed = items.some(isTimedItem);
  const isWebhook = subject !== root;
  if (isWebhook && isTimed) return { score: 0.97, reasons: [`type is ${TRANSCRIPTION}`, "its turns have time_in_call_secs"] };
  const hasIds = [memberEither(subject, "conversation_id") ?? member(root, "conversation_id"), memberEither(subject, "agent_id") ?? member(root, "agent_id")].every((id) => readText(id) !== null);
  if (isWebhook) return { score: hasIds ? 0.95 : 0.85, reasons: [`type is ${TRANSCRIPTION}`] };
  if (hasIds && isTimed) return { score: 0.97, reasons: ["conversation_id and agent_id are given", "its turns have time_in_call_secs"] };
  if (member(root, "simulated_conversation") ?? member(root, "simulatedConversation")) return { score: 0.95, reasons: ["simulated_conversation is given"] };
  return hasIds ? inspectSummary(root) : null;
}

/** A line of a list of conversations, or a conversation in which nobody spoke. */
function inspectSummary(root: JsonNode): Finding | null {
  const known = SUMMARY_KEYS.filter((key) => memberEither(root, key) ?? atEither(root, "metadata", key));
  if (known.length === 0) return null;
  return { score: 0.9, reasons: ["conversation_id and agent_id are given", `${known.slice(0, 2).join(" and ")} of ElevenLabs`] };
}

/** A test chat: the turns alone, as a list or under `chat_history`. */
export function testChatItems(root: JsonNode): readonly JsonNode[] | null {
  const list = root.type === "array" ? root : memberEither(root, "chat_history");
  return list?.type === "array" ? list.items : null;
}

export function inspectHistory(root: JsonNode): Finding | null {
  const items = testChatItems(root) ?? [];
  const timed = items.filter((item) => isTimedItem(item) && member(item, "role"));
  if (items.length === 0 || timed.length * 2 < items.length) return null;
  return { score: 0.95, reasons: ["its items have role and time_in_call_secs"] };
}

export function explainSibling(root: JsonNode): string | null {
  return SIBLINGS.get(readText(member(root, "type")) ?? "") ?? null;
}

function isTimedItem(item: JsonNode): boolean {
  return memberEither(item, "time_in_call_secs") !== undefined;
}
