import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import type { SourcePlace } from "./place-tracker";

const OPENED = /begins on line (\d+), column (\d+)/;

/** A problem of a part of a source, with its places as they are in the source; `start` is where the part begins there. */
export function placeProblem(problem: JsonSyntaxProblem, start: SourcePlace): JsonSyntaxProblem {
  const shift = (line: number, column: number): { line: number; column: number } => ({ line: line + start.line - 1, column: line === 1 ? column + start.column - 1 : column });
  const { line, column } = shift(problem.line, problem.column);
  const lineTextOffset = problem.line === 1 ? problem.lineTextOffset + start.column - 1 : problem.lineTextOffset;
  const message = problem.message.replace(OPENED, (_all, openedLine: string, openedColumn: string) => {
    const opened = shift(Number(openedLine), Number(openedColumn));
    return `begins on line ${opened.line}, column ${opened.column}`;
  });
  return { ...problem, offset: problem.offset + start.offset, line, column, lineTextOffset, message };
}
