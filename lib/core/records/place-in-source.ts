import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { placeProblem } from "./place-problem";

/** Where a record stands, as `createSplitter` tells it. */
interface RecordPlace {
  readonly line: number;
  readonly column: number | null;
  readonly offset?: number;
}

/** A problem of a record's text with line and column as they are in the source; of a decoded text the place where its string begins. */
export function placeInSource(problem: JsonSyntaxProblem, record: RecordPlace): JsonSyntaxProblem {
  if (record.column === null) return { ...problem, line: record.line };
  return placeProblem(problem, { line: record.line, column: record.column, offset: record.offset ?? 0 });
}
