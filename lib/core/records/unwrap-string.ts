import type { JsonNode } from "@/lib/core/text/json-node";
import { parseJson, type ParsedJson } from "@/lib/core/text/scan-json";

/** A JSON text that stood inside a JSON string. */
export interface UnwrappedString {
  readonly text: string;
  readonly parsed: ParsedJson;
  readonly note: string;
}

/** Logs wrap once, a log of a log twice; more is nobody's format and would let a small source unfold without end. */
const MAX_WRAPS = 2;

/** The object or array that a JSON string holds, or null where it is just a string. */
export function unwrapString(node: JsonNode): UnwrappedString | null {
  let current = node;
  for (let wraps = 1; wraps <= MAX_WRAPS; wraps += 1) {
    if (current.type !== "string") return null;
    const text = current.value;
    const parsed = parseJson(text);
    if (!parsed.ok) return null;
    if (parsed.value.root.type === "object" || parsed.value.root.type === "array") {
      const often = wraps === 1 ? "once" : "twice";
      return { text, parsed: parsed.value, note: `The call stood inside a JSON string, which was decoded ${often}.` };
    }
    current = parsed.value.root;
  }
  return null;
}
