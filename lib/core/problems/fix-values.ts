import { parseDateTime } from "@/lib/core/call-ingest/date-time";
import { numberText } from "@/lib/core/shapes/build/decimal";
import { readInstant } from "@/lib/core/shapes/build/instant";
import type { JsonNode } from "@/lib/core/text/json-node";

/** What fixes write: shared by the report, whose buttons name it, and the fix, which does it. */

/** A text that holds a number, as JSON number text; null for anything else. */
export function asNumber(node: JsonNode): string | null {
  return node.type === "string" ? numberText(node) : null;
}

/** Whole, halves up. */
export function asWhole(value: number): string {
  return String(Math.floor(value + 0.5) + 0);
}

/**
 * The date-time that a value most likely means: a number since the epoch, or a text that only lacks form (a blank for the T, no
 * seconds, +0100). Null where the zone is missing: nobody but a person knows it.
 */
export function asDateTime(node: JsonNode): string | null {
  if (node.type === "number") return readInstant(node)?.text ?? null;
  if (node.type !== "string") return null;
  const text = node.value
    .trim()
    .replace(/^(\d{4}-\d\d-\d\d)\s+/, "$1T")
    .replace(/\s*(?:UTC|GMT)$/i, "Z")
    .replace(/\s+(?=[Z+-])/i, "")
    .replace(/T(\d\d:\d\d)(?=[Z+-])/i, "T$1:00")
    .replace(/([+-]\d\d)(\d\d)$/, "$1:$2")
    .replace(/([+-]\d\d)$/, "$1:00");
  return text.includes("T") && parseDateTime(text) !== null ? text : null;
}
