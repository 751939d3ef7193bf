import { member } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";

/** Keys by which a message names the conversation that it belongs to. */
const CONVERSATION_KEYS = ["conversation_id", "conversationId", "call_id", "callId", "session_id", "sessionId", "chat_id", "chatId", "thread_id", "threadId", "dialogue_id"];

/** A message, with the line on which it starts. */
export interface MessageText {
  readonly text: string;
  readonly line: number;
}

/**
 * Puts messages that name different conversations apart, in the order in which the conversations begin; messages that name none are
 * one conversation. Taking several conversations for one would mix their callers.
 */
export function groupMessages<Message extends MessageText>(messages: readonly Message[]): readonly (readonly Message[])[] {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const id = conversationOf(message.text);
    const group = groups.get(id);
    if (group) group.push(message);
    else groups.set(id, [message]);
  }
  return [...groups.values()];
}

function conversationOf(text: string): string {
  const parsed = parseJson(text);
  if (!parsed.ok) return "";
  const type = member(parsed.value.root, "type");
  // The `call_id` of these ties a tool's call to its answer, in LiveKit's lists and OpenAI's.
  const isToolItem = type?.type === "string" && type.value.startsWith("function_call");
  for (const key of CONVERSATION_KEYS) {
    if (isToolItem && (key === "call_id" || key === "callId")) continue;
    const node = member(parsed.value.root, key);
    if (node?.type === "string") return `${key} ${node.value}`;
    if (node?.type === "number") return `${key} ${node.source}`;
  }
  return "";
}

/** One list of messages that stood apart; every message is as it was. */
export function messageList(messages: readonly MessageText[]): string {
  return `[${messages.map(({ text }) => text).join(",\n")}]`;
}
