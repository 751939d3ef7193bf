import { readText } from "@/lib/core/call-ingest/read-number";
import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { member, type JsonNode } from "@/lib/core/text/json-node";

/** Whose way of writing messages a list follows; `table` has other role words that the table of roles knows. */
export type Dialect = "livekit" | "realtime" | "responses" | "anthropic" | "openai" | "table";

const OPENAI_ROLES = new Set(["system", "developer", "user", "assistant", "tool", "function"]);
const ITEM_TYPES = new Set(["message", "function_call", "function_call_output", "reasoning"]);
const LIVEKIT_TYPES = new Set(["agent_handoff", "agent_config_update"]);
const ANTHROPIC_PARTS = new Set(["tool_use", "tool_result", "thinking", "redacted_thinking", "server_tool_use"]);
const RESPONSES_PARTS = new Set(["input_text", "output_text"]);
const REALTIME_PARTS = new Set(["input_audio", "output_audio", "audio"]);
/** Ours: so many of the items are looked at; a list keeps to one way of writing. */
const LOOKED_AT = 400;
/** Ours: so much of a list has to be messages, so that a stray event does not hide it. */
const SHARE = 0.7;

/** What is counted of a list of items. */
interface Counts {
  items: number;
  messages: number;
  openaiRoles: number;
  typed: number;
  livekit: number;
  realtime: number;
  realtimeParts: number;
  responsesParts: number;
  anthropicParts: number;
  tools: number;
  withWords: number;
}

/** The dialect of a list of items, in the order in which the telling ones are told apart; null where it is none of them. */
export function messageDialect(items: readonly JsonNode[]): Dialect | null {
  const counts = countItems(items);
  if (counts.livekit > 0) return "livekit";
  if (counts.realtime > 0) return "realtime";
  const isTyped = counts.typed > 0 && counts.typed + counts.messages >= SHARE * counts.items;
  if (isTyped && (counts.responsesParts > 0 || counts.tools > 0)) return counts.realtimeParts > 0 ? "realtime" : "responses";
  if (counts.messages < SHARE * counts.items || counts.messages === 0) return null;
  if (counts.responsesParts > 0) return "responses";
  if (counts.anthropicParts > 0) return "anthropic";
  // Retell's lists have the words of each item; they are told apart by those.
  if (counts.withWords > 0) return null;
  return counts.openaiRoles === counts.messages ? "openai" : "table";
}

function countItems(items: readonly JsonNode[]): Counts {
  const counts: Counts = {
    items: 0, messages: 0, openaiRoles: 0, typed: 0, livekit: 0, realtime: 0, realtimeParts: 0, responsesParts: 0, anthropicParts: 0, tools: 0, withWords: 0,
  };
  for (const item of items.slice(0, LOOKED_AT)) countItem(item, counts);
  return counts;
}

function countItem(item: JsonNode, counts: Counts): void {
  counts.items += 1;
  const type = readText(member(item, "type")) ?? "";
  const content = member(item, "content") ?? member(item, "parts");
  const parts = content?.type === "array" ? content.items : [];
  if (readText(member(item, "object")) === "realtime.item") counts.realtime += 1;
  if (LIVEKIT_TYPES.has(type) || (type === "message" && isLivekitMessage(item, parts))) counts.livekit += 1;
  if (ITEM_TYPES.has(type)) counts.typed += 1;
  if (type.startsWith("function_call")) counts.tools += 1;
  for (const part of parts) countPart(readText(member(part, "type")) ?? "", counts);
  const role = readText(member(item, "role"));
  if (role === null || !isMessageContent(item, content)) return;
  if (OPENAI_ROLES.has(role)) counts.openaiRoles += 1;
  if (canonicalRole(role) !== null) counts.messages += 1;
  if (member(item, "words")?.type === "array") counts.withWords += 1;
}

function countPart(kind: string, counts: Counts): void {
  if (ANTHROPIC_PARTS.has(kind)) counts.anthropicParts += 1;
  if (RESPONSES_PARTS.has(kind)) counts.responsesParts += 1;
  if (REALTIME_PARTS.has(kind)) counts.realtimeParts += 1;
}

/** LiveKit writes what is said as bare texts in a list; hand-made copies write one text and keep `interrupted`. */
function isLivekitMessage(item: JsonNode, parts: readonly JsonNode[]): boolean {
  return (parts.length > 0 && parts.every(({ type }) => type === "string")) || member(item, "interrupted") !== undefined;
}

function isMessageContent(item: JsonNode, content: JsonNode | undefined): boolean {
  const kinds = new Set(["string", "null", "array"]);
  if (content) return kinds.has(content.type);
  return member(item, "tool_calls") !== undefined || member(item, "function_call") !== undefined;
}
