import type { JsonNode } from "@/lib/core/text/json-node";

/**
 * A node as JSON text: 2 blanks of indentation, or on one line. Numbers keep their source text; lone surrogates are written
 * as escapes, so that the text is always valid UTF-8.
 */
export function writeJson(node: JsonNode, layout: "indented" | "compact" = "indented"): string {
  return write(node, layout === "indented" ? "\n" : "");
}

/** `lineEnd` is the line end and indentation of the level that the node stands on; "" for one line. */
function write(node: JsonNode, lineEnd: string): string {
  switch (node.type) {
    case "string":
      return JSON.stringify(node.value);
    case "number":
      return node.source;
    case "array":
      return wrap("[", node.items.map((item) => write(item, deeper(lineEnd))), "]", lineEnd);
    case "object": {
      const colon = lineEnd === "" ? ":" : ": ";
      return wrap("{", node.members.map(({ key, value }) => JSON.stringify(key) + colon + write(value, deeper(lineEnd))), "}", lineEnd);
    }
    default:
      return node.type;
  }
}

function deeper(lineEnd: string): string {
  return lineEnd === "" ? "" : `${lineEnd}  `;
}

function wrap(open: string, parts: readonly string[], close: string, lineEnd: string): string {
  if (parts.length === 0) return open + close;
  const inner = deeper(lineEnd);
  return open + inner + parts.join(`,${inner}`) + lineEnd + close;
}
