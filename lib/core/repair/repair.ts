import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import type { TextEdit } from "@/lib/core/text/text-edit";

/** What a repair does, one kind per cause. */
export type RepairKind =
  | "trailing-comma"
  | "missing-comma"
  | "missing-bracket"
  | "single-quotes"
  | "curly-quotes"
  | "python-word"
  | "foreign-word"
  | "unquoted-key"
  | "comment"
  | "blank"
  | "control-character"
  | "escape"
  | "code-fence"
  | "text-before"
  | "text-after"
  | "cut-off";

/** One change of a broken text. `offset` counts in the text as it was given, also where other repairs stand before it. */
export interface Repair extends TextEdit {
  readonly kind: RepairKind;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** What is wrong, for a list, without a full stop: "Text in single quotes". */
  readonly sentence: string;
  /** What becomes of it, in a word or two: "removed", "double quotes", "null". */
  readonly outcome: string;
}

/** What is left when the part at the end that is not complete is dropped: a choice of its own, never made for a person. */
export interface KeepComplete {
  readonly repairs: readonly Repair[];
  readonly text: string;
  /** Items of `listName` that are complete and kept. */
  readonly items: number;
  /** "Keep the 14 complete items of turns; the last one, which is cut off, is left out." */
  readonly sentence: string;
}

/** A text that ends in the middle. */
export interface CutOff {
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
  /** Null where nothing complete would be left. */
  readonly keep: KeepComplete | null;
}

/** How a broken text could be made JSON. It is a proposal: a person sees it and chooses. */
export interface RepairProposal {
  /** In the order of the text; they do not overlap. */
  readonly repairs: readonly Repair[];
  /** The text with the repairs made; all other characters are as they were. */
  readonly text: string;
  /** Where repairing gives up, in the text as it was given; null where `text` is JSON, one value or several. */
  readonly failure: JsonSyntaxProblem | null;
  /** Set where the text ends in the middle: it is never completed. */
  readonly cutOff: CutOff | null;
}
