import { readText } from "@/lib/core/call-ingest/read-number";
import { memberEither } from "@/lib/core/shapes/build/either-case";
import type { Finding } from "@/lib/core/shapes/detector";
import { member, type JsonNode } from "@/lib/core/text/json-node";

const ITEM_TYPES = new Set(["message", "function_call", "function_call_output", "agent_handoff", "agent_config_update"]);
/** Types that nobody but LiveKit has; the others are OpenAI's words too. */
const OWN_TYPES = new Set(["agent_handoff", "agent_config_update"]);
/** Names under which reports are relayed, and under which a report holds its history. */
const REPORT_KEYS = ["session_report", "report"] as const;
const HISTORY_KEYS = ["chat_history", "history", "chat_context", "chat_ctx"] as const;
const REPORT_MARKS = ["job_id", "room_id", "room", "events", "options"] as const;

/** The object that tells about the session: the record itself, or what a relay of people's own wraps. */
export function livekitReport(root: JsonNode): JsonNode {
  for (const key of REPORT_KEYS) {
    const inner = memberEither(root, key);
    if (inner?.type === "object") return inner;
  }
  return root;
}

/** The items of a history, wherever the record has them; null where it has none at all. */
export function livekitItems(root: JsonNode): readonly JsonNode[] | null {
  if (root.type === "array") return root.items;
  const report = livekitReport(root);
  for (const holder of [...HISTORY_KEYS.map((key) => memberEither(report, key)), report]) {
    const list = holder?.type === "array" ? holder : member(holder, "items");
    if (list?.type === "array") return list.items;
  }
  return null;
}

/** A history alone: `{"items": […]}`, or its items. */
export function inspectHistory(root: JsonNode): Finding | null {
  const list = root.type === "array" ? root : member(root, "items");
  const reasons = list?.type === "array" ? likeness(list.items) : null;
  return reasons === null ? null : { score: 0.95, reasons };
}

/** A history inside a report, with what is told about the session. */
export function inspectReport(root: JsonNode): Finding | null {
  if (root.type !== "object") return null;
  const report = livekitReport(root);
  const history = HISTORY_KEYS.find((key) => member(memberEither(report, key), "items")?.type === "array");
  if (history === undefined) return null;
  const items = livekitItems(root) ?? [];
  const marks = REPORT_MARKS.filter((key) => memberEither(report, key));
  const reasons = likeness(items);
  if (marks.length >= 2) return { score: 0.96, reasons: [`${history}.items is a list`, `${marks.slice(0, 3).join(", ")} are given`] };
  if (reasons !== null && (report !== root || marks.length === 1)) return { score: 0.95, reasons };
  if (reasons !== null) return { score: 0.9, reasons };
  return report !== root && items.length === 0 ? { score: 0.8, reasons: [`${history}.items is an empty list inside a report`] } : null;
}

/** Whether items are LiveKit's and not OpenAI's, which share the words: a message's parts are bare texts, or a type is LiveKit's own. */
function likeness(items: readonly JsonNode[]): readonly string[] | null {
  const known = items.filter((item) => ITEM_TYPES.has(readText(member(item, "type")) ?? ""));
  if (known.length === 0 || known.length * 2 < items.length) return null;
  const own = known.map((item) => readText(member(item, "type")) ?? "").find((type) => OWN_TYPES.has(type));
  if (own !== undefined) return [`an item's type is ${own}`];
  if (known.some(hasBareTexts)) return ["a message's content is a list of bare texts"];
  const isMarked = known.some((item) => member(item, "interrupted") && member(item, "role"));
  return isMarked ? ["its messages tell whether they were interrupted"] : null;
}

function hasBareTexts(item: JsonNode): boolean {
  const content = member(item, "content");
  return content?.type === "array" && content.items.some(({ type }) => type === "string");
}
