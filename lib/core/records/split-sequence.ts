import { failure, success, type Result } from "@/lib/core/result";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { lineIndex } from "@/lib/core/text/line-index";
import { parseJson } from "@/lib/core/text/scan-json";
import { nextCharacter } from "./next-character";
import { sliceRecord } from "./slice-record";
import type { FoundRecord, FoundRecords } from "./split-source";

/**
 * The records of objects and arrays that follow one another, whatever white space is between. Anything else before, between
 * or behind them is a problem with its place; `problem` is what is wrong with the text as one value.
 */
export function splitSequence(text: string, problem: JsonSyntaxProblem): Result<FoundRecords, JsonSyntaxProblem> {
  const lines = lineIndex(text);
  const records: FoundRecord[] = [];
  let last = 0;
  let at = nextCharacter(text, 0);
  while (at < text.length) {
    const isOpening = /[{[]/.test(text.charAt(at));
    // Read from the last value on and to the end, the text that is in the way is what the parser stumbles over.
    const parsed = parseJson(text, isOpening ? { start: at, allowTrailing: true } : { start: last });
    if (!parsed.ok) return failure(records.length === 0 ? problem : parsed.error);
    records.push(sliceRecord(text, parsed.value.root, { path: `value ${records.length + 1}`, ...lines.position(at) }));
    last = at;
    at = nextCharacter(text, parsed.value.end);
  }
  return success({ kind: "concatenated", records, badRecords: [] });
}
