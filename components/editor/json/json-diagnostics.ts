import type { Diagnostic } from "@codemirror/lint";
import type { Problem } from "@/lib/core/problems/problem";
import { nodeAt } from "@/lib/core/text/json-node";
import type { DraftSnapshot } from "../draft-store";

const SEVERITY = { blocks: "error", loses: "warning", odd: "info" } as const;

/** More underlines than this help nobody; the list of problems has them all. */
const MAX_SHOWN = 500;

/** Problems with their places in the text; while it is broken, the one place where it breaks. */
export function diagnosticsOf(draft: DraftSnapshot, problems: readonly Problem[]): readonly Diagnostic[] {
  const { syntax, root, text } = draft;
  if (syntax !== null) {
    const from = Math.min(syntax.offset, Math.max(0, text.length - 1));
    return [{ from, to: Math.min(text.length, from + 1), severity: "error", message: syntax.message }];
  }
  return problems.slice(0, MAX_SHOWN).flatMap((problem) => {
    const node = nodeAt(root ?? undefined, problem.path);
    if (node === undefined || node.end > text.length) return [];
    const whole = node.type === "object" || node.type === "array";
    return [{ from: node.start, to: whole ? node.start + 1 : node.end, severity: SEVERITY[problem.level], message: `${problem.title}. ${problem.why}` }];
  });
}
