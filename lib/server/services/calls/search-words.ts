import "server-only";
import { leaves } from "@/lib/core/text/json-values";
import { parseJson } from "@/lib/core/text/scan-json";

/** Ours: half a million characters take about 100 ms to index; a transcript of 10,000 short turns stays below. */
const MAX_CHARS = 500_000;
/** A string without a blank this long is a token, a key or a picture, not something a person would look for. */
const MAX_WORD_CHARS = 2_000;

/** The words that a call can be found by: every text in it, whatever its shape. Cleaned of what the index cannot hold. */
export function searchWords(text: string): string {
  const parsed = parseJson(text);
  if (!parsed.ok) return clean(text.slice(0, MAX_CHARS));
  const words: string[] = [];
  let length = 0;
  for (const { node } of leaves(parsed.value.root)) {
    if (node.type !== "string" || node.value === "" || (node.value.length > MAX_WORD_CHARS && !node.value.includes(" "))) continue;
    words.push(node.value);
    length += node.value.length + 1;
    if (length >= MAX_CHARS) break;
  }
  return clean(words.join("\n").slice(0, MAX_CHARS));
}

function clean(words: string): string {
  return words.toWellFormed().replaceAll(/[\u0000-\u0008\u000e-\u001f]/g, " ");
}
