import { readText } from "@/lib/core/call-ingest/read-number";
import type { Finding } from "@/lib/core/shapes/detector";
import { member, type JsonNode } from "@/lib/core/text/json-node";

/** Keys that nobody's call object has beside Retell's. */
const CALL_MARKS = ["call_status", "call_type", "disconnection_reason", "transcript_object", "transcript_with_tool_calls"] as const;
const CHAT_MARKS = ["chat_status", "message_with_tool_calls", "chat_type", "chat_analysis"] as const;
const ENDED_CHAT = new Set(["chat_ended", "chat_analyzed"]);
/** Roles of items that Retell alone weaves into its transcripts. */
const OWN_ROLES = new Set(["tool_call_invocation", "node_transition", "state_transition", "transfer_target"]);

/** The call object of a record: itself, or what a custom function's request wraps. Null where it is neither. */
export function retellCall(root: JsonNode): { readonly call: JsonNode; readonly isRequest: boolean } | null {
  if (hasText(root, "call_id")) return { call: root, isRequest: false };
  const call = member(root, "call");
  const isRequest = hasText(call, "call_id") && hasText(root, "name") && member(root, "args")?.type === "object" && !member(root, "event");
  return call && isRequest ? { call, isRequest } : null;
}

export function inspectRetellCall(root: JsonNode): Finding | null {
  const found = retellCall(root);
  if (!found) return null;
  const marks = CALL_MARKS.filter((key) => member(found.call, key));
  const isTimed = hasText(found.call, "agent_id") && member(found.call, "start_timestamp")?.type === "number";
  const reasons = [...marks.slice(0, 3), ...(isTimed ? ["agent_id and start_timestamp"] : [])];
  if (found.isRequest) return { score: 0.95, reasons: ["call.call_id, name and args are given, as a custom function is asked"] };
  if (reasons.length === 0) return null;
  return { score: marks.length + Number(isTimed) > 1 ? 0.96 : 0.86, reasons: ["call_id is given", `it has ${reasons.join(", ")}`] };
}

/** The chat of a record: itself, or what its webhook wraps. */
export function retellChat(root: JsonNode): JsonNode {
  const chat = member(root, "chat");
  return chat?.type === "object" ? chat : root;
}

export function inspectRetellChat(root: JsonNode): Finding | null {
  const chat = retellChat(root);
  const event = readText(member(root, "event"));
  if (!hasText(chat, "chat_id")) return null;
  if (chat !== root) return event !== null && ENDED_CHAT.has(event) ? { score: 0.98, reasons: [`event is ${event}`, "chat.chat_id is given"] } : null;
  const marks = CHAT_MARKS.filter((key) => member(chat, key));
  return marks.length === 0 ? null : { score: marks.length > 1 ? 0.96 : 0.88, reasons: ["chat_id is given", `it has ${marks.slice(0, 3).join(", ")}`] };
}

/** A transcript list alone: items with words, or with roles that only Retell has. */
export function inspectRetellItems(root: JsonNode): Finding | null {
  if (root.type !== "array" || root.items.length === 0) return null;
  const known = root.items.filter((item) => {
    const role = readText(member(item, "role"));
    return role !== null && (member(item, "words")?.type === "array" || OWN_ROLES.has(role));
  });
  return known.length * 2 < root.items.length ? null : { score: 0.95, reasons: ["its items have a role and words, or roles of Retell's own"] };
}

/** Retell's questions where to route a message or a call: numbers, and nothing that was said. */
export function explainRouting(root: JsonNode): string | null {
  const event = readText(member(root, "event"));
  if (event !== "chat_inbound" && event !== "call_inbound") return null;
  return `It is Retell's question where to route ${event === "chat_inbound" ? "a text message" : "a call"}; it holds numbers and nothing that was said`;
}

function hasText(node: JsonNode | undefined, key: string): boolean {
  return (readText(member(node, key)) ?? "") !== "";
}
