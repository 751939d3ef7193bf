import { member, type JsonNode } from "@/lib/core/text/json-node";

/** Keys under which messages have their time, the more telling ones first. */
const TIME_KEYS = ["created_at", "createdAt", "timestamp", "time", "sent_at", "sentAt", "datetime", "date", "date_created", "dateCreated", "created", "ts"] as const;

/** The leaf that says when a message was; undefined where none does. */
export function timeNode(item: JsonNode): JsonNode | undefined {
  for (const key of TIME_KEYS) {
    const node = member(item, key);
    if (node?.type === "number" || (node?.type === "string" && node.value.trim() !== "")) return node;
  }
  return undefined;
}
