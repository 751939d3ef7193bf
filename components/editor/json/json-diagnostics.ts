import type { Diagnostic } from "@codemirror/lint";
import type { Problem, ProblemFix } from "@/lib/core/problems/problem";
import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import type { DraftView } from "../draft-view";

const SEVERITY = { blocks: "error", loses: "warning", odd: "info" } as const;

/** More underlines than this help nobody; the list of problems has them all. */
const MAX_SHOWN = 500;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Problems with their places in the text and their fixes as buttons; while it is broken, the one place where it breaks. */
export function diagnosticsOf(draft: DraftView, problems: readonly Problem[], onFix: (problem: Problem, fix: ProblemFix) => void): readonly Diagnostic[] {
  const { syntax, root, text } = draft;
  if (syntax !== null) {
    const from = Math.min(syntax.offset, Math.max(0, text.length - 1));
    return [{ from, to: Math.min(text.length, from + 1), severity: "error", message: syntax.message }];
  }
  if (root === null) return [];
  return problems.slice(0, MAX_SHOWN).flatMap((problem) => {
    const isAboutName = problem.code === "unknown_key" || problem.code === "duplicate_key";
    const span = (isAboutName ? nameSpan(root, problem.path) : null) ?? markedSpan(root, problem.path);
    if (span.to > text.length) return [];
    const actions = problem.fixes.map((fix) => ({ name: fix.label, apply: () => onFix(problem, fix) }));
    return [{ ...span, severity: SEVERITY[problem.level], message: `${problem.title}. ${problem.why}`, ...(actions.length === 0 ? {} : { actions }) }];
  });
}

/** A value; the name of an object or a list, which is too long to underline; for what is missing, the object that lacks it. */
function markedSpan(root: JsonNode, path: JsonPath): Span {
  const node = nodeAt(root, path);
  if (node === undefined) return markedSpan(root, path.slice(0, -1));
  if (node.type !== "object" && node.type !== "array") return { from: node.start, to: node.end };
  return nameSpan(root, path) ?? { from: node.start, to: node.start + 1 };
}

/** The key of a member, quotes included; null for the root and for items of a list. */
function nameSpan(root: JsonNode, path: JsonPath): Span | null {
  const holder = nodeAt(root, path.slice(0, -1));
  const named = holder?.type === "object" ? holder.members.findLast(({ key }) => key === path.at(-1)) : undefined;
  return named === undefined ? null : { from: named.keyStart, to: named.keyEnd };
}
