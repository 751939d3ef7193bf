import { nextCharacter } from "@/lib/core/records/next-character";
import { syntaxProblem, type JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { lineIndex, type LineIndex } from "@/lib/core/text/line-index";
import { parseJson } from "@/lib/core/text/scan-json";
import { cutOff } from "./cut-off";
import { joinEdits } from "./join-edits";
import type { Repair, RepairProposal } from "./repair";
import type { GiveUp, RepairEdit } from "./repair-cursor";
import { repairSource } from "./repair-source";

export type { CutOff, KeepComplete, Repair, RepairKind, RepairProposal } from "./repair";

/**
 * How a broken text could be made JSON, or null where nothing is wrong with it or nothing can be done. Only what is named in `repairs`
 * changes; nothing is done by itself, a person chooses. A text that ends in the middle is never completed. Takes one pass; never throws.
 */
export function proposeRepair(text: string): RepairProposal | null {
  if (isJson(text)) return null;
  const { edits, stopped, values, valuesEnd } = repairSource(text);
  const lines = lineIndex(text);
  const repairs = placed(edits, lines);
  const repaired = joinEdits(text, repairs);
  if (stopped === null) {
    const remaining = isJson(repaired) ? null : remainingProblem(repaired, repairs, lines);
    return repairs.length === 0 ? null : { repairs, text: repaired, failure: remaining, cutOff: null };
  }
  const failure = problemOf(text, stopped.at);
  if (!stopped.at.isEnd) return repairs.length === 0 ? null : { repairs, text: repaired, failure, cutOff: null };
  return { repairs, text: repaired, failure, cutOff: cutOff(text, { repairs, open: stopped.open, values, valuesEnd }) };
}

/** One value, or several one after another. */
function isJson(text: string): boolean {
  for (let at = nextCharacter(text, 0), count = 0; ; count += 1) {
    if (at >= text.length) return count > 0;
    const parsed = parseJson(text, { start: at, allowTrailing: true });
    if (!parsed.ok || (parsed.value.root.type !== "object" && parsed.value.root.type !== "array" && (count > 0 || nextCharacter(text, parsed.value.end) < text.length))) return false;
    at = nextCharacter(text, parsed.value.end);
  }
}

function placed(edits: readonly RepairEdit[], lines: LineIndex): readonly Repair[] {
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort((left, right) => left.edit.offset - right.edit.offset || left.edit.removed.length - right.edit.removed.length || left.order - right.order)
    .map(({ edit }) => ({ ...edit, ...lines.position(edit.offset) }));
}

function problemOf(text: string, { offset, situation, expected, isTooDeep }: GiveUp): JsonSyntaxProblem {
  if (isTooDeep === true) {
    const sentence = "Objects and arrays are nested more than 100 levels deep here, which is more than Intake reads.";
    return syntaxProblem(text, { kind: "depth", offset, situation, expected, sentence });
  }
  return syntaxProblem(text, { kind: "syntax", offset, situation, expected });
}

/** What is still wrong after the repairs, with its place in the text as it was given. */
function remainingProblem(repaired: string, repairs: readonly Repair[], lines: LineIndex): JsonSyntaxProblem | null {
  const parsed = parseJson(repaired);
  if (parsed.ok) return null;
  const offset = beforeRepairs(parsed.error.offset, repairs);
  return { ...parsed.error, offset, ...lines.position(offset) };
}

function beforeRepairs(offset: number, repairs: readonly Repair[]): number {
  let shift = 0;
  for (const { offset: at, removed, inserted } of repairs) {
    if (at + shift >= offset) break;
    shift += inserted.length - removed.length;
  }
  return Math.max(0, offset - shift);
}
