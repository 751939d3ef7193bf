import "server-only";
import type { JsonNode } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";

/** Ours: half a million characters take about 100 ms to index; a transcript of 10,000 short turns stays below. */
const MAX_CHARS = 500_000;
/** A string without a blank this long is a token, a key or a picture, not something a person would look for. */
const MAX_WORD_CHARS = 2_000;

/** The words that a call can be found by: every text in it, whatever its shape. Cleaned of what the index cannot hold. */
export function searchWords(text: string): string {
  const parsed = parseJson(text);
  return wordsOf(parsed.ok ? parsed.value.root : text);
}

/** The same of a call that is parsed already, or of a text that is no JSON. */
export function wordsOf(call: JsonNode | string): string {
  if (typeof call === "string") return clean(call.slice(0, MAX_CHARS));
  const words: string[] = [];
  collect(call, words, 0);
  return clean(words.join("\n").slice(0, MAX_CHARS));
}

/** Adds the texts below a node while there is room; answers the length so far. */
function collect(node: JsonNode, words: string[], before: number): number {
  let length = before;
  if (node.type === "string") {
    if (node.value === "" || (node.value.length > MAX_WORD_CHARS && !node.value.includes(" "))) return length;
    words.push(node.value);
    return length + node.value.length + 1;
  }
  if (node.type === "array") for (const item of node.items) length = length < MAX_CHARS ? collect(item, words, length) : length;
  if (node.type === "object") for (const { value } of node.members) length = length < MAX_CHARS ? collect(value, words, length) : length;
  return length;
}

function clean(words: string): string {
  return words.toWellFormed().replaceAll(/[\u0000-\u0008\u000e-\u001f]/g, " ");
}
