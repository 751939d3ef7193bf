import { splitTextRecords } from "@/lib/core/shapes/text/text-splitters";
import type { Answers } from "@/lib/core/shapes/answers";
import { readTextFormat } from "@/lib/core/shapes/source/read-source-record";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { isBrokenJson } from "./broken-json";
import type { FoundRecord, FoundRecords } from "./split-source";

/** What a source holds that is no JSON: `problem` is why it is none. Broken JSON is told from a text, so that its repair can be offered. */
export function splitTextSource(text: string, problem: JsonSyntaxProblem, answers: Answers): FoundRecords | null {
  if (isBrokenJson(text, problem)) return null;
  const records = splitTextRecords(text, answers) ?? (readTextFormat(text) === null ? null : [wholeText(text)]);
  return records === null ? null : { kind: "text", records, badRecords: [] };
}

function wholeText(text: string): FoundRecord {
  return { path: "", line: 1, column: 1, offset: 0, text, notes: [] };
}
