import { applyEdits } from "@/lib/core/text/apply-edits";
import { parseJson } from "@/lib/core/text/scan-json";
import type { JsonNode } from "@/lib/core/text/json-node";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import { applyFix } from "@/lib/core/problems/apply-fix";
import type { Problem } from "@/lib/core/problems/problem";
import type { ProblemCode } from "@/lib/core/problems/problem-codes";
import type { ProblemContext } from "@/lib/core/problems/problem-context";
import { reportProblems } from "@/lib/core/problems/report-problems";

/** A text parsed; a text that is no JSON is a mistake of the test. */
export function rootOf(text: string): JsonNode {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(`The test's own JSON is broken: ${parsed.error.message}`);
  return parsed.value.root;
}

/** The report on a text, in a context that knows nothing more than the text unless told. */
export function reportOf(text: string, context: Partial<ProblemContext> = {}): readonly Problem[] {
  const root = rootOf(text);
  const detection = detectShape(root);
  return reportProblems({ text, root }, { shape: detection.shape, detection, provider: detection.provider, knownAgents: null, alreadyUploaded: null, ...context });
}

export function codesOf(problems: readonly Problem[]): readonly ProblemCode[] {
  return problems.map(({ code }) => code);
}

/** The one problem of a code; fails where there is none or more than one. */
export function onlyProblem(problems: readonly Problem[], code: ProblemCode): Problem {
  const found = problems.filter((problem) => problem.code === code);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`Expected one ${code}, found ${found.length} among ${codesOf(problems).join(", ")}`);
  return first;
}

/** The text after a fix of the only problem of a code. */
export function fixed(text: string, code: ProblemCode, fixId: string, context: Partial<ProblemContext> = {}): string {
  const problem = onlyProblem(reportOf(text, context), code);
  if (!problem.fixes.some(({ id }) => id === fixId)) throw new Error(`${code} offers ${problem.fixes.map(({ id }) => id).join(", ")} and not ${fixId}`);
  return applyEdits(text, applyFix(text, rootOf(text), problem, fixId));
}

/** A canonical call without any problem; parts can be replaced or, with undefined, left out. */
export function callText(parts: Record<string, unknown> = {}): string {
  const base = {
    agent: { externalId: "booking-bot" },
    call: { externalId: "c-1" },
    transcript: { turns: [{ role: "user", content: "Hello" }] },
  };
  return JSON.stringify({ ...base, ...parts });
}

/** A call whose transcript is these turns. */
export function turnsText(turns: readonly unknown[], call: Record<string, unknown> = {}): string {
  return callText({ call: { externalId: "c-1", ...call }, transcript: { turns } });
}
