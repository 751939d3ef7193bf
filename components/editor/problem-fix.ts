import { applyFix, providerOfFix } from "@/lib/core/problems/apply-fix";
import type { Problem, ProblemFix } from "@/lib/core/problems/problem";
import type { DraftStore } from "./draft-store";

/** Applies a fix as one step of the history; answers whether anything changed. */
export function commitFix(store: DraftStore, problem: Problem, fix: ProblemFix): boolean {
  const { goodText, root, syntax, provider } = store.snapshot();
  const header = providerOfFix(fix.id);
  const edits = syntax === null && root !== null ? applyFix(goodText, root, problem, fix.id) : [];
  if (edits.length === 0 && (header === null || header === provider)) return false;
  store.commit({ label: fix.label, edits, ...(header === null ? {} : { provider: header }) });
  return true;
}

/** The index of the turn that a place belongs to, or null. */
export function turnOfPath(path: readonly (string | number)[]): number | null {
  const [first, second, index] = path;
  return first === "transcript" && second === "turns" && typeof index === "number" ? index : null;
}
