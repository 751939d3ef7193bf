import { lineIndex } from "@/lib/core/text/line-index";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";

/** One line around the spot of a problem. */
export interface SpotLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** On the line of the spot: where in `text` it is, in UTF-16 code units from 0. */
  readonly spot: number | null;
}

/** Lines shown on each side of the spot, and characters of a line. */
const AROUND = 8;
const MAX_LINE = 160;

/** The lines around the spot, long ones cut; the line of the spot is cut so that the spot is in it. */
export function spotLines(text: string, problem: JsonSyntaxProblem): readonly SpotLine[] {
  const lines = lineIndex(text);
  const first = Math.max(1, problem.line - AROUND);
  const last = Math.min(lines.lineCount, problem.line + AROUND);
  return Array.from({ length: last - first + 1 }, (_, place): SpotLine => {
    const number = first + place;
    if (number === problem.line) return { number, text: problem.lineText, spot: problem.column - problem.lineTextOffset };
    const line = text.slice(lines.offset(number, 1), lines.lineEnd(number));
    return { number, text: line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1)}…` : line, spot: null };
  });
}
