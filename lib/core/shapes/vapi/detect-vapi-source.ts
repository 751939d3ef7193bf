import { readText } from "@/lib/core/call-ingest/read-number";
import { isUnwrappedVapi } from "@/lib/core/shapes/canonical/detect-canonical";
import type { Finding } from "@/lib/core/shapes/detector";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { VAPI_CALL_TYPES } from "./vapi-call-types";
import { VAPI_TERMINAL_EVENT } from "./vapi-events";

const CALL_MARKS = ["assistantId", "costBreakdown", "monitor", "endedReason", "artifact", "phoneNumberId"] as const;
/** Ours: the marks stand beside a list of messages that is a shape of its own, and that shape is no rival. */
const SURE = 1;
const NOTHING = { type: "null" } as const;
const SESSION_STATES = new Set(["active", "completed"]);
/** Where a message that holds the conversation so far has it. */
const LISTS = ["messages", "messagesOpenAIFormatted", "conversation"] as const;

/** A call of Vapi's API, or a report whose envelope was taken off. */
export function inspectVapiCall(root: JsonNode): Finding | null {
  const type = readText(member(root, "type")) ?? "";
  if (type === VAPI_TERMINAL_EVENT && isUnwrappedVapi(root)) return { score: SURE, reasons: [`type is ${type}, without Vapi's envelope`] };
  if (!hasText(root, "id")) return null;
  const marks = CALL_MARKS.filter((key) => member(root, key));
  const hasOrg = hasText(root, "orgId");
  if (VAPI_CALL_TYPES.has(type) && (hasOrg || marks.length > 0)) {
    return { score: hasOrg ? 0.97 : 0.9, reasons: [`type is ${type}`, ...(hasOrg ? ["id and orgId are given"] : [`it has ${marks.slice(0, 2).join(" and ")}`])] };
  }
  // Copies made by hand have lost the type; a chat has its output instead, a session its own states.
  const isOther = SESSION_STATES.has(readText(member(root, "status")) ?? "") || member(root, "output") || member(root, "input");
  const isCall = hasOrg && marks.length > 1 && !isOther;
  return isCall ? { score: 0.85, reasons: ["id and orgId are given", `it has ${marks.slice(0, 3).join(", ")}`] } : null;
}

/** A chat or a session of Vapi's API. */
export function inspectVapiChat(root: JsonNode): Finding | null {
  if (!hasText(root, "id") || !hasText(root, "orgId") || VAPI_CALL_TYPES.has(readText(member(root, "type")) ?? "")) return null;
  const sides = ["input", "output"].filter((key) => (member(root, key) ?? NOTHING).type !== "null");
  if (sides.length > 0) return { score: 0.97, reasons: ["id and orgId are given", `it has ${sides.join(" and ")}`] };
  const status = readText(member(root, "status")) ?? "";
  const isSession = SESSION_STATES.has(status) && member(root, "messages")?.type === "array";
  return isSession ? { score: 0.95, reasons: ["id and orgId are given", `status is ${status}`, "messages is a list"] } : null;
}

/** Vapi's messages alone, as a list or with what else an artifact holds. */
export function inspectVapiMessages(root: JsonNode): Finding | null {
  const list = root.type === "array" ? root : member(root, "message") === undefined && member(root, "call") === undefined && !hasText(root, "id") ? member(root, "messages") : undefined;
  if (list?.type !== "array" || list.items.length === 0) return null;
  const timed = list.items.filter((item) => member(item, "secondsFromStart") && (member(item, "message") ?? member(item, "toolCalls") ?? member(item, "result")));
  if (timed.length * 2 < list.items.length) return null;
  const hasBot = list.items.some((item) => readText(member(item, "role")) === "bot");
  return { score: hasBot ? 0.97 : 0.88, reasons: ["its items have message and secondsFromStart", ...(hasBot ? ["a role is bot"] : [])] };
}

/**
 * What Vapi sends while a call goes on: a message without its envelope, or a request to a model of one's own. A conversation so far
 * in its envelope stays a webhook body unless a person says otherwise, so it scores a little less than one.
 */
export function inspectVapiUpdate(root: JsonNode): Finding | null {
  const type = readText(member(root, "type")) ?? "";
  if (type !== VAPI_TERMINAL_EVENT && isUnwrappedVapi(root)) return { score: SURE, reasons: [`type is ${type}, without Vapi's envelope`] };
  if (isModelRequest(root)) return { score: SURE, reasons: ["messages is a list", "call is a call of Vapi's"] };
  const message = member(root, "message");
  const holdsTalk = LISTS.some((key) => {
    const list = member(message, key);
    return list?.type === "array" && list.items.length > 0;
  });
  return readText(member(message, "type")) === "conversation-update" && holdsTalk ? { score: 0.85, reasons: ["it holds the conversation so far"] } : null;
}

/** The message that an update is: what its envelope holds, or the record itself. */
export function vapiUpdateMessage(root: JsonNode): JsonNode {
  const message = member(root, "message");
  return message?.type === "object" ? message : root;
}

export function isModelRequest(root: JsonNode): boolean {
  const call = member(root, "call");
  if (call?.type !== "object" || isUnwrappedVapi(root) || member(root, "message") || member(root, "messages")?.type !== "array") return false;
  return hasText(call, "orgId") || hasText(call, "assistantId") || VAPI_CALL_TYPES.has(readText(nodeAt(call, ["type"])) ?? "");
}

function hasText(node: JsonNode | undefined, key: string): boolean {
  return (readText(member(node, key)) ?? "") !== "";
}
