import { readText } from "@/lib/core/call-ingest/read-number";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { Detector, Finding } from "@/lib/core/shapes/detector";
import { VAPI_TERMINAL_EVENT, isVapiMessageType } from "./vapi-events";

/** Vapi's webhook: an envelope `message` that names its type. */
export const VAPI_DETECTOR: Detector = { shape: "vapi-webhook", provider: "vapi", inspect };

const COMPANIONS = ["call", "artifact", "assistant", "analysis"] as const;

function inspect(root: JsonNode): Finding | null {
  const message = member(root, "message");
  const type = readText(member(message, "type"));
  if (type === null || type === "") return null;
  const companions = COMPANIONS.filter((key) => member(message, key)?.type === "object");
  const known = isVapiMessageType(type);
  if (!known && companions.length === 0) return null;
  const reasons = [`message.type is ${type}`, ...companions.slice(0, 1).map((key) => `message.${key} is given`)];
  const event = { name: eventName(type, root), terminal: type === VAPI_TERMINAL_EVENT };
  return { score: known ? 0.95 : 0.7, reasons, event };
}

/** A status-update that says "ended" looks finished and is not the report: it is named with its status. */
function eventName(type: string, root: JsonNode): string {
  const status = readText(nodeAt(root, ["message", "status"]));
  return type === "status-update" && status === "ended" ? "status-update (ended)" : type;
}
