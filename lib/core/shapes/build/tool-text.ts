import type { JsonNode } from "@/lib/core/text/json-node";
import { writeJson } from "./write-json";

/** A tool call as a turn's text: `find_slot({"day":"Friday"})`. Arguments that are a text are kept as they are, JSON or not. */
export function toolCallText(name: string | null, parameters: JsonNode | undefined): string {
  return `${name ?? "tool"}(${plainText(parameters)})`;
}

/** A tool's answer as a turn's text: `find_slot -> 14:30`. An empty answer is said and not left out: it is half of a pair. */
export function toolResultText(name: string | null, result: JsonNode | undefined): string {
  const text = plainText(result);
  return `${name ?? "tool"} -> ${text.trim() === "" ? "(empty result)" : text}`;
}

/** A text as it is, anything else as JSON on one line; null and what is missing are nothing. */
export function plainText(node: JsonNode | undefined): string {
  if (!node || node.type === "null") return "";
  return node.type === "string" ? node.value : writeJson(node, "compact");
}
