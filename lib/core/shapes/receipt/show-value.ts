import { characterCount, firstCharacters } from "@/lib/core/call-ingest/limits";
import type { JsonNode } from "@/lib/core/text/json-node";
import { hideSignature, isSecretText } from "./secrets";

/** Ours: what a line of the receipt holds. */
const MAX_SHOWN = 80;
export const HIDDEN_SECRET = "(a secret, not shown)";

/** A leaf's value for a receipt: at most 80 characters, never a secret, never the signature of an address. */
export function showValue(node: JsonNode): string {
  switch (node.type) {
    case "string":
      return showText(node.value);
    case "number":
      return shorten(node.source);
    case "object":
      return "{}";
    case "array":
      return "[]";
    default:
      return node.type;
  }
}

/** The same for a text. */
export function showText(text: string): string {
  return isSecretText(text) ? HIDDEN_SECRET : shorten(hideSignature(text));
}

function shorten(text: string): string {
  // Far longer texts are cut before they are counted: a receipt may hold thousands of them.
  const head = text.slice(0, 4 * MAX_SHOWN);
  const isShort = head.length === text.length && characterCount(head) <= MAX_SHOWN;
  return (isShort ? text : `${firstCharacters(head, MAX_SHOWN - 1)}…`).toWellFormed();
}
