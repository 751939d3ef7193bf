import { onLine } from "@/lib/core/text/json-syntax-problem";
import { parseJson, type ParsedJson } from "@/lib/core/text/scan-json";
import { sliceRecord } from "./slice-record";
import type { BadRecord, FoundRecord, FoundRecords } from "./split-source";
import { unwrapString } from "./unwrap-string";

interface SourceLine {
  readonly line: number;
  readonly offset: number;
  readonly text: string;
}

/** After so many lines it shows whether this is a list: judging each of the 400,000 lines of a large broken document would take seconds. */
const SAMPLE_LINES = 1_000;

/**
 * The records of JSON Lines, one value a line, or null where the text is something else. Lines are evidence when they hold a
 * whole object or array, so that a broken document with a stray `{}` is not taken for a list.
 */
export function splitLines(text: string): FoundRecords | null {
  const lines = nonBlankLines(text);
  if (lines.length < 2) return null;
  const records: FoundRecord[] = [];
  const badRecords: BadRecord[] = [];
  let good = 0;
  let allOpen = true;
  const isList = (): boolean => (allOpen ? good > 0 : good > 1 && good > badRecords.length);
  for (const [index, { line, offset, text: lineText }] of lines.entries()) {
    if (index === SAMPLE_LINES && !isList()) return null;
    if (!/^\s*[{[]/.test(lineText)) allOpen = false;
    const path = `line ${line}`;
    const parsed = parseJson(lineText);
    if (!parsed.ok) {
      // A list that is not closed where it began is a broken list: its last item alone must not pass for the whole.
      if (index === 0 && /^\s*\[/.test(lineText)) return null;
      badRecords.push({ line, path, problem: onLine(parsed.error, { offset, line }), text: lineText });
      continue;
    }
    if (isCallLike(parsed.value)) good += 1;
    records.push(sliceRecord(lineText, parsed.value.root, { path, line, column: parsed.value.root.start + 1 }));
  }
  return isList() ? { kind: "ndjson", records, badRecords } : null;
}

function isCallLike({ root }: ParsedJson): boolean {
  return root.type === "object" || root.type === "array" || unwrapString(root) !== null;
}

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g;

function nonBlankLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let line = 0;
  for (const match of text.matchAll(LINE)) {
    line += 1;
    const content = match[0].replace(/[\r\n]+$/, "");
    if (content.trim() !== "") lines.push({ line, offset: match.index, text: content });
  }
  return lines;
}
