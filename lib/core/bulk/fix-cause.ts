import type { Draft } from "@/lib/core/draft/draft";
import type { ProviderChange } from "@/lib/core/draft/draft-edit";
import { applyFix, providerOfFix } from "@/lib/core/problems/apply-fix";
import type { Problem } from "@/lib/core/problems/problem";
import { causeOf } from "@/lib/core/problems/problem-cause";
import { failure, success, type Result } from "@/lib/core/result";
import { applyEdits } from "@/lib/core/text/apply-edits";
import { parseJson } from "@/lib/core/text/scan-json";
import type { TextEdit } from "@/lib/core/text/text-edit";
import type { BulkReason } from "./bulk-reasons";

/** What a fix does to a draft: edits in sequence, and the header where the fix chooses one. */
export interface CauseFix {
  readonly edits: readonly TextEdit[];
  readonly provider?: ProviderChange;
}

/** Ours: a report names at most 200 of a kind, so 20,000 turns take 100 rounds. */
const MAX_ROUNDS = 100;

/**
 * Applies the fix of one cause wherever a draft has it, until it has it no more. Each place is fixed by its own values.
 * @returns `no-such-problem`, `no-fix` (it offers none, or the fix changed nothing), `not-json` (a fix left no JSON behind).
 */
export function fixCause(draft: Draft, causeKey: string, report: (text: string) => readonly Problem[] | null): Result<CauseFix, BulkReason> {
  const all: TextEdit[] = [];
  let text = draft.text;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const problems = (report(text) ?? []).filter((problem) => causeOf(problem)?.key === causeKey);
    const [first] = problems;
    if (first === undefined) return all.length === 0 ? failure("no-such-problem") : success({ edits: all });
    const fixId = first.fixes[0]?.id;
    const header = fixId === undefined ? null : providerOfFix(fixId);
    if (header !== null && header !== draft.provider) return success({ edits: [], provider: { from: draft.provider, to: header } });
    const edits = fixAll(text, problems);
    if (edits === null) return failure("not-json");
    if (edits.length === 0) return all.length === 0 ? failure("no-fix") : success({ edits: all });
    all.push(...edits);
    text = applyEdits(text, edits);
  }
  return success({ edits: all });
}

/** From the back, so that turns that go leave the places before them as they were. Null where what is left is no JSON. */
function fixAll(text: string, problems: readonly Problem[]): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  let current = text;
  for (const problem of [...problems].reverse()) {
    const parsed = parseJson(current);
    if (!parsed.ok) return null;
    const fixId = problem.fixes[0]?.id;
    const made = fixId === undefined ? [] : applyFix(current, parsed.value.root, problem, fixId);
    current = applyEdits(current, made);
    edits.push(...made);
  }
  return edits;
}
