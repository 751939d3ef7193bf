import { syntaxProblem, type Fault, type JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";

/** A literal or an escape that the window cuts fails this far before its end at most. */
const LONGEST_TOKEN = 8;

/** A fault between values, in the parser's words. */
export function syntaxFailure(text: string, fault: Omit<Fault, "kind">): JsonSyntaxProblem {
  return syntaxProblem(text, { kind: "syntax", ...fault });
}

/** An array that is not closed; `opened` is where it begins in the source. */
export function endsInsideArray(text: string, opened: { readonly line: number; readonly column: number }): JsonSyntaxProblem {
  const sentence = `The text ends before the array that was opened on line ${opened.line}, column ${opened.column} is closed.`;
  return syntaxFailure(text, { offset: text.length, situation: "", expected: "a comma or a ]", sentence });
}

/** Whether a fault of a window that goes on is one of the text and not of the cut. */
export function isRealFault(problem: JsonSyntaxProblem, window: string): boolean {
  return problem.kind === "depth" || problem.offset < window.length - LONGEST_TOKEN;
}
