import { readText } from "@/lib/core/call-ingest/read-number";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import type { Detector, Finding } from "@/lib/core/shapes/detector";

/** Retell's webhook: `event` beside the call (`data` in old bodies) or the chat that it is about. */
export const RETELL_DETECTOR: Detector = { shape: "retell-webhook", provider: "retell", inspect };

/** The events that Zelto makes a conversation of (vendor's page on Retell). */
const TERMINAL = new Set(["call_ended", "call_analyzed"]);
const KNOWN = new Set([...TERMINAL, "call_started", "transcript_updated", "transfer_started", "transfer_bridged", "transfer_cancelled", "transfer_ended"]);
const CALL_KEYS = ["agent_id", "call_status", "call_type", "transcript_object", "start_timestamp"] as const;

/** The object that a Retell webhook is about, and the key that holds it. */
export function retellSubject(root: JsonNode): { readonly key: "call" | "data" | "chat"; readonly node: JsonNode } | null {
  for (const key of ["call", "data", "chat"] as const) {
    const node = member(root, key);
    if (node?.type === "object") return { key, node };
  }
  return null;
}

function inspect(root: JsonNode): Finding | null {
  const name = readText(member(root, "event"));
  if (name === null || name === "") return null;
  if (name === "chat_inbound") return { score: 0.6, reasons: ["event is chat_inbound"], event: { name, terminal: false } };
  const subject = retellSubject(root);
  if (!subject) return null;
  const id = subject.key === "chat" ? "chat_id" : "call_id";
  const hasId = readText(member(subject.node, id)) !== null;
  const hasKeys = CALL_KEYS.some((key) => member(subject.node, key) !== undefined);
  const known = KNOWN.has(name) || name.startsWith("chat_");
  if (!hasId && !(known && hasKeys)) return null;
  const reasons = [`event is ${name}`, ...(hasId ? [`${subject.key}.${id} is given`] : [])];
  // Zelto makes nothing of a chat's webhook, so as a source it is read as a chat and converted.
  const score = subject.key === "chat" ? 0.8 : 0.95;
  return { score: known && hasId ? score : 0.8, reasons, event: { name, terminal: TERMINAL.has(name) && subject.key !== "chat" } };
}
