import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { plainKey, type NearScope } from "./near-keys";

/** Objects that tell about the customer: a name in them is the customer's. */
const PEOPLE = ["customer", "caller", "visitor", "contact", "lead", "requester"];
/** Ours: objects beside the list that hold more about the call. */
const COMPANIONS = ["call", "conversation", "chat", "ticket", "interaction", "session", "telephonydata", "telephony", "phonecall", "calldata", "data", "metadata", "meta", "info", "details", "header", ...PEOPLE];

/** The objects around a list, the nearest first, each with the telling objects that it holds. */
export function nearScopes(root: JsonNode, list: JsonPath): readonly NearScope[] {
  const scopes: NearScope[] = [];
  for (let length = list.length; length >= 0; length -= 1) {
    const path = list.slice(0, length);
    const node = nodeAt(root, path);
    if (node?.type !== "object") continue;
    scopes.push({ node, path });
    for (const { key, value } of node.members) {
      if (value.type === "object" && COMPANIONS.includes(plainKey(key))) scopes.push({ node: value, path: [...path, key], isPerson: PEOPLE.includes(plainKey(key)) });
    }
  }
  return scopes;
}
