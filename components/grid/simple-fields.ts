import { member, type JsonNode } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";

/** Fields of a call that the grid edits and does not list. An empty text: not there. */
export interface SimpleFields {
  readonly version: string;
  readonly customerNumber: string;
  readonly customerName: string;
}

/** Reads them from the text of a draft; a text that is no JSON has none. */
export function readSimpleFields(text: string): SimpleFields {
  const parsed = parseJson(text);
  const root = parsed.ok ? parsed.value.root : undefined;
  const customer = member(member(root, "call"), "customer");
  return { version: words(member(root, "version")), customerNumber: words(member(customer, "number")), customerName: words(member(customer, "name")) };
}

function words(node: JsonNode | undefined): string {
  return node?.type === "string" ? node.value : "";
}
