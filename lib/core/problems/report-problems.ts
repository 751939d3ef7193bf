import type { JsonNode } from "@/lib/core/text/json-node";
import { nodeAt } from "@/lib/core/text/json-node";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { checkAgent } from "./check-agent";
import { checkDocument } from "./check-document";
import { checkHeader, checkNative, checkUnknownShape, externalIdPath } from "./check-native";
import { checkRemarks, noCallReason } from "./check-remarks";
import { checkRecording } from "./check-recording";
import { checkTimes } from "./check-times";
import { checkTranscript } from "./check-transcript";
import { typeWords } from "./check-value";
import type { Problem } from "./problem";
import type { ProblemContext } from "./problem-context";
import { Reporter } from "./reporter";

/** What is reported on: a document that parses, or why it does not. */
export type ReportDocument = { readonly text: string; readonly root: JsonNode } | JsonSyntaxProblem;

/**
 * Everything that is wrong with a call: what blocks first, then what loses, then what is odd; inside that in the document's
 * order. Of one kind at most 200 are listed, and then how many more there are. Never throws.
 */
export function reportProblems(document: ReportDocument, context: ProblemContext): readonly Problem[] {
  const reporter = new Reporter();
  if (!("root" in document)) {
    const { kind, offset, line, column, message } = document;
    reporter.add(kind === "depth" ? "too_deep" : "not_json", () => ({ path: [], offset, found: `line ${line}, column ${column}`, hint: message }));
    return reporter.finish();
  }
  const { root } = document;
  const remarks = context.remarks ?? [];
  const noCall = noCallReason(remarks);
  if (noCall !== null && context.shape === "unknown") {
    reporter.add("no_call", () => ({ path: [], offset: root.start, hint: noCall }));
    return reporter.finish();
  }
  if (root.type !== "object") {
    reporter.add("not_object", () => ({ path: [], offset: root.start, found: typeWords(root) }));
    return reporter.finish();
  }
  const reading = checkHeader(root, context, reporter);
  if (reading === "native") checkNative(root, context, reporter);
  if (reading === "canonical") {
    checkUnknownShape(root, context, reporter);
    checkDocument(root, reporter, context.shape === "unknown" ? "slips" : "all");
    checkAgent(root, context.knownAgents, reporter);
    checkTranscript(root, remarks, reporter);
    checkRecording(root, reporter);
    checkTimes(root, reporter);
  }
  checkRepeat(root, context, reporter);
  checkRemarks(root, remarks, reporter);
  return reporter.finish();
}

/** A call of this id was uploaded before: sending it updates that conversation. */
function checkRepeat(root: JsonNode, { shape, alreadyUploaded }: ProblemContext, reporter: Reporter): void {
  if (!alreadyUploaded) return;
  const path = externalIdPath(shape);
  reporter.add("external_id_already_uploaded", () => ({ path, offset: nodeAt(root, path)?.start ?? root.start, found: alreadyUploaded.at }));
}
