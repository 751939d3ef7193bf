import { member, type JsonNode } from "@/lib/core/text/json-node";
import type { Peel } from "./peeler";

/** Keys under which APIs put what was asked for. */
const PAYLOAD_KEYS = ["data", "result", "results", "payload", "items", "records", "calls", "conversations", "chats", "conversation", "call", "chat", "session", "sessions", "response", "event_data", "detail"];
/** Keys that speak of the answer and not of a call. */
const ENVELOPE_KEYS = new Set([
  "success", "status", "ok", "code", "message", "msg", "error", "errors", "meta", "metadata", "count", "total", "total_count", "totalCount", "page", "page_size", "pageSize",
  "per_page", "has_more", "hasMore", "next", "previous", "prev", "next_cursor", "nextCursor", "cursor", "next_page", "nextPageToken", "pagination", "pagination_key", "limit", "offset", "links",
  "_links", "object", "request_id", "requestId", "timestamp", "version", "took", "first_id", "last_id", "url", "statusCode", "type", "results_count", "total_pages", "totalPages",
]);

/** An API's answer: one member holds the payload, and all others speak of the answer. An `event` beside it makes it a webhook, which is none. */
export function peelEnvelope(root: JsonNode): Peel | null {
  if (root.type !== "object" || root.members.length > 12) return null;
  for (const key of PAYLOAD_KEYS) {
    const node = member(root, key);
    if (!node || !holdsRecords(node)) continue;
    const others = root.members.filter((entry) => entry.key !== key);
    if (!others.every((entry) => ENVELOPE_KEYS.has(entry.key))) continue;
    return { isCertain: false, parts: [{ path: [key], node }], notes: [] };
  }
  return null;
}

function holdsRecords(node: JsonNode): boolean {
  if (node.type === "object") return node.members.length > 0;
  if (node.type === "array") return node.items.length > 0;
  return node.type === "string" && /^\s*[{[]/.test(node.value);
}
