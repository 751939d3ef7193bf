import { readTextFormat } from "@/lib/core/shapes/source/read-source-record";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { findEmbeddedJson } from "./embedded-json";
import { nextCharacter } from "./next-character";

/** `[12/01/2024, 10:00:01] Ana: hi` and `[00:01] Agent: hello`: a bracket that opens a time or a name and no list. */
const LABEL_IN_BRACKETS = /^\[[^\]"{}[\]\r\n]{1,60}\]/;

/**
 * Whether a text that does not parse was meant to be JSON. An opening brace says so, a bracket unless it is round a time or a name,
 * a quote unless the text reads as a table; so does a whole JSON value with only a little text round it.
 */
export function isBrokenJson(text: string, problem: JsonSyntaxProblem): boolean {
  const start = nextCharacter(text, 0);
  const head = text.slice(start, start + 80);
  if (head.startsWith("{")) return true;
  if (head.startsWith("[")) return !LABEL_IN_BRACKETS.test(head) || readTextFormat(text) === null;
  if (/^["'“”]/.test(head) && problem.line === 1 && readTextFormat(text) === null) return true;
  return findEmbeddedJson(text) !== null;
}
