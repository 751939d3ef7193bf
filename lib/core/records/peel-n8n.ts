import { member, type JsonNode } from "@/lib/core/text/json-node";
import { headersNote } from "./left-out-headers";
import type { Peel, PeeledPart } from "./peeler";

/** Keys of an item as n8n hands it from node to node. */
const ITEM_KEYS = new Set(["json", "binary", "pairedItem", "error", "index"]);
const WEBHOOK_MARKS = ["params", "query", "webhookUrl", "executionMode"];

/** An n8n item: `json` holds the value and nothing but n8n's own keys stand beside it. */
export function peelN8nItem(root: JsonNode): Peel | null {
  const json = member(root, "json");
  if (root.type !== "object" || json?.type !== "object" || !root.members.every(({ key }) => ITEM_KEYS.has(key))) return null;
  return { isCertain: true, parts: [{ path: ["json"], node: json }], notes: [] };
}

/** What n8n's webhook node gives out: the request with its `body` and at least one mark of n8n's. */
export function peelN8nWebhook(root: JsonNode): Peel | null {
  const body = member(root, "body");
  if (!body || member(root, "headers")?.type !== "object" || !WEBHOOK_MARKS.some((key) => member(root, key))) return null;
  return { isCertain: true, parts: [{ path: ["body"], node: body }], notes: headersNote(member(root, "headers")) };
}

/** A whole n8n workflow: the data pinned to its nodes are the records. */
export function peelN8nWorkflow(root: JsonNode): Peel | null {
  const pinned = member(root, "pinData");
  if (member(root, "nodes")?.type !== "array" || pinned?.type !== "object") return null;
  const parts: PeeledPart[] = pinned.members.flatMap(({ key, value }) =>
    value.type === "array" ? value.items.map((node, index) => ({ path: ["pinData", key, index], node })) : [],
  );
  return parts.length === 0 ? null : { isCertain: true, parts, notes: ["The workflow's nodes were left out; its pinned data are the records."] };
}
