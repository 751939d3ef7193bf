import { readText } from "@/lib/core/call-ingest/read-number";
import { numberText } from "@/lib/core/shapes/build/decimal";
import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { plainKey } from "./near-keys";
import { nearScopes } from "./near-scopes";
import { knownRole } from "./speaker-word";

/** Keys beside a list that hold the id of the customer's side. */
const CUSTOMER_KEYS = ["requesterid", "customerid", "visitorid", "enduserid", "callerid", "contactid", "userid", "submitterid"];
/** Keys under which a source lists who takes part. */
const PEOPLE_KEYS = ["participants", "parties", "users", "members", "people", "authors", "speakers", "senders"];

/**
 * Sides of speakers that are only ids or places in a list, from what stands beside the list of turns: the id of the customer, or
 * a list of those who take part. The words that answer are "Customer" and "Agent", which the table of roles knows.
 */
export function sidesOfIds(root: JsonNode, list: JsonPath, words: ReadonlySet<string>): ReadonlyMap<string, string> {
  const open = [...words].filter((word) => knownRole(word) === null);
  const found = new Map<string, string>();
  if (open.length === 0) return found;
  const scopes = nearScopes(root, list);
  for (const { node } of scopes) {
    if (node.type !== "object") continue;
    for (const { key, value } of node.members) {
      if (value.type === "array" && PEOPLE_KEYS.includes(plainKey(key))) takePeople(value.items, open, found);
    }
  }
  if (found.size === 0) takeCustomer(scopes.map(({ node }) => node), open, found);
  return found;
}

function takePeople(people: readonly JsonNode[], open: readonly string[], found: Map<string, string>): void {
  for (const word of open) {
    const place = /^speaker (\d{1,2})$/.exec(word)?.[1];
    const person = people.find((candidate) => valuesOf(candidate).includes(word)) ?? (place === undefined ? undefined : people[Number(place)]);
    const role = person ? valuesOf(person).map(knownRole).find((known) => known !== null) : undefined;
    if (role !== undefined) found.set(word, role === "user" ? "Customer" : role === "assistant" ? "Agent" : role === "tool" ? "Function" : "Developer");
  }
}

function takeCustomer(scopes: readonly JsonNode[], open: readonly string[], found: Map<string, string>): void {
  for (const key of CUSTOMER_KEYS) {
    for (const scope of scopes) {
      if (scope.type !== "object") continue;
      const id = scope.members.find((entry) => plainKey(entry.key) === key)?.value;
      const word = id ? textOf(id) : "";
      if (!open.includes(word)) continue;
      for (const other of open) found.set(other, other === word ? "Customer" : "Agent");
      return;
    }
  }
}

function valuesOf(person: JsonNode): readonly string[] {
  if (person.type !== "object") return [];
  return person.members.flatMap(({ value }) => [textOf(value), textOf(nodeAt(value, ["id"]))]).filter((text) => text !== "");
}

function textOf(node: JsonNode | undefined): string {
  return readText(node) ?? numberText(node) ?? "";
}
