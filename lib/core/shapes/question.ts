export const QUESTION_KINDS = ["agent", "speakers", "role-word", "time-zone", "epoch-unit", "date-order", "columns", "shape", "list", "unlabelled", "single-speaker"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface QuestionChoice {
  /** What the answer holds. */
  readonly value: string;
  readonly label: string;
  /** What choosing it does, in a few words. */
  readonly detail?: string;
}

/** A real ambiguity that only a person can settle, with what is done meanwhile. Equal ids are one question for all records. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  /** "Who is the agent?" */
  readonly prompt: string;
  /** Why it cannot be told from the source, one sentence. */
  readonly why: string;
  /** Lines of this very source that help to decide; texts at most 200 characters. */
  readonly example: readonly { readonly label: string; readonly text: string }[];
  /** Empty where any text may be given (an agent's id). At most 50. */
  readonly choices: readonly QuestionChoice[];
  /** What is assumed until a person says otherwise; null where nothing can be. */
  readonly proposed: string | null;
}
